use super::desk::Desk;
pub fn explanation(_desk: &Desk, _code: &str) -> anyhow::Result<Option<String>> {
    Ok(None)
}
