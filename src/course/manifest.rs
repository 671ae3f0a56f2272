//! The generated Cargo.toml of a learner's folder, or beside that of a course's own. Only editors read it: rust-analyzer
//! then knows the exercises that are done or current, and shows the errors of no other. A check never uses it.

use toml_edit::{Array, ArrayOfTables, DocumentMut, InlineTable, Item, Table, Value, value};

use super::model::{Build, Course, Kind, LintLevel};

/// An exercise that is done or current.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Listed {
    /// Index into [`Course::exercises`].
    pub exercise: usize,
    pub done: bool,
    /// Its main file has a `fn main`; see [`has_main`].
    pub has_main: bool,
}

/// A file to write; the path is relative to the learner's folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manifest {
    pub path: &'static str,
    pub text: String,
}

/// Where the manifest lies, and how it names what lies elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Home {
    path: &'static str,
    /// The way to the folder that the exercises are in.
    to_root: &'static str,
    /// The way to the folder of the support crate's manifest.
    to_support: &'static str,
    /// The way to the crates that the course brings.
    to_course: &'static str,
}

impl Home {
    /// The folder that the manifest lies in, from the one that the exercises are in; empty where it is the same.
    pub fn folder(self) -> &'static str {
        self.path.trim_end_matches("Cargo.toml")
    }
}

/// In a learner's folder, which is nothing else.
pub const OWN: Home = Home {
    path: "Cargo.toml",
    to_root: "",
    to_support: ".tutor/support",
    to_course: ".tutor/course/",
};

/// In a course's own folder, which may have a manifest of its own.
pub const ASIDE: Home = Home {
    path: ".tutor/editor/Cargo.toml",
    to_root: "../../",
    to_support: "../support",
    to_course: "../../",
};

/// The way from the folder of the support crate's manifest to the folder that the exercises are in.
const SUPPORT_TO_ROOT: &str = "../..";

/// The manifests that make the listed exercises crates of their own names. A prediction that is not done is left
/// out: the editor would give the answer away. `support` is the path of the support crate's `lib.rs` in the folder, if
/// the course has one.
pub fn manifests(
    course: &Course,
    listed: &[Listed],
    support: Option<&str>,
    home: Home,
) -> Vec<Manifest> {
    let shown: Vec<&Listed> = listed
        .iter()
        .filter(|listed| listed.done || course.exercises[listed.exercise].kind != Kind::Predict)
        .collect();
    let mut manifests = vec![Manifest {
        path: home.path,
        text: main_manifest(course, &shown, support.is_some(), home),
    }];
    manifests.extend(support.map(|lib| Manifest {
        path: ".tutor/support/Cargo.toml",
        text: support_manifest(course, lib),
    }));
    manifests
}

const HEAD: &str = "\
# Written by `tutor` so that your editor knows the exercises that are done and the current one.
# It is written again when you move on: what you change here is lost.

[workspace]
exclude = [\".tutor\"]
";

fn main_manifest(course: &Course, shown: &[&Listed], support: bool, home: Home) -> String {
    // Cargo refuses a package without targets, and does not like a workspace without packages.
    if shown.is_empty() {
        let below = support && home.to_root.is_empty();
        let members = below.then(|| format!("members = [\"{}\"]\n", home.to_support));
        return HEAD.to_owned() + &members.unwrap_or_default();
    }
    let mut document: DocumentMut = HEAD.parse().expect("the head is TOML");
    document["package"] = Item::Table(package("exercises", &course.build.edition));
    document["dependencies"] = Item::Table(all_dependencies(course, support, home));
    if !course.build.lints.is_empty() {
        document["lints"] = Item::Table(lints(&course.build.lints));
    }
    for (kind, has_main) in [("bin", true), ("example", false)] {
        let of_kind = shown.iter().filter(|listed| listed.has_main == has_main);
        let targets: ArrayOfTables = of_kind
            .map(|listed| target(course, listed, home.to_root))
            .collect();
        if !targets.is_empty() {
            document[kind] = Item::ArrayOfTables(targets);
        }
    }
    document.to_string()
}

fn support_manifest(course: &Course, lib: &str) -> String {
    let mut document = DocumentMut::new();
    document["package"] = Item::Table(package("support", &course.build.edition));
    let mut target = Table::new();
    target["path"] = value(format!("{SUPPORT_TO_ROOT}/{lib}"));
    document["lib"] = Item::Table(target);
    document.to_string()
}

pub(super) fn package(name: &str, edition: &str) -> Table {
    let mut package = Table::new();
    package["name"] = value(name);
    package["version"] = value("0.0.0");
    package["edition"] = value(edition);
    package["publish"] = value(false);
    for automatic in [
        "autolib",
        "autobins",
        "autoexamples",
        "autotests",
        "autobenches",
    ] {
        package[automatic] = value(false);
    }
    package
}

fn all_dependencies(course: &Course, support: bool, home: Home) -> Table {
    let mut table = Table::new();
    if support {
        let path = InlineTable::from_iter([("path", home.to_support)]);
        table["support"] = value(path);
    }
    table.extend(dependencies(&course.build, home.to_course));
    table
}

/// As the course wrote them; `to_course` is the way from the manifest to the course's own crates.
pub(super) fn dependencies(build: &Build, to_course: &str) -> Table {
    let mut table = Table::new();
    for (name, text) in &build.dependencies {
        let Ok(mut wanted) = text.parse::<Value>() else {
            continue;
        };
        let path = wanted
            .as_inline_table_mut()
            .and_then(|table| table.get_mut("path"));
        if let Some(path) = path
            && let Some(text) = path.as_str().map(str::to_owned)
        {
            *path = Value::from(format!("{to_course}{text}"));
            path.decor_mut().set_prefix(" ");
        }
        table.insert(name, value(wanted));
    }
    table
}

/// The lints as a Cargo.toml has them: a table for each tool.
fn lints(levels: &[LintLevel]) -> Table {
    let mut table = Table::new();
    table.set_implicit(true);
    for lint in levels {
        let (tool, name) = lint.lint.split_once("::").unwrap_or(("rust", &lint.lint));
        let entry = InlineTable::from_iter([
            ("level", Value::from(lint.level.word())),
            ("priority", Value::from(lint.priority)),
        ]);
        let of_tool = table
            .entry(tool)
            .or_insert_with(|| Item::Table(Table::new()));
        of_tool[name] = value(entry);
    }
    table
}

/// A program; or, without a `main`, an example that is a library: of those a package may have many.
fn target(course: &Course, listed: &Listed, to_root: &str) -> Table {
    let exercise = &course.exercises[listed.exercise];
    let mut target = Table::new();
    target["name"] = value(&exercise.id);
    target["path"] = value(format!("{to_root}{}", exercise.main_file()));
    if !listed.has_main {
        target["crate-type"] = value(Array::from_iter(["lib"]));
        target["test"] = value(true);
    }
    target
}

/// Whether a source has a `fn main` at the beginning of a line, which is where rustfmt puts it.
pub fn has_main(source: &str) -> bool {
    source.lines().any(|line| {
        let line = ["pub ", "async "]
            .iter()
            .fold(line, |line, word| line.strip_prefix(word).unwrap_or(line));
        line.strip_prefix("fn main")
            .is_some_and(|rest| rest.trim_start().starts_with('('))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::course::load;
    use crate::course::tests::small_files;
    use expect_test::expect;

    fn small_course() -> Course {
        load(&small_files()).course.expect("a sound course")
    }

    fn listed(exercise: usize, done: bool) -> Listed {
        Listed {
            exercise,
            done,
            has_main: exercise != 2,
        }
    }

    #[test]
    fn done_and_current_exercises_are_crates() {
        let mut course = small_course();
        course
            .build
            .dependencies
            .insert("serde".to_owned(), "{ version = \"1\" }".to_owned());
        let list = [listed(0, true), listed(1, true), listed(2, false)];
        let manifests = manifests(&course, &list, Some("exercises/support/lib.rs"), OWN);
        let text: Vec<String> = manifests
            .iter()
            .map(|file| format!("== {}\n{}", file.path, file.text))
            .collect();
        expect![[r#"
            == Cargo.toml
            # Written by `tutor` so that your editor knows the exercises that are done and the current one.
            # It is written again when you move on: what you change here is lost.

            [workspace]
            exclude = [".tutor"]

            [package]
            name = "exercises"
            version = "0.0.0"
            edition = "2024"
            publish = false
            autolib = false
            autobins = false
            autoexamples = false
            autotests = false
            autobenches = false

            [dependencies]
            support = { path = ".tutor/support" }
            serde = { version = "1" }

            [lints.rust]
            dead_code = { level = "allow", priority = 0 }

            [[bin]]
            name = "lent_ladder"
            path = "exercises/03_ownership/02_lent_ladder.rs"

            [[bin]]
            name = "two_readers"
            path = "exercises/04_borrowing/01_two_readers.rs"

            [[example]]
            name = "two_files"
            path = "exercises/04_borrowing/03_two_files/main.rs"
            crate-type = ["lib"]
            test = true

            == .tutor/support/Cargo.toml
            [package]
            name = "support"
            version = "0.0.0"
            edition = "2024"
            publish = false
            autolib = false
            autobins = false
            autoexamples = false
            autotests = false
            autobenches = false

            [lib]
            path = "../../exercises/support/lib.rs"
        "#]].assert_eq(&text.join("\n"));
    }

    #[test]
    fn an_open_prediction_is_never_shown_to_the_editor() {
        let manifests = manifests(&small_course(), &[listed(1, false)], None, OWN);
        assert_eq!(manifests.len(), 1);
        assert_eq!(manifests[0].text, HEAD);
        // With a crate for all of them, cargo has something to say.
        let manifests = super::manifests(&small_course(), &[listed(1, false)], Some("lib.rs"), OWN);
        let member = "members = [\".tutor/support\"]\n";
        assert_eq!(manifests[0].text, HEAD.to_owned() + member);
    }

    #[test]
    fn a_main_function_is_found_where_it_is() {
        for source in [
            "fn main() {}",
            "//! x\r\nfn main() {\r\n}",
            "pub fn main ()",
            "async fn main() {}",
        ] {
            assert!(has_main(source), "{source}");
        }
        for source in [
            "",
            "// fn main() {}",
            "fn main_road() {}",
            "mod x {\n    fn main() {}\n}",
        ] {
            assert!(!has_main(source), "{source}");
        }
    }
}
