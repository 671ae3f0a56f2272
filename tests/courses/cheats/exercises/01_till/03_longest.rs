//! Longest
//! Find the longest name without making a list of your own.

// TODO: look, do not copy.
fn longest(names: &[String]) -> &str {
    let mut sorted: Vec<&String> = names.iter().collect();
    sorted.sort_by_key(|name| name.len());
    sorted.last().map_or("", |name| name.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_name_is_found_for_nothing() {
        let names = [String::from("Ash"), String::from("Birch")];
        let (found, allocations) = support::allocs(|| longest(&names));
        assert_eq!(found, "Birch", "the longest name");
        support::budget("allocs", allocations as u64);
    }
}
