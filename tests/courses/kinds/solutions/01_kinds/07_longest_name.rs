//! The rule is stated once, and everything else follows from it.
//! In C nobody would have objected.
//! Tempting: to write more than is needed. It hides the rule.
//! To read on, offline: `rustup doc --book`, chapter 4.

fn longest(names: &[String]) -> &str {
    let longest = names.iter().max_by_key(|name| name.len());
    longest.map_or("", |name| name.as_str())
}
