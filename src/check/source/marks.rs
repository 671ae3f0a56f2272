//! Line comments with a meaning: `//~ E0382` (here it will be refused) and `//>` (this will be printed).

use std::collections::BTreeSet;

use super::lexer::{Source, Token, TokenKind};

/// A `//~ CODE` mark and the code line that it speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeMark {
    /// The line of code it belongs to: its own, or the nearest code line above if it stands alone.
    pub line: usize,
    /// Where the mark itself stands.
    pub at: usize,
    /// As written, upper case; may be alternatives in a guard's block (`E0451 | due to private fields`).
    pub code: String,
}

/// All `//~` marks of a file. rustfmt moves marks: one alone on its line belongs to the code line above.
pub fn code_marks(source: &Source) -> Vec<CodeMark> {
    let code_lines = lines_with_code(source);
    comments(source, "//~")
        .flat_map(|(line, text)| {
            let owner = code_lines
                .range(..=line)
                .next_back()
                .copied()
                .unwrap_or(line);
            codes(text).into_iter().map(move |code| CodeMark {
                line: owner,
                at: line,
                code,
            })
        })
        .collect()
}

/// `E0382, E0502` and `E0382 E0502` are two; anything else is taken as it is.
fn codes(text: &str) -> Vec<String> {
    let words: Vec<&str> = text
        .split([',', ' ', '\t'])
        .filter(|word| !word.is_empty())
        .collect();
    let is_code = |word: &&str| {
        let word = word.as_bytes();
        word.len() == 5
            && word[0].eq_ignore_ascii_case(&b'E')
            && word[1..].iter().all(u8::is_ascii_digit)
    };
    if !words.is_empty() && words.iter().all(is_code) {
        return words.iter().map(|word| word.to_ascii_uppercase()).collect();
    }
    vec![text.to_owned()]
}

/// A `//>` line of a `trace`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerLine {
    pub line: usize,
    /// Without the mark, one blank after it, and trailing blanks.
    pub text: String,
}

/// All `//>` lines, in order.
pub fn answer_lines(source: &Source) -> Vec<AnswerLine> {
    comments(source, "//>")
        .map(|(line, text)| AnswerLine {
            line,
            text: text.to_owned(),
        })
        .collect()
}

fn comments<'a>(source: &'a Source, mark: &'a str) -> impl Iterator<Item = (usize, &'a str)> {
    source
        .tokens()
        .iter()
        .filter(|token| token.kind == TokenKind::LineComment)
        .filter_map(move |token| {
            let text = source.slice(*token).strip_prefix(mark)?;
            let text = text.strip_prefix(' ').unwrap_or(text).trim_end();
            Some((
                source.line_of(token.start),
                if mark == "//~" { text.trim() } else { text },
            ))
        })
}

fn lines_with_code(source: &Source) -> BTreeSet<usize> {
    source
        .code()
        .flat_map(|token| {
            source.line_of(token.start)
                ..=source.line_of(token.end.saturating_sub(1).max(token.start))
        })
        .collect()
}

/// The first place where two files differ in their code, comments apart: a line of each (0: it has ended there).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    pub line: usize,
    pub found: String,
    pub expected: String,
}

/// Whether the learner's code is the starter's, token by token. Formatting is free: a trailing comma before a closing
/// bracket, which rustfmt adds and removes, does not count.
pub fn first_difference(learner: &Source, starter: &Source) -> Option<Difference> {
    let (ours, theirs) = (essential(learner), essential(starter));
    let same = (0..ours.len().min(theirs.len()))
        .take_while(|&n| {
            learner.slice(ours[n]) == starter.slice(theirs[n])
                && is_joint(learner, &ours, n) == is_joint(starter, &theirs, n)
        })
        .count();
    if same == ours.len() && same == theirs.len() {
        return None;
    }
    let line_at = |source: &Source, tokens: &[Token]| {
        tokens.get(same).map(|token| source.line_of(token.start))
    };
    let line = line_at(learner, &ours).unwrap_or_else(|| learner.lines().max(1));
    Some(Difference {
        line,
        found: line_at(learner, &ours)
            .map_or_else(String::new, |n| learner.line(n).trim().to_owned()),
        expected: line_at(starter, &theirs)
            .map_or_else(String::new, |n| starter.line(n).trim().to_owned()),
    })
}

/// Whether one file is the other with other marks, or other formatting.
pub fn differ_in_marks_only(one: &Source, other: &Source) -> bool {
    first_difference(one, other).is_none() && remarks(one) == remarks(other)
}

/// Comments that are no marks.
fn remarks(source: &Source) -> Vec<&str> {
    let comments = source.tokens().iter().filter(|token| !token.kind.is_code());
    let texts = comments.map(|token| source.slice(*token).trim());
    texts
        .filter(|text| !text.is_empty() && !text.starts_with("//~"))
        .collect()
}

/// Signs that without a blank between them mean something else: `&&` is not `& &`. Those that begin with `>` are left
/// out: rustc takes them apart itself where a type ends.
const JOINT: &[&str] = &[
    "&&", "||", "==", "!=", "<=", "<<", "->", "=>", "::", "..", "+=", "-=", "*=", "/=", "%=", "^=",
    "&=", "|=",
];

fn is_joint(source: &Source, tokens: &[Token], index: usize) -> bool {
    let Some(before) = index.checked_sub(1).map(|before| tokens[before]) else {
        return false;
    };
    before.end == tokens[index].start
        && JOINT.contains(&&source.text()[before.start..tokens[index].end])
}

fn essential(source: &Source) -> Vec<Token> {
    let code: Vec<Token> = source.code().collect();
    let trailing_comma = |index: usize| {
        source.slice(code[index]) == ","
            && code
                .get(index + 1)
                .is_some_and(|next| next.kind == TokenKind::Close)
    };
    (0..code.len())
        .filter(|&index| !trailing_comma(index))
        .map(|index| code[index])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_told_from_what_somebody_wrote_down() {
        let differ =
            |one: &str, other: &str| differ_in_marks_only(&Source::new(one), &Source::new(other));
        let plain = "//! Title\n\nfn a() {\n    b();\n}\n";
        assert!(differ(
            "//! Title\n\nfn a() {\n    b(); //~ E0382\n}\n",
            plain
        ));
        assert!(differ("//! Title\n\nfn a() { b(); } //~ E0499\n", plain));
        assert!(!differ(
            "//! Title\n\nfn a() {\n    b(); // mine\n}\n",
            plain
        ));
        assert!(!differ("//! Title\n\nfn a() {\n    c();\n}\n", plain));
    }

    fn marks(text: &str) -> Vec<(usize, String)> {
        code_marks(&Source::new(text))
            .into_iter()
            .map(|mark| (mark.line, mark.code))
            .collect()
    }

    #[test]
    fn a_mark_belongs_to_its_line_or_alone_to_the_code_above() {
        assert_eq!(
            marks("a(); //~ E0382\nb();\n\n//~ e0502\n"),
            [(1, "E0382".into()), (2, "E0502".into())]
        );
    }

    #[test]
    fn several_codes_may_stand_in_one_mark() {
        assert_eq!(marks("a(); //~ E0382, E0502\n").len(), 2);
    }

    #[test]
    fn marks_in_strings_and_other_comments_are_none() {
        assert_eq!(
            marks("let s = \"//~ E0382\"; // see //~ E0382\n/* //~ E0382 */"),
            []
        );
    }

    #[test]
    fn answer_lines_keep_their_inner_blanks() {
        let lines: Vec<_> = answer_lines(&Source::new("//> a  b \n//>\n//>  c"))
            .into_iter()
            .map(|l| l.text)
            .collect();
        assert_eq!(lines, ["a  b", "", " c"]);
    }

    #[test]
    fn formatting_and_comments_are_no_difference() {
        let a = Source::new("fn a() { b(1, 2); } // x");
        let b = Source::new("fn a()\n{\n    b(\n        1,\n        2,\n    );\n}");
        assert_eq!(first_difference(&a, &b), None);
    }

    #[test]
    fn a_blank_between_two_signs_is_a_difference() {
        assert!(first_difference(&Source::new("a & &b"), &Source::new("a && b")).is_some());
        assert_eq!(
            first_difference(&Source::new("a&&b"), &Source::new("a && b")),
            None
        );
    }

    #[test]
    fn a_changed_line_is_named_with_what_stood_there() {
        let found = first_difference(&Source::new("a();\nc();\n"), &Source::new("a();\nb();\n"));
        let expected = Difference {
            line: 2,
            found: "c();".into(),
            expected: "b();".into(),
        };
        assert_eq!(found, Some(expected));
        assert!(first_difference(&Source::new("a();"), &Source::new("a(); b();")).is_some());
    }
}
