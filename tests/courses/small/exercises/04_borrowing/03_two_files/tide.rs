pub fn high() -> u32 {
    todo!()
}
