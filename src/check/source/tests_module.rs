//! The locked tests of an exercise: which there are, where they stand, and their text with a probe in each.

use std::ops::Range;

use super::items::{ItemWord, items, items_within};
use super::lexer::{Source, Token, TokenKind};

/// The exercise's tests: one top-level `mod tests`, with `#[cfg(test)]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TestsModule {
    /// As named in the file; nearly always `tests`.
    pub name: String,
    /// With its attributes, in bytes of the file.
    pub whole: Range<usize>,
    /// After its opening brace.
    pub body_start: usize,
    pub tests: Vec<Test>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Test {
    /// Its name, without the module's: `the_book_names_the_ship`; `inner::name` in a module within.
    pub name: String,
    /// The line on which its `fn` stands, counted from 1.
    pub line: usize,
    /// After the opening brace of its body.
    pub body_start: usize,
    pub ignored: bool,
    pub should_panic: bool,
}

/// The tests of a file, if it has any: the top-level module with `#[cfg(test)]`, else the one called `tests`.
pub fn find(source: &Source) -> Option<TestsModule> {
    let modules = || {
        items(source)
            .into_iter()
            .filter(|item| item.word == ItemWord::Mod)
    };
    let marked = modules().find(|item| is_cfg_test(source, item.whole.clone()));
    let module = marked.or_else(|| modules().find(|item| item.name == "tests"))?;
    Some(TestsModule {
        tests: tests_within(source, module.body.clone(), ""),
        body_start: module.body.start,
        name: module.name,
        whole: module.whole,
    })
}

fn is_cfg_test(source: &Source, whole: Range<usize>) -> bool {
    let text: String = code_text(source, whole.start..whole.end).take(7).collect();
    text.starts_with("#[cfg(test)]")
}

fn code_text(source: &Source, range: Range<usize>) -> impl Iterator<Item = &str> {
    source
        .code()
        .filter(move |t| t.start >= range.start && t.end <= range.end)
        .map(|t| source.slice(t))
}

fn tests_within(source: &Source, body: Range<usize>, path: &str) -> Vec<Test> {
    let mut tests = Vec::new();
    for item in items_within(source, body) {
        let name = format!("{path}{}", item.name);
        match item.word {
            ItemWord::Mod => tests.extend(tests_within(source, item.body, &format!("{name}::"))),
            ItemWord::Fn => {
                let head = Head::read(source, item.whole.start..item.body.start);
                if head.test {
                    tests.push(Test {
                        name,
                        line: source.line_of(head.fn_at),
                        body_start: item.body.start,
                        ignored: head.ignored,
                        should_panic: head.should_panic,
                    });
                }
            }
        }
    }
    tests
}

/// What stands before a function's body.
struct Head {
    test: bool,
    ignored: bool,
    should_panic: bool,
    fn_at: usize,
}

impl Head {
    fn read(source: &Source, range: Range<usize>) -> Head {
        let tokens: Vec<Token> = source
            .code()
            .filter(|t| t.start >= range.start && t.end <= range.end)
            .collect();
        let attribute = |name: &str| {
            tokens.windows(3).any(|w| {
                source.slice(w[0]) == "#" && source.slice(w[1]) == "[" && source.slice(w[2]) == name
            })
        };
        let fn_at = tokens
            .iter()
            .find(|t| t.kind == TokenKind::Word && source.slice(**t) == "fn");
        Head {
            test: attribute("test"),
            ignored: attribute("ignore"),
            should_panic: attribute("should_panic"),
            fn_at: fn_at.map_or(range.start, |t| t.start),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "
fn main() {}

#[cfg(test)]
mod tests {
    use super::*;

    fn helper() {}

    #[test]
    fn it_adds() { assert!(true) }

    #[test]
    #[should_panic(expected = \"no\")]
    fn it_refuses() -> () { panic!(\"no\") }

    mod more {
        #[test]
        #[ignore = \"slow\"]
        fn slow() {}
    }
}
";

    #[test]
    fn every_test_is_found_with_its_line_and_attributes() {
        let module = find(&Source::new(FILE)).expect("there is a module");
        let seen: Vec<_> = module
            .tests
            .iter()
            .map(|t| (t.name.as_str(), t.line, t.ignored, t.should_panic))
            .collect();
        assert_eq!(
            seen,
            [
                ("it_adds", 11, false, false),
                ("it_refuses", 15, false, true),
                ("more::slow", 20, true, false)
            ]
        );
        assert!(FILE[module.whole].starts_with("#[cfg(test)]"));
        assert!(FILE[module.tests[0].body_start..].starts_with(" assert!(true)"));
    }

    #[test]
    fn a_file_without_tests_has_none() {
        assert_eq!(find(&Source::new("mod till { fn a() {} }")), None);
    }
}
