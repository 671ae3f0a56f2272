fn boil() -> &'static str {
    "hot"
}
