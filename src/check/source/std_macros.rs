//! Macros of std that the locked tests call. They are imported by name, so that a macro of the learner's with the same
//! name is an error of the compiler's (E0659) and not a test that tests nothing.

use std::collections::BTreeSet;
use std::ops::Range;

use super::lexer::{Source, Token, TokenKind};

const ALL: &[&str] = &[
    "assert",
    "assert_eq",
    "assert_ne",
    "cfg",
    "concat",
    "dbg",
    "debug_assert",
    "debug_assert_eq",
    "debug_assert_ne",
    "eprint",
    "eprintln",
    "format",
    "format_args",
    "matches",
    "panic",
    "print",
    "println",
    "stringify",
    "thread_local",
    "todo",
    "unimplemented",
    "unreachable",
    "vec",
    "write",
    "writeln",
];

/// Those that are called in `body`. Left out is what the course itself imports there, or has made a macro of its own for.
pub fn called(course: &Source, body: &Range<usize>) -> BTreeSet<&'static str> {
    let code: Vec<Token> = course.code().collect();
    let words =
        |tokens: &[Token]| -> Vec<&str> { tokens.iter().map(|t| course.slice(*t)).collect() };
    let made = |name: &str| {
        code.windows(3)
            .any(|window| words(window) == ["macro_rules", "!", name])
    };
    let inside: Vec<Token> = code
        .iter()
        .copied()
        .filter(|token| token.start >= body.start && token.end <= body.end)
        .collect();
    let imported = imported(course, &inside);
    let calls = inside
        .windows(3)
        .filter(|window| course.slice(window[1]) == "!" && window[2].kind == TokenKind::Open);
    let names = calls.filter_map(|window| {
        let name = course.slice(window[0]);
        ALL.iter().copied().find(|known| *known == name)
    });
    names
        .filter(|name| !imported.contains(name) && !made(name))
        .collect()
}

/// Every word of every `use` declaration.
fn imported<'a>(course: &'a Source, tokens: &[Token]) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    let mut within = false;
    for token in tokens {
        match course.slice(*token) {
            "use" => within = true,
            ";" => within = false,
            word if within => {
                found.insert(word);
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&'static str> {
        let source = Source::new(text);
        called(&source, &(0..text.len())).into_iter().collect()
    }

    #[test]
    fn only_what_is_called_is_named() {
        let text = "assert_eq!(a, 1); if vec != b { panic!(\"x\") } // todo!()\n let format = \"write!()\";";
        assert_eq!(found(text), ["assert_eq", "panic"]);
    }

    #[test]
    fn what_the_course_imports_or_makes_itself_is_left_alone() {
        assert_eq!(found("use std::panic; panic!(\"x\"); vec![1];"), ["vec"]);
        assert_eq!(
            found("macro_rules! vec { () => {} } vec![];"),
            Vec::<&str>::new()
        );
    }
}
