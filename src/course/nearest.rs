//! "Did you mean": the word that is nearest to one that nobody knows.

/// The candidate that differs least from `word`, if it differs little enough to be a slip of the keyboard:
/// by a third of the word's letters at most. Case does not count. Of equals the first.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let typed: Vec<char> = word.to_lowercase().chars().collect();
    let most = (typed.len() / 3).max(1);
    candidates
        .into_iter()
        .filter(|candidate| candidate.chars().count().abs_diff(typed.len()) <= most)
        .map(|candidate| {
            let letters: Vec<char> = candidate.to_lowercase().chars().collect();
            (distance(&typed, &letters), candidate)
        })
        .filter(|(edits, _)| *edits <= most)
        .min_by_key(|(edits, _)| *edits)
        .map(|(_, candidate)| candidate)
}

/// How many letters must be put in, left out, changed or swapped with their neighbour.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let changed = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = changed.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(before_last[j - 2] + 1);
            }
            row.push(best);
        }
        before_last = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_keyboard_finds_its_word() {
        let known = ["handed_over", "lights_out", "hint", "kind"];
        assert_eq!(nearest("handed_ovr", known), Some("handed_over"));
        assert_eq!(nearest("Lights_Otu", known), Some("lights_out"));
        assert_eq!(nearest("hnit", known), Some("hint"));
        assert_eq!(nearest("knd", known), Some("kind"));
    }

    #[test]
    fn another_word_finds_nothing() {
        assert_eq!(nearest("zebra", ["handed_over", "hint"]), None);
        assert_eq!(nearest("", ["ab", "abc"]), None);
        assert_eq!(nearest("x", []), None);
    }

    #[test]
    fn distances_are_counted_in_letters_not_bytes() {
        let count =
            |a: &str, b: &str| distance(&Vec::from_iter(a.chars()), &Vec::from_iter(b.chars()));
        assert_eq!(count("", "abc"), 3);
        assert_eq!(count("abc", ""), 3);
        assert_eq!(count("grün", "grun"), 1);
        assert_eq!(count("ab", "ba"), 1);
        assert_eq!(count("kitten", "sitting"), 3);
    }
}
