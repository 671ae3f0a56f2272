//! The crates of others that exercises use: cargo's command lines, and what it says that it has built.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::{Value, json};

use super::job::{Job, Limits};
use super::plan::{Cargo, Tools};

/// What a compiler has to be told, so that a text may use the crates.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Built {
    /// Where each crate lies, by the name that stands in a text.
    pub externs: BTreeMap<String, PathBuf>,
    /// Where the crates lie that they use themselves.
    pub search: Vec<PathBuf>,
}

/// The name of a dependency as a text has it.
pub fn name_in_text(dependency: &str) -> String {
    dependency.replace('-', "_")
}

/// Builds what the manifest in `folder` asks for. `exact`: the lock file has all of it, and stays as it is.
pub fn build(tools: &Tools, cargo: &Cargo, folder: &Path, target: &Path, exact: bool) -> Job {
    let mut args = words(&["build", "--lib", "--message-format=json-render-diagnostics"]);
    args.extend(exact.then(|| "--locked".into()));
    args.extend(["--target".into(), cargo.host.clone().into()]);
    args.extend(["--target-dir".into(), target.into()]);
    job(tools, cargo, folder, args)
}

/// Chooses the versions of what the manifest in `folder` asks for, and writes them down beside it.
pub fn lock(tools: &Tools, cargo: &Cargo, folder: &Path) -> Job {
    job(tools, cargo, folder, words(&["generate-lockfile"]))
}

/// Asks which crate is meant by which name.
pub fn describe(tools: &Tools, cargo: &Cargo, folder: &Path) -> Job {
    let mut args = words(&["metadata", "--format-version=1", "--locked", "--offline"]);
    args.extend(["--filter-platform".into(), cargo.host.clone().into()]);
    job(tools, cargo, folder, args)
}

fn words(words: &[&str]) -> Vec<OsString> {
    words.iter().map(OsString::from).collect()
}

/// Cargo looks for its settings from the current folder upward: those of the folders around a course are not meant, so
/// it is started where there are none. What the user's own settings say of compilers and flags is overruled.
fn job(tools: &Tools, cargo: &Cargo, folder: &Path, mut args: Vec<OsString>) -> Job {
    args.extend(["--manifest-path".into(), folder.join("Cargo.toml").into()]);
    let mut env = tools.env.clone();
    env.extend(cargo.env.iter().cloned());
    env.push(("RUSTC".into(), tools.rustc.clone().into()));
    let fixed = [
        ("RUSTC_WRAPPER", ""),
        ("RUSTC_WORKSPACE_WRAPPER", ""),
        ("CARGO_ENCODED_RUSTFLAGS", ""),
        ("CARGO_INCREMENTAL", "0"),
        ("CARGO_PROFILE_DEV_PANIC", "unwind"),
        ("CARGO_TERM_COLOR", "never"),
    ];
    env.extend(fixed.map(|(name, value)| (name.into(), value.into())));
    Job {
        program: cargo.program.clone(),
        args,
        env,
        cwd: folder.ancestors().last().unwrap_or(folder).to_owned(),
        stdin: None,
        limits: Limits {
            wall: Duration::from_secs(30 * 60),
            cpu_s: 30 * 60,
            memory: 6 << 30,
            file_size: 4 << 30,
            keep_head: 16 << 20,
            keep_tail: 64 << 10,
            flood: 64 << 20,
        },
    }
}

/// What was built, from what cargo printed while it built, and from its description of the folder.
pub fn built(printed: &str, description: &str, host: &str) -> Option<Built> {
    let description: Value = serde_json::from_str(description).ok()?;
    let resolve = &description["resolve"];
    let mut nodes = resolve["nodes"].as_array()?.iter();
    let root = nodes.find(|node| node["id"] == resolve["root"])?;
    let artifacts: Vec<Value> = printed
        .lines()
        .filter_map(|line| serde_json::from_str(line).ok())
        .filter(|message: &Value| message["reason"] == "compiler-artifact")
        .collect();
    let externs = root["deps"].as_array()?.iter().filter_map(|dependency| {
        let name = dependency["name"].as_str()?;
        let mut its_own = artifacts
            .iter()
            .filter(|a| a["package_id"] == dependency["pkg"]);
        Some((
            name.to_owned(),
            its_own.find_map(|artifact| to_link(artifact, host))?,
        ))
    });
    Some(Built {
        externs: externs.collect(),
        search: folders(&artifacts),
    })
}

/// The file that a compiler reads: of a crate that was built for this machine too, the one for the programs.
fn to_link(artifact: &Value, host: &str) -> Option<PathBuf> {
    let is_macro = artifact["target"]["kind"]
        .as_array()?
        .contains(&json!("proc-macro"));
    files(artifact).find(|file| match is_macro {
        true => file
            .extension()
            .is_some_and(|it| it == "so" || it == "dylib" || it == "dll"),
        false => {
            let for_programs = file.components().any(|part| part.as_os_str() == host);
            for_programs && file.extension().is_some_and(|it| it == "rlib")
        }
    })
}

fn files(artifact: &Value) -> impl Iterator<Item = PathBuf> {
    let names = artifact["filenames"].as_array().into_iter().flatten();
    names.filter_map(Value::as_str).map(PathBuf::from)
}

fn folders(artifacts: &[Value]) -> Vec<PathBuf> {
    let all = artifacts.iter().flat_map(files);
    let folders: BTreeSet<PathBuf> = all
        .filter_map(|file| file.parent().map(Path::to_owned))
        .collect();
    folders.into_iter().collect()
}

/// Why cargo has not built them, in its own words, as a clause.
pub fn why(said: &str) -> String {
    let errors = said.lines().filter_map(|line| line.strip_prefix("error"));
    let mut words = errors.map(|rest| {
        rest.split_once(": ")
            .map_or(rest, |(_, words)| words)
            .trim()
    });
    match words.find(|words| !words.is_empty()) {
        _ if is_offline(said) => "it could not be downloaded".to_owned(),
        Some(words) => format!("cargo says: {}", words.trim_end_matches('.')),
        None => "cargo has not built it".to_owned(),
    }
}

fn is_offline(said: &str) -> bool {
    const SIGNS: [&str; 7] = [
        "failed to download",
        "Could not resolve host",
        "Could not connect",
        "failed to query replaced source",
        "you may want to free your cargo from --offline",
        "attempting to make an HTTP request, but --offline was specified",
        "you're using offline mode",
    ];
    SIGNS.iter().any(|sign| said.contains(sign))
}

impl Built {
    /// As it is kept beside the crates, for the things that it was built from.
    pub fn write(&self, key: &str) -> String {
        json!({ "key": key, "externs": self.externs, "search": self.search }).to_string()
    }

    /// What was kept, unless it was built from other things.
    pub fn read(text: &str, key: &str) -> Option<Built> {
        let kept: Value = serde_json::from_str(text).ok()?;
        if kept["key"] != key {
            return None;
        }
        let path = |value: &Value| value.as_str().map(PathBuf::from);
        let externs = kept["externs"].as_object()?.iter();
        let search = kept["search"].as_array()?.iter();
        Some(Built {
            externs: externs
                .map(|(name, at)| Some((name.clone(), path(at)?)))
                .collect::<Option<_>>()?,
            search: search.map(path).collect::<Option<_>>()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOST: &str = "x86_64-unknown-linux-gnu";

    const PRINTED: &str = r#"{"reason":"compiler-artifact","package_id":"r#quay@1.0.0","target":{"kind":["lib"],"name":"quay"},"filenames":["/t/debug/deps/libquay-1.rlib"]}
{"reason":"build-script-executed","package_id":"r#quay@1.0.0"}
{"reason":"compiler-artifact","package_id":"r#quay@1.0.0","target":{"kind":["lib"],"name":"quay"},"filenames":["/t/x86_64-unknown-linux-gnu/debug/deps/libquay-2.rlib","/t/x86_64-unknown-linux-gnu/debug/deps/libquay-2.rmeta"]}
{"reason":"compiler-artifact","package_id":"r#rope-macros@1.0.0","target":{"kind":["proc-macro"],"name":"rope_macros"},"filenames":["/t/debug/deps/librope_macros-3.so"]}
not json
{"reason":"build-finished","success":true}"#;

    const DESCRIPTION: &str = r#"{"resolve":{"root":"me","nodes":[{"id":"r#quay@1.0.0","deps":[]},{"id":"me","deps":[{"name":"pier","pkg":"r#quay@1.0.0"},{"name":"rope_macros","pkg":"r#rope-macros@1.0.0"}]}]}}"#;

    #[test]
    fn a_crate_is_found_under_its_name_in_the_text_and_as_it_was_built_for_programs() {
        let built = built(PRINTED, DESCRIPTION, HOST).expect("it was built");
        let at = |name: &str| built.externs[name].display().to_string();
        assert_eq!(
            at("pier"),
            "/t/x86_64-unknown-linux-gnu/debug/deps/libquay-2.rlib"
        );
        assert_eq!(at("rope_macros"), "/t/debug/deps/librope_macros-3.so");
        assert_eq!(built.search.len(), 2);
    }

    #[test]
    fn what_was_built_is_read_as_it_was_written_and_only_for_the_same_things() {
        let built = built(PRINTED, DESCRIPTION, HOST).expect("it was built");
        let text = built.write("key");
        assert_eq!(Built::read(&text, "key"), Some(built));
        assert_eq!(Built::read(&text, "another"), None);
        assert_eq!(Built::read(&text[..text.len() - 3], "key"), None);
    }

    #[test]
    fn what_cargo_says_instead_is_one_clause() {
        let moved = "error: the lock file /x/Cargo.lock needs to be updated but --locked was passed\n\nhelp: y\n";
        assert!(why(moved).starts_with("cargo says: the lock file"));
        let code = "error[E0425]: cannot find value `x` in this scope\n --> a.rs\nerror: could not compile `a`\n";
        assert_eq!(why(code), "cargo says: cannot find value `x` in this scope");
        let away = "error: failed to get `x`\n\nCaused by:\n  [6] Could not resolve hostname (Could not resolve host: index)\n";
        assert_eq!(why(away), "it could not be downloaded");
        assert_eq!(why(""), "cargo has not built it");
    }
}
