//! The file whose code is commented out: what a learner may try, and what must not pass.

use std::collections::BTreeSet;

use crate::check::source::{Source, Token, TokenKind, tests_module};

/// Everything but the leading `//!` lines and the tests as comments.
pub fn comment_out(starter: &str) -> String {
    let source = Source::new(starter);
    let tests =
        tests_module::find(&source).map_or(usize::MAX, |module| source.line_of(module.whole.start));
    let line = |(index, line): (usize, &str)| match line {
        line if line.starts_with("//!") || index + 1 >= tests => format!("{line}\n"),
        line => format!("// {line}\n"),
    };
    starter.lines().enumerate().map(line).collect()
}

/// Words that begin an item, before its name.
const ITEMS: [&str; 8] = [
    "const", "enum", "fn", "mod", "static", "struct", "trait", "type",
];

/// Names that mean something without any code.
const PRELUDE: [&str; 44] = [
    "AsMut",
    "AsRef",
    "Box",
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "DoubleEndedIterator",
    "Drop",
    "Eq",
    "Err",
    "ExactSizeIterator",
    "Extend",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "FromIterator",
    "Future",
    "Hash",
    "Into",
    "IntoFuture",
    "IntoIterator",
    "Iterator",
    "None",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Result",
    "Send",
    "Some",
    "String",
    "Sync",
    "ToOwned",
    "ToString",
    "TryFrom",
    "TryInto",
    "Unpin",
    "Vec",
    "drop",
    "size_of",
    "support",
];

/// Whether the tests call or build something that only the starter's code defines, so that they cannot compile without
/// it. `false` where that is not sure.
pub fn tests_need_the_code(starter: &str) -> bool {
    let source = Source::new(starter);
    let Some(module) = tests_module::find(&source) else {
        return false;
    };
    let (tests, code): (Vec<Token>, Vec<Token>) = source
        .code()
        .partition(|token| module.whole.contains(&token.start));
    let defined = defined(&source, &code);
    defined
        .iter()
        .any(|name| is_only_used(&source, &tests, name))
}

/// The names of items at the top level.
fn defined<'s>(source: &'s Source, code: &[Token]) -> BTreeSet<&'s str> {
    let mut names = BTreeSet::new();
    let mut depth = 0usize;
    for pair in code.windows(2) {
        match pair[0].kind {
            TokenKind::Open => depth += 1,
            TokenKind::Close => depth = depth.saturating_sub(1),
            _ => {}
        }
        let begins = depth == 0 && ITEMS.contains(&source.slice(pair[0]));
        if begins && pair[1].kind == TokenKind::Word {
            names.insert(source.slice(pair[1]));
        }
    }
    names.retain(|name| !PRELUDE.contains(name) && !ITEMS.contains(name));
    names
}

/// Whether the name stands in the tests, and everywhere as something that is called, built or looked into.
fn is_only_used(source: &Source, tests: &[Token], name: &str) -> bool {
    let text = |at: Option<usize>| {
        at.and_then(|at| tests.get(at))
            .map_or("", |token| source.slice(*token))
    };
    let mut places = (0..tests.len())
        .filter(|at| text(Some(*at)) == name)
        .peekable();
    let is_used = |at: usize| {
        let before = text(at.checked_sub(1));
        let after = text(Some(at + 1));
        let defines =
            ITEMS.contains(&before) || ["let", "mut", "ref", "|", ".", "'"].contains(&before);
        let in_a_path = before == ":" && text(at.checked_sub(2)) == ":";
        let calls = after == "(" || after == "{" || (after == ":" && text(Some(at + 2)) == ":");
        calls && !defines && !in_a_path
    };
    let has_macros = tests
        .iter()
        .any(|token| source.slice(*token) == "macro_rules");
    !has_macros && places.peek().is_some() && places.all(is_used)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn need(code: &str, tests: &str) -> bool {
        tests_need_the_code(&format!(
            "{code}\n#[cfg(test)]\nmod tests {{ use super::*; {tests} }}\n"
        ))
    }

    #[test]
    fn tests_that_call_or_build_what_is_gone_cannot_compile() {
        assert!(need(
            "fn total() -> u8 { 1 }",
            "#[test] fn a() { assert_eq!(total(), 1); }"
        ));
        assert!(need(
            "struct Crane;",
            "#[test] fn a() { let crane = Crane { }; }"
        ));
        assert!(need("enum Sign { A }", "#[test] fn a() { f(Sign::A); }"));
    }

    #[test]
    fn in_doubt_the_compiler_is_asked() {
        for (code, tests) in [
            ("fn main() {}", "#[test] fn a() { assert!(true); }"),
            ("fn total() {}", "fn total() {} #[test] fn a() { total() }"),
            (
                "fn total() {}",
                "#[test] fn a() { let total = || 1; total(); }",
            ),
            ("fn total() {}", "#[test] fn a() { x.total(); }"),
            ("fn total() {}", "#[test] fn a() { other::total(); }"),
            ("fn total() {}", "use x::total; #[test] fn a() { total(); }"),
            ("fn drop(_: u8) {}", "#[test] fn a() { drop(1); }"),
            ("mod m { pub fn total() {} }", "#[test] fn a() { total(); }"),
        ] {
            assert!(!need(code, tests), "{tests}");
        }
    }

    #[test]
    fn the_goal_and_the_tests_stay() {
        let text = "//! Goal\nfn a() {}\n#[cfg(test)]\nmod tests {\n}\n";
        assert_eq!(
            comment_out(text),
            "//! Goal\n// fn a() {}\n#[cfg(test)]\nmod tests {\n}\n"
        );
    }
}
