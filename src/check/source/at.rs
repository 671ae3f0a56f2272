//! `at`: text that stands on exactly one line.

use super::lexer::Source;
use crate::course::model::At;

/// Why an `at` names no line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AtFault {
    Absent {
        text: String,
    },
    /// It stands on several lines; the first two.
    Ambiguous {
        text: String,
        lines: (usize, usize),
    },
}

/// The line that `at` names in this text, counted from 1; `None` where it names none at all.
///
/// As a list, each further text is sought below the line of the one before; the last must be unique from there on,
/// or be the first below.
pub fn resolve(
    at: &At,
    source: &Source,
    within: std::ops::RangeInclusive<usize>,
) -> Result<Option<usize>, AtFault> {
    let mut below = *within.start();
    let last = at.0.len().saturating_sub(1);
    let mut found = None;
    for (index, text) in at.0.iter().enumerate() {
        let hits: Vec<usize> = (below..=*within.end().min(&source.lines()))
            .filter(|&n| source.line(n).contains(text.as_str()))
            .collect();
        let line = match hits.as_slice() {
            [] => return Err(AtFault::Absent { text: text.clone() }),
            [first, second, ..] if at.0.len() == 1 || index < last && index == 0 => {
                return Err(AtFault::Ambiguous {
                    text: text.clone(),
                    lines: (*first, *second),
                });
            }
            [first, ..] => *first,
        };
        below = line + 1;
        found = Some(line);
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(texts: &[&str]) -> At {
        At(texts.iter().map(|&t| t.to_owned()).collect())
    }

    #[test]
    fn one_text_must_be_unique_and_a_list_goes_downwards() {
        let source = Source::new("fn a\nx.push\nfn b\nx.push\n");
        assert_eq!(resolve(&at(&["fn b"]), &source, 1..=9), Ok(Some(3)));
        assert_eq!(
            resolve(&at(&["fn b", "x.push"]), &source, 1..=9),
            Ok(Some(4))
        );
        assert_eq!(
            resolve(&at(&["fn a", "x.push"]), &source, 1..=9),
            Ok(Some(2))
        );
        assert_eq!(resolve(&at(&[]), &source, 1..=9), Ok(None));
        let twice = AtFault::Ambiguous {
            text: "x.push".into(),
            lines: (2, 4),
        };
        assert_eq!(resolve(&at(&["x.push"]), &source, 1..=9), Err(twice));
        assert_eq!(
            resolve(&at(&["y"]), &source, 1..=9),
            Err(AtFault::Absent { text: "y".into() })
        );
    }
}
