pub fn label(name: &str, pieces: u32) -> String {
    format!("{name}: {pieces}")
}
