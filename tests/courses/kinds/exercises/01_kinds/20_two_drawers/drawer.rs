// TODO: the name, a colon, a blank and the number.
pub fn label(name: &str, pieces: u32) -> String {
    todo!("{pieces} {name}")
}
