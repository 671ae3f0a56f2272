//! The guide, CONTRIBUTING.md, is held to its word: its first section is followed to the letter, its entries are read,
//! its table of rules is compared.

mod support;

use std::fs;
use std::path::Path;

use support::Folder;
use tutor::course::model::{Course, Kind};
use tutor::course::{CourseFiles, TextFile, load};
use tutor::verify::Rule;

fn guide() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("CONTRIBUTING.md");
    fs::read_to_string(path).expect("the guide is there")
}

/// The text below a heading, up to the next one of its level.
fn section(heading: &str) -> String {
    let level = heading.split(' ').next().unwrap_or_default();
    let guide = guide();
    let lines = guide.lines().skip_while(|line| *line != heading).skip(1);
    let end = format!("{level} ");
    let lines: Vec<&str> = lines.take_while(|line| !line.starts_with(&end)).collect();
    assert!(!lines.is_empty(), "the guide has no {heading}");
    lines.join("\n")
}

/// A fenced block: its language, its text, and what is said right before it.
struct Block {
    language: String,
    text: String,
    before: String,
}

fn blocks(section: &str) -> Vec<Block> {
    let mut found = Vec::new();
    let mut before = String::new();
    let mut lines = section.lines();
    while let Some(line) = lines.next() {
        if let Some(language) = line.strip_prefix("```") {
            let text: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            found.push(Block {
                language: language.to_owned(),
                text: text.join("\n") + "\n",
                before: std::mem::take(&mut before),
            });
        } else {
            before.push_str(line);
            before.push('\n');
        }
    }
    found
}

/// The last text in backticks, as in ``Into `exercises/a.rs`:``.
fn named(before: &str) -> &str {
    let mut parts = before.rsplit('`');
    parts.next();
    parts.next().unwrap_or_default()
}

/// Whoever works in a terminal, in an empty folder.
struct Author {
    test: Folder,
    /// Below the test's folder.
    below: String,
    said: String,
}

impl Author {
    /// Calls each line as it stands there; `cd` is obeyed, everything else has to be `tutor`.
    fn call(&mut self, commands: &str) {
        self.said.clear();
        for command in commands.lines() {
            let words: Vec<&str> = command.split_whitespace().collect();
            match words.split_first() {
                Some((&"cd", folder)) => self.below = folder.concat(),
                Some((&"tutor", words)) => self.say(words),
                _ => panic!("the guide calls `{command}`"),
            }
        }
    }

    fn say(&mut self, words: &[&str]) {
        let call = self.test.tutor(words.iter().copied()).below(&self.below);
        let (said, _) = call.told();
        self.said.push_str(&said);
    }

    fn write(&self, path: &str, text: &str) {
        let path = format!("{}/{path}", self.below);
        assert!(self.test.has(&path), "{path} is to be written over");
        self.test.write(&path, text);
    }

    /// Puts an entry in the place of the one with its name.
    fn replace_entry(&self, path: &str, entry: &str) {
        let path = format!("{}/{path}", self.below);
        let name = entry.lines().find(|line| line.starts_with("name = "));
        let name = name.expect("the entry has a name");
        let text = self.test.read(&path);
        let parts = text.split("[[exercises]]\n");
        let parts: Vec<String> = parts
            .map(|part| match part.contains(name) {
                true => entry.replacen("[[exercises]]\n", "", 1) + "\n",
                false => part.to_owned(),
            })
            .collect();
        let changed = parts.join("[[exercises]]\n");
        assert_ne!(changed, text, "{path} has no entry with {name}");
        self.test.write(&path, changed);
    }
}

#[test]
fn the_first_exercise_is_made_by_doing_what_the_guide_says() {
    let mut author = Author {
        test: Folder::new(),
        below: String::new(),
        said: String::new(),
    };
    let mut written = 0;
    for block in blocks(&section("## A first exercise in ten minutes")) {
        match block.language.as_str() {
            "sh" => author.call(&block.text),
            "rust" => author.write(named(&block.before), &block.text),
            "toml" => author.replace_entry("info.toml", &block.text),
            "text" => {
                for line in block.text.lines() {
                    assert!(
                        author.said.contains(line),
                        "no {line:?} in\n{}",
                        author.said
                    );
                }
            }
            other => panic!("the guide has a block of {other:?}"),
        }
        written += usize::from(block.language == "rust");
    }
    assert_eq!(written, 3, "starter, solution and wrong answer");
    let proof = author.test.tutor(["verify", "--trust", "--quiet"]);
    proof.below("bakery").run();
}

#[test]
fn every_kind_has_an_example_whose_entry_a_course_can_have() {
    let kinds = section("## The kinds");
    let mut info = String::from(
        "format_version = 2\nid = 'guide'\ntitle = 'Guide'\n[[chapters]]\ndir = '01_a'\ntitle = 'A'\n",
    );
    let mut paths = Vec::new();
    for (index, kind) in Kind::ALL.iter().enumerate() {
        let heading = format!("### `{}`\n", kind.key());
        let at = kinds
            .find(&heading)
            .unwrap_or_else(|| panic!("no {heading}"));
        let rest = &kinds[at + heading.len()..];
        let own = blocks(&rest[..rest.find("\n### ").unwrap_or(rest.len())]);
        let languages: Vec<&str> = own.iter().map(|block| block.language.as_str()).collect();
        assert_eq!(languages, ["rust", "toml"], "{heading}");
        assert!(own[1].text.contains(&format!("kind = \"{}\"", kind.key())));
        let name = format!("{:02}_my_{}", index + 1, kind.key());
        info += &format!(
            "[[exercises]]\ndir = '01_a'\nname = '{name}'\n{}",
            own[1].text
        );
        paths.push(format!("exercises/01_a/{name}.rs"));
    }
    assert_eq!(read(&info, &paths).exercises.len(), Kind::ALL.len());
}

#[test]
fn the_manifest_of_the_guide_can_be_read() {
    let format = section("## The format");
    let manifest = blocks(&format)
        .into_iter()
        .find(|block| block.language == "toml");
    let manifest = manifest.expect("there is one").text;
    let course = read(
        &manifest,
        &["exercises/03_ownership/02_handed_over.rs".to_owned()],
    );
    assert_eq!(course.exercises[0].hints.len(), 3);
}

#[test]
fn the_table_of_rules_is_the_rules() {
    let rows: Vec<String> = section("## `tutor verify`")
        .lines()
        .filter(|line| line.starts_with("| `V"))
        .map(str::to_owned)
        .collect();
    let rules = Rule::ALL.iter();
    let rules = rules.map(|rule| format!("| `{}` | {} |", rule.id(), rule.about()));
    assert_eq!(rows, rules.collect::<Vec<_>>());
}

/// A course with these files, which has no faults and no unknown keys.
fn read(info: &str, paths: &[String]) -> Course {
    let loaded = load(&CourseFiles {
        info: TextFile {
            path: "info.toml".to_owned(),
            bytes: info.as_bytes().to_vec(),
        },
        paths: paths.iter().cloned().collect(),
        ..CourseFiles::default()
    });
    assert_eq!(loaded.faults, []);
    assert_eq!(loaded.warnings, []);
    loaded.course.expect("it has no faults")
}
