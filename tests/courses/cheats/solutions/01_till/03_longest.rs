//! One name at a time is remembered.

fn longest(names: &[String]) -> &str {
    names.iter().max_by_key(|name| name.len()).map_or("", |name| name)
}
