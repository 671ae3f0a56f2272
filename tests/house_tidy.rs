//! The rules of the house that the compiler does not know: which room may do what, and through which door.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use tutor::check::source::{Source, TokenKind};

/// Rooms that decide. They do no I/O: what they need comes in as an argument.
const PURE: [&str; 5] = ["course", "check", "session", "verify", "view"];

const IO: [&str; 13] = [
    "std::fs",
    "std::env",
    "std::process",
    "std::net",
    "std::thread",
    "io::stdout",
    "io::stderr",
    "io::stdin",
    "Instant::now",
    "SystemTime",
    "println!",
    "print!(",
    "File::",
];

/// Which other rooms a room may name.
const KNOWS: [(&str, &[&str]); 6] = [
    ("course", &[]),
    ("check", &["course"]),
    ("session", &["course", "check"]),
    ("verify", &["course", "check"]),
    ("view", &["course", "check", "session", "verify"]),
    ("system", &["course", "check", "session", "view"]),
];

/// The one door of each dependency: as it is named in code, and the files that may name it, by the beginning of their path.
const DOORS: [(&str, &str, &[&str]); 22] = [
    ("anyhow", "anyhow::", &["engine/", "commands/", "system/"]),
    ("blake3", "blake3::", &["check/", "system/"]),
    ("clap", "clap::", &["cli.rs"]),
    ("clap_complete", "clap_complete::", &["cli.rs"]),
    ("console", "console::", &["view/", "system/terminal"]),
    ("crossterm", "crossterm::", &["system/terminal"]),
    (
        "indicatif",
        "indicatif::",
        &["system/terminal", "system/bars"],
    ),
    ("notify", "notify::", &["system/watcher"]),
    ("process-wrap", "process_wrap::", &["system/process"]),
    ("pulldown-cmark", "pulldown_cmark::", &["view/markdown"]),
    ("quick-junit", "quick_junit::", &["view/junit.rs"]),
    ("ra-ap-rustc_lexer", "ra_ap_rustc_lexer::", &["check/"]),
    ("rustix", "rustix::", &["system/"]),
    (
        "serde",
        "serde::",
        &["course/", "check/", "session/progress", "view/"],
    ),
    ("serde_json", "serde_json::", &["check/", "view/"]),
    ("signal-hook", "signal_hook::", &["system/"]),
    ("similar", "similar::", &["view/"]),
    ("tempfile", "tempfile::", &["system/", "engine/"]),
    ("toml", "toml::", &["course/", "session/progress"]),
    ("toml_edit", "toml_edit::", &["course/", "session/progress"]),
    ("unicode-width", "unicode_width::", &["verify/", "view/"]),
    ("vte", "vte::", &["view/", "system/terminal"]),
];

#[test]
fn rooms_that_decide_do_no_io() {
    let mut found = Vec::new();
    for source in sources()
        .iter()
        .filter(|source| PURE.contains(&source.room()))
    {
        found.extend(source.places(|line| IO.iter().any(|banned| line.contains(banned))));
    }
    assert_none(&found, "does I/O in a room that decides");
}

#[test]
fn a_room_names_only_the_rooms_below_it() {
    let mut found = Vec::new();
    for source in sources() {
        let Some((room, known)) = KNOWS.iter().find(|(room, _)| *room == source.room()) else {
            continue;
        };
        found.extend(source.places(|line| {
            line.split("crate::").skip(1).any(|rest| {
                let named = word(rest);
                named != *room && !known.contains(&named)
            })
        }));
    }
    assert_none(&found, "names a room that it should not know");
}

#[test]
fn each_dependency_has_one_door() {
    let mut found = Vec::new();
    for source in sources() {
        for (_, name, doors) in DOORS {
            if !doors.iter().any(|door| source.path.starts_with(door)) {
                found.extend(source.places(|line| names_crate(line, name)));
            }
        }
    }
    assert_none(&found, "names a dependency elsewhere than at its door");
}

#[test]
fn every_dependency_has_a_door() {
    let manifest = read(&root().join("Cargo.toml"));
    let of_the_tool = manifest
        .split("[build-dependencies]")
        .next()
        .expect("a first part");
    let dependencies = of_the_tool
        .split("dependencies]")
        .skip(1)
        .flat_map(|section| section.split("\n[").next().unwrap_or_default().lines())
        .filter_map(|line| line.split_once(" = "))
        .map(|(name, _)| name.to_owned());
    let doors: BTreeSet<&str> = DOORS.iter().map(|(name, ..)| *name).collect();
    for dependency in dependencies {
        assert!(
            doors.contains(dependency.as_str()),
            "{dependency} has no door in this test"
        );
    }
}

#[test]
fn nothing_is_left_to_be_done_later() {
    let mut found = Vec::new();
    for source in sources() {
        let banned = ["todo!(", "unimplemented!(", "dbg!(", "FIXME", "XXX"];
        found.extend(source.places(|line| banned.iter().any(|word| line.contains(word))));
    }
    assert_none(&found, "is left to be done later");
}

#[test]
fn no_file_has_more_than_six_hundred_lines() {
    for source in sources() {
        let lines = source.text.lines().count();
        assert!(lines < 600, "src/{} has {lines} lines", source.path);
    }
}

#[test]
fn no_function_has_more_than_seventy_lines() {
    let mut found = Vec::new();
    for source in sources() {
        for (name, line, length) in functions(&source.text) {
            if length > 70 {
                found.push(format!("src/{}:{line}: {name}, {length}", source.path));
            }
        }
    }
    assert_none(&found, "has more than seventy lines");
}

#[test]
fn the_changelog_has_a_place_for_what_is_not_released_yet() {
    assert!(read(&root().join("CHANGELOG.md")).contains("\n## Unreleased\n"));
}

#[test]
fn ci_runs_the_two_commands_of_the_readme() {
    let readme = read(&root().join("README.md"));
    let ci = read(&root().join(".ci/run"));
    for command in ["cargo run -- watch", "cargo test"] {
        assert!(
            readme.contains(&format!("\n    {command}\n")),
            "the README has no line {command}"
        );
        let called = ci.lines().any(|line| line.starts_with(command));
        assert!(called, ".ci/run does not call {command}");
    }
}

#[test]
fn the_readme_names_the_toolchain_of_the_manifest() {
    let manifest = read(&root().join("Cargo.toml"));
    let version = manifest
        .lines()
        .find_map(|line| line.strip_prefix("rust-version = "));
    let version = version.expect("the manifest names it").trim_matches('"');
    assert!(read(&root().join("README.md")).contains(&format!("Rust {version}")));
}

/// A file below `src/`, as far as it is shipped: without its tests and without comments.
struct Room {
    /// Below `src/`, with slashes.
    path: String,
    text: String,
}

impl Room {
    fn room(&self) -> &str {
        self.path.split(['/', '.']).next().unwrap_or_default()
    }

    /// The lines for which it holds, as `src/path:line: text`.
    fn places(&self, holds: impl Fn(&str) -> bool) -> Vec<String> {
        self.text
            .lines()
            .enumerate()
            .filter(|(_, line)| holds(line))
            .map(|(index, line)| format!("src/{}:{}: {}", self.path, index + 1, line.trim()))
            .collect()
    }
}

fn sources() -> Vec<Room> {
    let src = root().join("src");
    let mut found = Vec::new();
    let mut folders = vec![src.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("src can be read").flatten() {
            let place = entry.path();
            if place.is_dir() {
                folders.push(place);
            } else if place.extension().is_some_and(|is| is == "rs") && !is_apart(&place) {
                let below = place.strip_prefix(&src).expect("it is below src");
                found.push(Room {
                    path: below.to_string_lossy().replace('\\', "/"),
                    text: shipped(&read(&place)),
                });
            }
        }
    }
    found
}

/// Tests, and the probe: a crate of its own, which is compiled beside an exercise.
fn is_apart(place: &Path) -> bool {
    let of_tests = |part: &OsStr| part == "tests" || part == "probe";
    place.iter().any(of_tests)
        || place
            .file_stem()
            .is_some_and(|stem| stem == "tests" || stem == "properties")
}

/// The code up to its test module: comments and literals are blanked, and the lines stay where they are.
fn shipped(text: &str) -> String {
    let source = Source::new(text);
    let mut code = text.as_bytes().to_vec();
    for token in source.tokens() {
        use TokenKind::{BlockComment, InnerDoc, LineComment, Literal, OuterDoc};
        if matches!(
            token.kind,
            LineComment | BlockComment | InnerDoc | OuterDoc | Literal
        ) {
            let extent = &mut code[token.start..token.end];
            extent
                .iter_mut()
                .filter(|byte| **byte != b'\n')
                .for_each(|byte| *byte = b' ');
        }
    }
    let code = String::from_utf8(code).expect("whole tokens were blanked");
    let tests = code.find("\n#[cfg(test)]\n").unwrap_or(code.len());
    code[..tests].to_owned() + "\n"
}

/// Name, first line and length of each function, by the shape that rustfmt gives it.
fn functions(text: &str) -> Vec<(String, usize, usize)> {
    let mut found = Vec::new();
    let mut open: Option<(String, String, usize)> = None;
    for (index, line) in text.lines().enumerate() {
        let code = line.trim_start();
        if let Some((name, end, first)) = &open {
            if line == end {
                found.push((name.clone(), first + 1, index - first + 1));
                open = None;
            }
        } else if let Some(name) = function_name(code)
            && !code.ends_with(['}', ';'])
        {
            let indent = &line[..line.len() - code.len()];
            open = Some((name.to_owned(), format!("{indent}}}"), index));
        }
    }
    found
}

fn function_name(code: &str) -> Option<&str> {
    let mut words = code.split_whitespace().skip_while(|word| {
        word.starts_with("pub")
            || ["const", "async", "unsafe"].contains(word)
            || word.ends_with(')')
    });
    (words.next() == Some("fn")).then(|| word(words.next().unwrap_or_default()))
}

fn names_crate(line: &str, name: &str) -> bool {
    line.match_indices(name).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':')
    })
}

/// The identifier that the text begins with.
fn word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_');
    &text[..end.unwrap_or(text.len())]
}

fn assert_none(found: &[String], what: &str) {
    assert!(found.is_empty(), "{what}:\n{}", found.join("\n"));
}

fn read(place: &Path) -> String {
    fs::read_to_string(place).unwrap_or_else(|why| panic!("{}: {why}", place.display()))
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}
