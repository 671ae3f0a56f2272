//! How a course's files are compiled: edition, dependencies, lints; from `[build]`, or in version 1 from Cargo.toml.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use toml::de::DeValue;
use toml_edit::Key as WrittenKey;

use super::crates::plain_folder;
use super::fault::quoted;
use super::key;
use super::model::{Build, Level, LintLevel};
use super::names::path_trouble;
use super::nearest::nearest;
use super::table::{Table, Value, Word};

const NEWEST_EDITION: &str = "2024";
const EDITIONS: [&str; 4] = ["2015", "2018", "2021", NEWEST_EDITION];

impl Default for Build {
    /// The newest edition and nothing else.
    fn default() -> Build {
        Build {
            edition: NEWEST_EDITION.to_owned(),
            dependencies: BTreeMap::new(),
            lints: Vec::new(),
        }
    }
}

/// The `[build]` table of version 2.
pub(super) fn from_build_table(build: &mut Table<'_, '_>) -> Build {
    Build {
        edition: edition(build).unwrap_or_else(|| NEWEST_EDITION.to_owned()),
        dependencies: dependencies(build),
        lints: lints(build),
    }
}

/// A Cargo.toml: its `package.edition`, `[dependencies]` and `[lints]`. All its other keys are cargo's affair.
pub(super) fn from_cargo_toml(manifest: &mut Table<'_, '_>) -> Build {
    let package = manifest.get(key::PACKAGE);
    let edition = package.and_then(|package| {
        let mut package = manifest.inside(key::PACKAGE, package, "`[package]`")?;
        edition(&mut package)
    });
    Build {
        // What cargo takes where none is named.
        edition: edition.unwrap_or_else(|| "2015".to_owned()),
        dependencies: dependencies(manifest),
        lints: lints(manifest),
    }
}

fn edition(table: &mut Table<'_, '_>) -> Option<String> {
    let word = table.text(key::EDITION)?;
    if EDITIONS.contains(&word.text) {
        return Some(word.text.to_owned());
    }
    let what = format!("there is no edition {}", quoted(word.text));
    table.fault(
        word.at,
        what,
        "use one of \"2015\", \"2018\", \"2021\", \"2024\"",
    );
    None
}

fn dependencies(table: &mut Table<'_, '_>) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let Some(value) = table.get(key::DEPENDENCIES) else {
        return found;
    };
    let Some(mut inside) = table.inside(key::DEPENDENCIES, value, "`dependencies`") else {
        return found;
    };
    for (name, value) in inside.entries() {
        match value.get_ref() {
            DeValue::String(_) => {
                found.insert(name.text.to_owned(), written(value));
            }
            DeValue::Table(_) => {
                refuse_far_crate(&mut inside, name, value);
                found.insert(name.text.to_owned(), written(value));
            }
            _ => inside.wrong_type(
                key::DEPENDENCIES,
                value,
                "a version or a table for each crate",
            ),
        }
    }
    found
}

/// A crate that lies elsewhere on the disk is no part of the course: nobody would say yes to it, nor copy it.
fn refuse_far_crate(table: &mut Table<'_, '_>, name: Word<'_>, value: &Value<'_>) {
    let path = value.get_ref().as_table().and_then(|table| {
        let path = table.get("path")?;
        Some((path.span().start, path.get_ref().as_str()?))
    });
    let Some((at, path)) = path else {
        return;
    };
    if let Some(trouble) = path_trouble(plain_folder(path)) {
        let what = format!(
            "the path {} of the crate {} {trouble}",
            quoted(path),
            quoted(name.text)
        );
        let remedy = "name a folder of the course, such as \"exercises/oars\"";
        table.fault(at, what, remedy);
    }
}

/// A value as TOML text on one line.
fn written(value: &Value<'_>) -> String {
    match value.get_ref() {
        DeValue::String(text) => toml_edit::Value::from(text.as_ref()).to_string(),
        DeValue::Integer(number) => number.to_string(),
        DeValue::Float(number) => number.as_str().to_owned(),
        DeValue::Boolean(flag) => flag.to_string(),
        DeValue::Datetime(date) => date.to_string(),
        DeValue::Array(items) => {
            let items: Vec<String> = items.iter().map(written).collect();
            format!("[{}]", items.join(", "))
        }
        DeValue::Table(table) => {
            let entries = table.iter().map(|(key, value)| {
                format!(
                    "{} = {}",
                    WrittenKey::new(key.get_ref().as_ref()),
                    written(value)
                )
            });
            format!("{{ {} }}", Vec::from_iter(entries).join(", "))
        }
    }
}

/// The lints in the order in which cargo hands them to the compiler, where later ones win: all tools together,
/// by priority ascending, then by name descending.
fn lints(table: &mut Table<'_, '_>) -> Vec<LintLevel> {
    let mut found: Vec<(LintLevel, String)> = Vec::new();
    let Some(value) = table.get(key::LINTS) else {
        return Vec::new();
    };
    let Some(mut lints) = table.inside(key::LINTS, value, "`lints`") else {
        return Vec::new();
    };
    for (tool, value) in lints.entries() {
        let Some(prefix) = tool_prefix(&mut lints, tool) else {
            continue;
        };
        let Some(mut of_tool) = lints.inside(key::LINTS, value, "a tool's lints") else {
            continue;
        };
        for (name, value) in of_tool.entries() {
            let Some((level, priority)) = level_and_priority(&mut of_tool, value) else {
                continue;
            };
            let lint = format!("{prefix}{}", name.text.replace('-', "_"));
            let level = LintLevel {
                lint,
                level,
                priority,
            };
            found.push((level, name.text.to_owned()));
        }
    }
    found.sort_by(|(a, a_name), (b, b_name)| cargo_order(a, a_name).cmp(&cargo_order(b, b_name)));
    found.into_iter().map(|(level, _)| level).collect()
}

/// What cargo sorts its flags by; the flag itself decides between equals.
fn cargo_order<'a>(
    level: &'a LintLevel,
    name: &'a str,
) -> (i64, Reverse<&'a str>, &'static str, &'a str) {
    (
        level.priority,
        Reverse(name),
        level.level.word(),
        &level.lint,
    )
}

/// What the compiler puts before the tool's lints. `None` for cargo's own lints, and for what is no tool.
fn tool_prefix(lints: &mut Table<'_, '_>, tool: Word<'_>) -> Option<&'static str> {
    match tool.text {
        "rust" => Some(""),
        "clippy" => Some("clippy::"),
        "rustdoc" => Some("rustdoc::"),
        "cargo" => None,
        "workspace" => {
            let what = "lints of a workspace are not read";
            lints.fault(tool.at, what, "write them into this table");
            None
        }
        other => {
            let what = format!("there is no lint tool {}", quoted(other));
            lints.fault(tool.at, what, "use `rust`, `clippy` or `rustdoc`");
            None
        }
    }
}

/// `"warn"` or `{ level = "warn", priority = -1 }`.
fn level_and_priority<'d>(lints: &mut Table<'d, '_>, value: &'d Value<'d>) -> Option<(Level, i64)> {
    if value.get_ref().is_str() {
        let word = lints.as_text(key::LEVEL, value)?;
        return Some((level(lints, word)?, 0));
    }
    let mut inside = lints.inside(key::LEVEL, value, "a lint's level")?;
    let priority = inside.number(key::PRIORITY, i64::from(i8::MIN)..=i64::from(i8::MAX));
    let word = inside.needed_sentence(key::LEVEL)?;
    Some((level(&mut inside, word)?, priority.unwrap_or(0)))
}

fn level(lints: &mut Table<'_, '_>, word: Word<'_>) -> Option<Level> {
    let levels = [Level::Allow, Level::Warn, Level::Deny, Level::Forbid];
    let found = levels.into_iter().find(|level| level.word() == word.text);
    if found.is_none() {
        let what = format!("there is no lint level {}", quoted(word.text));
        let remedy = match nearest(word.text, levels.iter().map(|level| level.word())) {
            Some(known) => format!("did you mean \"{known}\"?"),
            None => "use \"allow\", \"warn\", \"deny\" or \"forbid\"".to_owned(),
        };
        lints.fault(word.at, what, remedy);
    }
    found
}

impl Level {
    /// The word in a manifest, and after `--` on the compiler's command line.
    pub fn word(self) -> &'static str {
        match self {
            Level::Allow => "allow",
            Level::Warn => "warn",
            Level::Deny => "deny",
            Level::Forbid => "forbid",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::course::document::Document;
    use crate::course::fault::{Loaded, Report};

    fn read(text: &str) -> (Build, Loaded) {
        let mut report = Report::default();
        let document = Document::new("Cargo.toml", text);
        let parsed = document.parse(&mut report);
        let build = from_cargo_toml(&mut Table::root(&parsed, "Cargo.toml", &mut report));
        (build, report.into_loaded(None))
    }

    #[test]
    fn lints_come_in_cargos_order() {
        let (build, loaded) = read(
            r#"
            package = { name = "x", edition = "2021" }
            [lints.rust]
            unsafe_code = "forbid"
            dead_code = { level = "allow", priority = 2 }
            all = "deny"
            rust_2018_idioms = { level = "warn", priority = -1 }
            unexpected_cfgs = { level = "warn", check-cfg = ["cfg(x)"] }
            [lints.clippy]
            all = { level = "warn", priority = -1 }
            todo = "forbid"
            zero-ptr = "allow"
            [lints.cargo]
            anything = "warn"
            "#,
        );
        assert_eq!(loaded.faults, []);
        assert_eq!(build.edition, "2021");
        let flags: Vec<String> = build
            .lints
            .iter()
            .map(|lint| format!("--{}={}", lint.level.word(), lint.lint))
            .collect();
        assert_eq!(
            flags,
            [
                "--warn=rust_2018_idioms",
                "--warn=clippy::all",
                "--allow=clippy::zero_ptr",
                "--forbid=unsafe_code",
                "--warn=unexpected_cfgs",
                "--forbid=clippy::todo",
                "--deny=all",
                "--allow=dead_code",
            ]
        );
    }

    #[test]
    fn dependencies_keep_their_text() {
        let (build, loaded) = read(
            "[dependencies]\nserde = '1'\n[dependencies.tokio]\nversion = '1'\nfeatures = ['rt', \"m\\\"x\"]\noptional = false\n",
        );
        assert_eq!(loaded.faults, []);
        assert_eq!(build.dependencies["serde"], "\"1\"");
        let tokio = &build.dependencies["tokio"];
        assert_eq!(
            tokio,
            "{ features = [\"rt\", 'm\"x'], optional = false, version = \"1\" }"
        );
        let again: toml_edit::Value = tokio.parse().expect("it is TOML");
        assert!(again.is_inline_table());
    }

    #[test]
    fn a_crate_lies_in_the_course_or_comes_from_elsewhere_by_name() {
        for (path, trouble) in [
            ("oars", None),
            ("./crates/oars/", None),
            ("../oars", Some("leads out of its folder")),
            ("crates/../../oars", Some("leads out of its folder")),
            ("/home/me/oars", Some("begins at the root of the disk")),
            (
                "C:/oars",
                Some("has a colon, which names a drive on Windows"),
            ),
            ("./", Some("has an empty part")),
        ] {
            let (_, loaded) = read(&format!("[dependencies.oars]\npath = \"{path}\"\n"));
            let found: Vec<&str> = loaded.faults.iter().map(|fault| &*fault.what).collect();
            let wanted =
                trouble.map(|trouble| format!("the path `{path}` of the crate `oars` {trouble}"));
            assert_eq!(found, Vec::from_iter(wanted.as_deref()), "{path}");
        }
    }

    #[test]
    fn a_manifest_without_an_edition_has_cargos_default() {
        assert_eq!(read("").0.edition, "2015");
    }
}
