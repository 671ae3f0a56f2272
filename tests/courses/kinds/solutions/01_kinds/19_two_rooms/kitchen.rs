pub fn boil() -> &'static str {
    "hot"
}
