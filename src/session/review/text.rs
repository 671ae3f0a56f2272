//! The text of a review: an exercise's starter as nobody has explained it.

use std::ops::Range;

use crate::check::source::items::{ItemWord, items};
use crate::check::source::lexer::Token;
use crate::check::source::{Source, TokenKind, at, tests_module};
use crate::course::model::{Exercise, Start};

/// What a review asks, below the exercise's own title.
const GOAL: [&str; 3] = [
    "You have mended this program before. Here it is as it was at first, without",
    "comments and tests. Which lines will the compiler refuse, and with which code?",
    "Mark the end of each such line, as in `//~ E0382`. Change nothing else.",
];

/// The text in which an exercise is asked again, and the same with its marks; `None` if its errors are not where the
/// course says.
pub fn asked(exercise: &Exercise, starter: &str, title: &str) -> Option<(String, String)> {
    let file = format!("It is the file {}.", super::file(exercise));
    let goal: Vec<&str> = GOAL.into_iter().chain([file.as_str()]).collect();
    let text = text(starter, title, &goal);
    let marked = marked(&text, exercise.starts.as_deref()?)?;
    Some((text, marked))
}

/// A starter without its goal, its tests and its comments, below a goal of its own. Documentation stays: it says what
/// the parts are for, not what is wrong.
fn text(starter: &str, title: &str, goal: &[&str]) -> String {
    let code = without_trivia(&Source::new(starter));
    let mut text = format!("//! {title}\n//!\n");
    for line in goal {
        text.push_str(&format!("//! {line}\n"));
    }
    text.push('\n');
    text.push_str(&tidy(&code));
    if !has_main(&code) {
        text.push_str("\nfn main() {}\n");
    }
    text
}

fn without_trivia(source: &Source) -> String {
    let tests = tests_module::find(source).map(|module| module.whole);
    let is_trivia = |token: &&Token| {
        matches!(
            token.kind,
            TokenKind::LineComment | TokenKind::BlockComment | TokenKind::InnerDoc
        )
    };
    let comments = source
        .tokens()
        .iter()
        .filter(is_trivia)
        .map(|token| token.start..token.end);
    let mut gone: Vec<Range<usize>> = comments.chain(tests).collect();
    gone.sort_by_key(|range| range.start);
    let mut code = String::new();
    let mut from = 0;
    for range in gone {
        // Comments within the tests are gone already.
        if range.start >= from {
            code.push_str(&source.text()[from..range.start]);
            from = range.end;
        }
    }
    code.push_str(&source.text()[from..]);
    code
}

/// Without blanks at the ends of lines, and with one empty line where there were several. Lines that end within a text
/// stay as they are: their blanks count.
fn tidy(code: &str) -> String {
    let source = Source::new(code);
    let is_literal = |token: &&Token| token.kind == TokenKind::Literal;
    let literals: Vec<&Token> = source.tokens().iter().filter(is_literal).collect();
    let in_literal = |at: usize| {
        literals
            .iter()
            .any(|token| token.start < at && at < token.end)
    };
    let mut tidied = String::new();
    let mut empty_before = true;
    for number in 1..=source.lines() {
        let whole = source.line(number);
        let counts = in_literal(source.start_of_line(number) + whole.len());
        let line = if counts { whole } else { whole.trim_end() };
        let empty = line.is_empty() && !counts;
        if !(empty && empty_before) {
            tidied.push_str(line);
            tidied.push('\n');
        }
        empty_before = empty;
    }
    tidied.truncate(tidied.trim_end().len());
    tidied.push('\n');
    tidied
}

fn has_main(code: &str) -> bool {
    let source = Source::new(code);
    items(&source)
        .iter()
        .any(|item| item.word == ItemWord::Fn && item.name == "main")
}

/// A review with its marks where the exercise's errors are; `None` if the course does not say it of all of them.
fn marked(review: &str, starts: &[Start]) -> Option<String> {
    let source = Source::new(review);
    let mut marks = Vec::new();
    for start in starts {
        let Start::Error { any_of, at } = start else {
            continue;
        };
        let line = at::resolve(at, &source, 1..=source.lines()).ok()??;
        marks.push((line, any_of.first()?));
    }
    let mut text = String::new();
    for number in 1..=source.lines() {
        text.push_str(source.line(number));
        for (_, code) in marks.iter().filter(|(line, _)| *line == number) {
            text.push_str(&format!(" //~ {code}"));
        }
        text.push('\n');
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;
    use crate::course::model::At;

    const STARTER: &str = "\
//! Handed over
//!
//! Nothing is left to pass on: mend that.

// The crane.
struct Crane; // big

/// Writes the manifest into the book.
fn book(manifest: String) -> String {
    // TODO: lend it
    manifest
}

fn main() {
    let manifest = String::from(\"a // b\");


    let text = \"two  
    lines\";
    book(manifest); /* given */
    book(manifest);
}

#[cfg(test)]
mod tests {
    // in here
    #[test]
    fn it_books() {}
}
";

    #[test]
    fn a_review_is_the_bare_program() {
        let found = text(STARTER, "Handed over", &["Which lines?", "Mark them."]);
        expect![[r#"
            //! Handed over
            //!
            //! Which lines?
            //! Mark them.

            struct Crane;

            /// Writes the manifest into the book.
            fn book(manifest: String) -> String {

                manifest
            }

            fn main() {
                let manifest = String::from("a // b");

                let text = "two  
                lines";
                book(manifest);
                book(manifest);
            }
        "#]]
        .assert_eq(&found);
    }

    #[test]
    fn a_program_without_a_main_gets_one() {
        let found = text("//! Title\n\nfn a() {}\n", "Title", &[]);
        assert_eq!(found, "//! Title\n//!\n\nfn a() {}\n\nfn main() {}\n");
    }

    #[test]
    fn marks_stand_where_the_course_says() {
        let starts = |at: &str| {
            vec![Start::Error {
                any_of: vec!["E0382".into()],
                at: At(vec![at.into()]),
            }]
        };
        let marked_at = |at: &str| marked("fn main() {\n    a();\n    b();\n}\n", &starts(at));
        let expected = "fn main() {\n    a();\n    b(); //~ E0382\n}\n";
        assert_eq!(marked_at("b();").as_deref(), Some(expected));
        assert_eq!(marked_at("c();"), None);
    }
}
