//! Puts the course of this repository into the binary: exactly the files that its manifests declare, so that
//! `tutor init` works anywhere, without a clone and without a network.
//!
//! A fault of the course never stops the build: `tutor verify` is what names such faults, and it has to be built first.
//! A file that is declared and missing is a warning here; a test asks that the course in the binary is whole.

use std::collections::BTreeSet;
use std::env;
use std::fmt::Write as _;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

fn main() {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    let mut parts = Parts::new(&root);
    collect(&mut parts);
    fs::write(out.join("builtin.rs"), table(&root, &parts.found))
        .expect("the build folder can be written");
    println!("cargo::rustc-env=TUTOR_SOURCE={:016x}", source(&root));
    // Whole folders: one file that is not there yet, named here, would make every build begin anew.
    for watched in [
        "build.rs",
        "Cargo.lock",
        "src",
        "info.toml",
        "exercises",
        "solutions",
    ] {
        println!("cargo::rerun-if-changed={watched}");
    }
}

/// A number for the source of the tool: what another source has found out may be wrong by this one.
fn source(root: &Path) -> u64 {
    let mut parts = Parts::new(root);
    parts.folder("src");
    parts.optional("Cargo.lock");
    let mut hasher = DefaultHasher::new();
    for path in &parts.found {
        path.hash(&mut hasher);
        fs::read(root.join(path))
            .unwrap_or_default()
            .hash(&mut hasher);
    }
    hasher.finish()
}

/// `pub static FILES: &[(&str, &[u8])]`, sorted by path.
fn table(root: &Path, files: &BTreeSet<String>) -> String {
    let mut text = String::from("pub static FILES: &[(&str, &[u8])] = &[\n");
    for file in files {
        let place = root.join(file);
        writeln!(text, "    ({file:?}, include_bytes!({place:?})),").expect("a string grows");
    }
    text.push_str("];\n");
    text
}

fn collect(parts: &mut Parts<'_>) {
    parts.required("info.toml");
    let manifest = parts.manifest("info.toml");
    for exercise in tables(&manifest, "exercises") {
        let dir = text(exercise, "dir").unwrap_or_default();
        declared(parts, dir, exercise);
    }
    for chapter in tables(&manifest, "chapters") {
        if let Some(dir) = text(chapter, "dir") {
            chapter_parts(parts, dir);
        }
    }
    parts.optional("exercises/Cargo.lock");
    parts.folder("exercises/support");
}

fn chapter_parts(parts: &mut Parts<'_>, dir: &str) {
    parts.optional(&format!("exercises/{dir}/README.md"));
    let path = format!("exercises/{dir}/info.toml");
    if parts.optional(&path) {
        for exercise in tables(&parts.manifest(&path), "exercises") {
            declared(parts, dir, exercise);
        }
    }
}

/// One exercise: a file or a folder, its solution, and the mutants that its tests have to find.
fn declared(parts: &mut Parts<'_>, dir: &str, exercise: &toml::Table) {
    let Some(name) = text(exercise, "name") else {
        return;
    };
    for half in ["exercises", "solutions"] {
        let stem = format!("{half}/{dir}/{name}");
        if !parts.folder(&stem) {
            parts.required(&format!("{stem}.rs"));
        }
    }
    let slug = name.trim_start_matches(|c: char| c.is_ascii_digit() || c == '_');
    parts.optional(&format!("solutions/{dir}/{slug}.mutants.rs"));
}

fn tables<'a>(manifest: &'a toml::Table, key: &str) -> impl Iterator<Item = &'a toml::Table> {
    let entries = manifest.get(key).and_then(toml::Value::as_array);
    entries
        .into_iter()
        .flatten()
        .filter_map(toml::Value::as_table)
}

fn text<'a>(table: &'a toml::Table, key: &str) -> Option<&'a str> {
    table.get(key).and_then(toml::Value::as_str)
}

/// The files found so far, by their paths in the course. Regular files only: a link could lead anywhere.
struct Parts<'a> {
    root: &'a Path,
    found: BTreeSet<String>,
}

impl<'a> Parts<'a> {
    fn new(root: &'a Path) -> Parts<'a> {
        Parts {
            root,
            found: BTreeSet::new(),
        }
    }

    fn required(&mut self, path: &str) {
        if !self.optional(path) {
            println!(
                "cargo::warning=the course declares {path}, which is not there: it stays out of the binary"
            );
        }
    }

    /// Whether it is there.
    fn optional(&mut self, path: &str) -> bool {
        let regular = fs::symlink_metadata(self.root.join(path)).is_ok_and(|found| found.is_file());
        if regular {
            self.found.insert(path.to_owned());
        }
        regular
    }

    /// Everything in a folder and below it. Whether there is such a folder.
    fn folder(&mut self, path: &str) -> bool {
        let place = self.root.join(path);
        if !fs::symlink_metadata(&place).is_ok_and(|found| found.is_dir()) {
            return false;
        }
        for entry in fs::read_dir(&place).into_iter().flatten().flatten() {
            let Ok(name) = entry.file_name().into_string() else {
                continue;
            };
            let inner = format!("{path}/{name}");
            if !self.folder(&inner) {
                self.optional(&inner);
            }
        }
        true
    }

    /// An empty one where it cannot be read: the check of the course says why, with its line.
    fn manifest(&self, path: &str) -> toml::Table {
        let text = fs::read_to_string(self.root.join(path)).unwrap_or_default();
        text.parse().unwrap_or_default()
    }
}
