//! Numbers as people say them.

use std::time::Duration;

/// `1 hint`, `2 hints`.
pub fn counted(count: usize, one: &str, many: &str) -> String {
    if count == 1 {
        format!("1 {one}")
    } else {
        format!("{} {many}", grouped(count as u64))
    }
}

/// `once`, `twice`, `3 times`.
pub fn times(count: usize) -> String {
    match count {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        count => format!("{count} times"),
    }
}

/// `1st`, `2nd`, `3rd`, `11th`.
pub fn ordinal(number: usize) -> String {
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

/// `two`, up to ten; then figures.
pub fn in_words(number: usize) -> String {
    const WORDS: [&str; 11] = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ];
    WORDS
        .get(number)
        .map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

/// `1 204 511`: groups of three, from five figures on.
pub fn grouped(number: u64) -> String {
    let figures = number.to_string();
    if figures.len() < 5 {
        return figures;
    }
    let mut text = String::new();
    for (place, figure) in figures.chars().enumerate() {
        if place > 0 && (figures.len() - place).is_multiple_of(3) {
            text.push(' ');
        }
        text.push(figure);
    }
    text
}

/// How long a check took: `0.04 s`, `10.0 s`, `125 s`.
pub fn seconds(took: Duration) -> String {
    let seconds = took.as_secs_f64();
    if seconds < 9.995 {
        format!("{seconds:.2} s")
    } else if seconds < 99.95 {
        format!("{seconds:.1} s")
    } else {
        format!("{seconds:.0} s")
    }
}

/// How long somebody worked: `1 minute`, `9 minutes`, `3 h 20 min`.
pub fn worked(seconds: u64) -> String {
    let minutes = seconds.div_ceil(60).max(1);
    if minutes < 60 {
        counted(minutes as usize, "minute", "minutes")
    } else {
        format!("{} h {} min", minutes / 60, minutes % 60)
    }
}

/// `a`, `a and b`, `a, b and c`.
pub fn listed(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_follow_their_number() {
        assert_eq!(counted(0, "hint", "hints"), "0 hints");
        assert_eq!(counted(1, "hint", "hints"), "1 hint");
        assert_eq!(counted(12_345, "save", "saves"), "12 345 saves");
    }

    #[test]
    fn ordinals_know_their_teens() {
        let all: Vec<String> = [1, 2, 3, 4, 11, 12, 13, 21, 102, 111]
            .into_iter()
            .map(ordinal)
            .collect();
        assert_eq!(
            all.join(" "),
            "1st 2nd 3rd 4th 11th 12th 13th 21st 102nd 111th"
        );
    }

    #[test]
    fn large_numbers_are_grouped() {
        assert_eq!(grouped(1204), "1204");
        assert_eq!(grouped(12_040), "12 040");
        assert_eq!(grouped(1_204_511), "1 204 511");
    }

    #[test]
    fn times_are_as_exact_as_they_are_useful() {
        let took = |ms| seconds(Duration::from_millis(ms));
        assert_eq!(took(41), "0.04 s");
        assert_eq!(took(9_999), "10.0 s");
        assert_eq!(took(10_020), "10.0 s");
        assert_eq!(took(125_000), "125 s");
        assert_eq!(worked(20), "1 minute");
        assert_eq!(worked(540), "9 minutes");
        assert_eq!(worked(12_000), "3 h 20 min");
    }

    #[test]
    fn lists_end_with_and() {
        let names = ["a", "b", "c"].map(String::from);
        assert_eq!(listed(&names[..1]), "a");
        assert_eq!(listed(&names[..2]), "a and b");
        assert_eq!(listed(&names), "a, b and c");
    }
}
