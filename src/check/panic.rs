//! A panic's message → what was found and what was expected.

use super::verdict::Failure;

/// `assert_eq!(found, expected, "what")` is told apart from every other panic. `line` is the learner's.
pub fn failure(message: &str, line: Option<usize>) -> Failure {
    equality(message).unwrap_or_else(|| Failure::Panic {
        message: message.trim_end().to_owned(),
        line,
    })
}

fn equality(message: &str) -> Option<Failure> {
    let rest = message.strip_prefix("assertion `left == right` failed")?;
    let (what, rest) = rest.split_once("\n  left: ")?;
    let (found, expected) = rest.rsplit_once("\n right: ")?;
    Some(Failure::Differs {
        found: found.to_owned(),
        expected: expected.to_owned(),
        what: what.trim_start_matches(':').trim().to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_equality_gives_found_expected_and_what() {
        let found = failure(
            "assertion `left == right` failed: the fare\n  left: 240\n right: 360",
            Some(3),
        );
        let expected = Failure::Differs {
            found: "240".into(),
            expected: "360".into(),
            what: "the fare".into(),
        };
        assert_eq!(found, expected);
    }

    #[test]
    fn an_equality_without_words_and_one_with_line_breaks() {
        let found = failure(
            "assertion `left == right` failed\n  left: A\nB\n right: C",
            None,
        );
        assert_eq!(
            found,
            Failure::Differs {
                found: "A\nB".into(),
                expected: "C".into(),
                what: String::new()
            }
        );
    }

    #[test]
    fn any_other_panic_keeps_its_words() {
        let found = failure("not yet implemented", Some(9));
        assert_eq!(
            found,
            Failure::Panic {
                message: "not yet implemented".into(),
                line: Some(9)
            }
        );
    }
}
