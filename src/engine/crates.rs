//! The crates that a check links: the probe, and the course's support crate. Built once for each compiler, found by the
//! hash of everything that went into them.

use std::path::{Path, PathBuf};

use crate::check::diagnostic::Severity;
use crate::check::plan::{Compile, Driver, Emit, Shape, Tools};
use crate::check::verdict::{Checked, Fault, Verdict};
use crate::course::model::{Build, Profile};
use crate::system::cache;
use crate::system::process::Cancel;
use crate::system::scratch::Scratch;

const PROBE: &str = include_str!("probe/lib.rs");

/// Where they are kept, below the engine's folder.
const FOLDER: &str = "crates";

/// Where the built crates lie.
pub(super) struct Crates {
    pub(super) probe: PathBuf,
    pub(super) support: Option<PathBuf>,
}

pub(super) fn build(
    tools: &Tools,
    support: Option<&str>,
    folder: &Path,
    cancel: &Cancel,
) -> Result<Crates, Fault> {
    Ok(Crates {
        probe: build_one(tools, "tutor_probe", PROBE, folder, cancel)?,
        support: support
            .map(|text| build_one(tools, "support", text, folder, cancel))
            .transpose()?,
    })
}

fn build_one(
    tools: &Tools,
    name: &str,
    text: &str,
    folder: &Path,
    cancel: &Cancel,
) -> Result<PathBuf, Fault> {
    let built = folder.join(FOLDER);
    let home = built.join(&key(tools, name, text)[..32]);
    let library = home.join(format!("lib{name}.rlib"));
    if !cache::used(&library) {
        compile_into(tools, name, text, folder, &home, cancel)?;
        cache::remove_unused(&built);
    }
    Ok(library)
}

/// A number for all that goes into it.
fn key(tools: &Tools, name: &str, text: &str) -> String {
    cache::hash(&[
        super::SOURCE.as_bytes(),
        name.as_bytes(),
        text.as_bytes(),
        tools.version.as_bytes(),
        tools.rustc.as_os_str().as_encoded_bytes(),
    ])
}

/// In a scratch folder first: what is at its place is always whole, also when two do this at once.
fn compile_into(
    tools: &Tools,
    name: &str,
    text: &str,
    folder: &Path,
    home: &Path,
    cancel: &Cancel,
) -> Result<(), Fault> {
    let failed = |error: std::io::Error| super::compiler::unwritable(folder, &error);
    let scratch = Scratch::new(folder).map_err(failed)?;
    let source = format!("{name}.rs");
    scratch.write(&source, text).map_err(failed)?;
    let compile = Compile {
        driver: Driver::Rustc,
        source: &source,
        cwd: &scratch.src(),
        crate_name: name,
        shape: Shape::Library,
        emit: Emit::Link,
        out: &scratch.out(),
        profile: Profile::Debug,
        build: &Build {
            edition: "2024".into(),
            ..Build::default()
        },
        force_warn: &[],
        cfg: &[],
        externs: &[],
        search: &[],
    };
    let compiled =
        super::compiler::run(tools, &compile, cancel).map_err(|checked| stopped(name, *checked))?;
    if !compiled.is_clean() {
        return Err(not_built(name, &compiled));
    }
    scratch.keep_output(home).map_err(failed)
}

fn stopped(name: &str, checked: Checked) -> Fault {
    match checked.verdict {
        Verdict::Broken(fault) => fault,
        _ => Fault {
            what: format!("The crate `{name}` was not built to its end."),
            remedy: "Start `tutor` again.".into(),
            detail: String::new(),
        },
    }
}

fn not_built(name: &str, compiled: &super::compiler::Compiled) -> Fault {
    let errors = compiled
        .messages
        .diagnostics
        .iter()
        .filter(|d| d.level == Severity::Error);
    let said: Vec<String> = errors
        .map(|d| d.rendered.clone())
        .chain(compiled.messages.other.clone())
        .collect();
    Fault {
        what: format!("The crate `{name}`, which every check needs, does not compile here."),
        remedy: "Update Rust with `rustup update`, then start `tutor` again.".into(),
        detail: said.join("\n"),
    }
}
