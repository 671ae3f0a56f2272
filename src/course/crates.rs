//! The crates of others that a course uses, as cargo is to be told of them.

use std::collections::{BTreeMap, BTreeSet};

use toml_edit::{DocumentMut, Item, Table, Value, value};

use super::manifest;
use super::model::Build;
use super::names::path_trouble;

/// The paths of the crates that lie in the course itself, by the names under which the exercises know them.
pub fn local(build: &Build) -> BTreeMap<&str, String> {
    let all = build.dependencies.iter();
    all.filter_map(|(name, text)| {
        let wanted: Value = text.parse().ok()?;
        let path = wanted.as_inline_table()?.get("path")?.as_str()?.to_owned();
        Some((name.as_str(), path))
    })
    .collect()
}

/// The folders of these crates, from the course's. One that is not in the course is none; loading a course faults it.
pub fn folders(build: &Build) -> BTreeSet<String> {
    let paths = local(build).into_values();
    let plain = paths.map(|path| plain_folder(&path).to_owned());
    plain.filter(|path| path_trouble(path).is_none()).collect()
}

/// Without what means nothing: `./oars/` is `oars`.
pub(super) fn plain_folder(path: &str) -> &str {
    let path = path.trim_end_matches('/');
    path.strip_prefix("./").unwrap_or(path)
}

/// The files of the course's own crates, of those that are there.
pub fn local_files(build: &Build, paths: &BTreeSet<String>) -> BTreeSet<String> {
    let folders = folders(build).into_iter();
    let prefixes: Vec<String> = folders.map(|path| format!("{path}/")).collect();
    let is_in_one = |path: &&String| prefixes.iter().any(|prefix| path.starts_with(prefix));
    paths.iter().filter(is_in_one).cloned().collect()
}

/// The manifest of a crate with these dependencies and nothing else. Its lock file is the course's: the name and the
/// version stand in there.
pub fn manifest(build: &Build) -> String {
    let mut document = DocumentMut::new();
    document["package"] = Item::Table(manifest::package("exercises", &build.edition));
    let mut lib = Table::new();
    lib["path"] = value("lib.rs");
    document["lib"] = Item::Table(lib);
    document["dependencies"] = Item::Table(manifest::dependencies(build, ""));
    let mut profile = Table::new();
    profile["debug"] = value(false);
    document["profile"] = Item::Table(Table::from_iter([("dev", Item::Table(profile))]));
    // It belongs to no workspace that may lie above it.
    document["workspace"] = Item::Table(Table::new());
    document.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn build() -> Build {
        let entries = [
            ("oars", "{ path = \"exercises/oars\" }"),
            ("far", "{ path = \"../far\" }"),
            ("tokio", "{ version = \"1\", features = [\"rt\"] }"),
        ];
        Build {
            dependencies: entries
                .map(|(name, text)| (name.to_owned(), text.to_owned()))
                .into(),
            ..Build::default()
        }
    }

    #[test]
    fn only_what_lies_in_the_course_is_taken_from_it() {
        let paths = [
            "exercises/oars/src/lib.rs",
            "exercises/oarsman.rs",
            "far/a.rs",
        ];
        let paths = paths.map(str::to_owned).into();
        let found = local_files(&build(), &paths);
        assert_eq!(
            Vec::from_iter(found),
            ["exercises/oars/src/lib.rs".to_owned()]
        );
    }

    #[test]
    fn cargo_gets_the_dependencies_as_the_course_wrote_them() {
        expect_test::expect![[r#"
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

            [lib]
            path = "lib.rs"

            [dependencies]
            far = { path = "../far" }
            oars = { path = "exercises/oars" }
            tokio = { version = "1", features = ["rt"] }

            [profile]

            [profile.dev]
            debug = false

            [workspace]
        "#]]
        .assert_eq(&manifest(&build()));
    }
}
