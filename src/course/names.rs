//! What chapters, exercises and files may be called, so that a name can never lead out of the course folder.

/// A name of version 2: `02_handed_over` is number 2, slug `handed_over`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Numbered<'a> {
    pub(super) number: u32,
    pub(super) slug: &'a str,
}

pub(super) const LONGEST: usize = 64;

/// Takes a name of version 2 apart; the error says what is wrong with it.
pub(super) fn numbered(name: &str) -> Result<Numbered<'_>, &'static str> {
    if name.len() > LONGEST {
        return Err("is longer than 64 letters");
    }
    if name.contains(|c: char| c.is_ascii_uppercase()) {
        return Err("has a capital letter");
    }
    if !name
        .bytes()
        .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
    {
        return Err("has a sign that is not a to z, 0 to 9 or _");
    }
    let digits = name.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 {
        return Err("does not begin with its number");
    }
    let number = name[..digits].parse().ok().filter(|number| *number <= 9999);
    let number = number.ok_or("has a number above 9999")?;
    let slug = name[digits..].strip_prefix('_').unwrap_or_default();
    if !slug.starts_with(|c: char| c.is_ascii_lowercase()) {
        return Err("needs _ and a word that begins with a letter after its number");
    }
    Ok(Numbered { number, slug })
}

/// Why a slug cannot be a crate of its own, if it cannot.
pub(super) fn reserved(slug: &str) -> Option<&'static str> {
    const KEYWORDS: [&str; 51] = [
        "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate",
        "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl",
        "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub",
        "ref", "return", "self", "static", "struct", "super", "trait", "true", "try", "type",
        "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
    ];
    const CRATES: [&str; 6] = ["alloc", "core", "proc_macro", "std", "support", "test"];
    const FOLDERS: [&str; 4] = ["build", "deps", "examples", "incremental"];
    if KEYWORDS.contains(&slug) {
        Some("is a word of the language")
    } else if CRATES.contains(&slug) {
        Some("is the name of another crate")
    } else if FOLDERS.contains(&slug) {
        Some("is a folder of cargo's")
    } else {
        device(slug).then_some("is a device on Windows")
    }
}

/// What is wrong with a name of version 1, which may be in any script, if anything is.
pub(super) fn plain_name_trouble(name: &str) -> Option<&'static str> {
    if name.is_empty() {
        Some("is empty")
    } else if name.len() > 255 {
        Some("is too long")
    } else if !name
        .chars()
        .all(|c| c.is_alphanumeric() || c == '_' || c == '-')
    {
        Some("has a sign that is not a letter, a digit, - or _")
    } else {
        device(name).then_some("is a device on Windows")
    }
}

/// What is wrong with a relative path (with `/`) that a course names, if anything is: it must stay below the
/// folder that it is relative to, on every system.
pub fn path_trouble(path: &str) -> Option<&'static str> {
    if path.is_empty() {
        Some("is empty")
    } else if path.contains('\\') {
        Some("has a backslash; folders are separated by /")
    } else if path.starts_with('/') {
        Some("begins at the root of the disk")
    } else if path.contains(':') {
        Some("has a colon, which names a drive on Windows")
    } else if path.chars().any(char::is_control) {
        Some("has a control character")
    } else {
        path.split('/').find_map(part_trouble)
    }
}

fn part_trouble(part: &str) -> Option<&'static str> {
    if part == ".." {
        Some("leads out of its folder")
    } else if part.is_empty() || part == "." {
        Some("has an empty part")
    } else if part.ends_with(['.', ' ']) {
        Some("has a part that ends with a dot or a blank, which Windows drops")
    } else {
        device(part).then_some("names a device on Windows")
    }
}

/// `con`, `aux.rs`, `LPT1` …: names that open no file on Windows.
fn device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).to_ascii_lowercase();
    let numbered = |prefix: &str| {
        stem.strip_prefix(prefix)
            .is_some_and(|rest| rest.len() == 1 && rest.bytes().all(|b| b.is_ascii_digit()))
    };
    ["con", "prn", "aux", "nul"].contains(&stem.as_str()) || numbered("com") || numbered("lpt")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_name_is_its_number_and_its_slug() {
        assert_eq!(
            numbered("02_handed_over"),
            Ok(Numbered {
                number: 2,
                slug: "handed_over"
            })
        );
        assert_eq!(numbered("00_orientation").map(|name| name.number), Ok(0));
    }

    #[test]
    fn names_that_are_none_say_why() {
        for (name, why) in [
            ("handed_over", "does not begin with its number"),
            ("", "does not begin with its number"),
            (
                "02",
                "needs _ and a word that begins with a letter after its number",
            ),
            (
                "02_2nd",
                "needs _ and a word that begins with a letter after its number",
            ),
            ("02_Handed", "has a capital letter"),
            ("02_händed", "has a sign that is not a to z, 0 to 9 or _"),
            ("02_../x", "has a sign that is not a to z, 0 to 9 or _"),
            ("99999_x", "has a number above 9999"),
            ("99999999999999999999_x", "has a number above 9999"),
        ] {
            assert_eq!(numbered(name), Err(why), "{name}");
        }
        assert!(numbered(&format!("01_{}", "x".repeat(62))).is_err());
    }

    #[test]
    fn paths_that_lead_out_or_fail_on_windows_are_refused() {
        for path in [
            "",
            "/etc/passwd",
            "../x",
            "a/../../x",
            "a/..",
            "./a",
            "a//b",
            "a/",
            "C:/x",
            "c:x",
            "a\\b",
            "a\0b",
            "a\nb",
            "con",
            "a/aux.rs",
            "LPT1",
            "a/x.",
            "x ",
        ] {
            assert!(path_trouble(path).is_some(), "{path:?}");
        }
        for path in [
            "a",
            "a/b.rs",
            "book/ch04-01.html#x",
            "company/x",
            "com/x",
            "...x",
        ] {
            assert_eq!(path_trouble(path), None, "{path:?}");
        }
    }

    #[test]
    fn version_1_names_may_be_in_any_script() {
        for name in ["intro1", "2_function_pointer", "変数1", "try-me"] {
            assert_eq!(plain_name_trouble(name), None, "{name}");
        }
        for name in ["", "..", "a/b", "a\\b", "a b", "a.b", "nul", "x\0"] {
            assert!(plain_name_trouble(name).is_some(), "{name:?}");
        }
    }

    proptest! {
        #[test]
        fn no_accepted_path_ever_leaves_its_folder(path in "[a./\\\\:C\\PC]{0,12}") {
            if path_trouble(&path).is_none() {
                let mut depth = 0i32;
                for part in std::path::Path::new(&path).components() {
                    prop_assert!(matches!(part, std::path::Component::Normal(_)));
                    depth += 1;
                }
                prop_assert!(depth > 0);
            }
        }

        #[test]
        fn no_accepted_name_holds_a_separator(name in "\\PC{0,12}") {
            if numbered(&name).is_ok() || plain_name_trouble(&name).is_none() {
                prop_assert!(!name.contains(['/', '\\', ':', '\0', '.']));
            }
        }
    }
}
