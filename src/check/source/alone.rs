//! Whether a text means the same as a module of a larger crate as it does as a crate of its own.

use super::lexer::{Source, Token, TokenKind};

/// Words whose meaning depends on the crate or on the program that they stand in.
const WORDS: [&str; 19] = [
    "Backtrace",
    "Location",
    "concat_idents",
    "crate",
    "current_exe",
    "export_name",
    "extern",
    "global_allocator",
    "global_asm",
    "link_section",
    "macro_export",
    "macro_use",
    "naked_asm",
    "no_mangle",
    "panic_handler",
    "set_hook",
    "super",
    "type_name",
    "type_name_of_val",
];

/// Macros that know the file, the module or the crate.
const MACROS: [&str; 9] = [
    "asm",
    "column",
    "env",
    "file",
    "include",
    "include_bytes",
    "include_str",
    "module_path",
    "option_env",
];

/// Functions that know the thread or the process, by the ends of their paths.
const PATHS: [&str; 2] = ["current", "env"];

/// Inner attributes that may stand in any module.
const LEVELS: [&str; 5] = ["allow", "deny", "expect", "forbid", "warn"];

/// Whether the text has to be a crate of its own. From the offset `tests` on it is the tests' module, which may name what
/// is above it. In doubt it has to: then it is compiled alone without need, which costs a moment.
pub fn stands_alone(source: &Source, tests: usize) -> bool {
    let code: Vec<Token> = source.code().collect();
    let text = |index: usize| code.get(index).map_or("", |token| source.slice(*token));
    (0..code.len()).any(|at| {
        let before = |back: usize| at.checked_sub(back).map_or("", text);
        match code[at].kind {
            TokenKind::Word => {
                let word = text(at).trim_start_matches("r#");
                let after_colons = before(1) == ":" && before(2) == ":";
                let restricted = before(1) == "(" && before(2) == "pub" && text(at + 1) == ")";
                match word {
                    "crate" if restricted => false,
                    "super" if code[at].start >= tests => false,
                    "path" => text(at + 1) == "=" && text(at + 2).starts_with(['"', 'r']),
                    "used" => before(1) == "[" && before(2) == "#",
                    // `mod other;`
                    "mod" => text(at + 2) == ";",
                    _ => {
                        WORDS.contains(&word)
                            || MACROS.contains(&word) && text(at + 1) == "!"
                            || PATHS.contains(&word) && after_colons
                    }
                }
            }
            // `#![feature(…)]`, `#![cfg(…)]`: anything but levels of lints.
            _ => {
                text(at) == "["
                    && before(1) == "!"
                    && before(2) == "#"
                    && !LEVELS.contains(&text(at + 1))
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alone(text: &str) -> bool {
        let tests = text.find("mod tests").unwrap_or(usize::MAX);
        stands_alone(&Source::new(text), tests)
    }

    #[test]
    fn plain_programs_may_share_a_crate() {
        for text in [
            "//! A crate.\n#![allow(dead_code)]\nuse std::fmt;\nfn main() { println!(\"crate\"); }",
            "fn a() {} mod tests { use super::*; }",
            "pub(crate) fn a(path: &str, file: u8) { let current = path; let env = [file]; }",
            "fn a(path: u8) -> bool { let used = path == 1; !used }",
        ] {
            assert!(!alone(text), "{text}");
        }
    }

    #[test]
    fn what_depends_on_the_crate_is_compiled_alone() {
        for text in [
            "use crate::a;",
            "#![feature(never_type)]",
            "#![cfg(not(test))]",
            "fn a() -> &'static str { module_path!() }",
            "macro_rules! m { () => { $crate::a() } }",
            "extern \"C\" { fn a(); }",
            "use super::a; mod tests { use super::*; }",
            "mod inner { use super::*; }",
            "mod kitchen;",
            "#[path = \"../a.rs\"] mod a { }",
            "#[r#no_mangle] fn a() {}",
            "fn a() { std::thread::current().name(); }",
            "use std::env;",
            "#[used] static A: u8 = 1;",
        ] {
            assert!(alone(text), "{text}");
        }
    }
}
