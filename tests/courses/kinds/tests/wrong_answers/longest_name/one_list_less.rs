//! A list is made all the same.
//! refused: budget

fn longest(names: &[String]) -> &str {
    let all: Vec<&str> = names.iter().map(String::as_str).collect();
    all.iter().max_by_key(|name| name.len()).copied().unwrap_or("")
}
