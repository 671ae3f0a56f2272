//! The crates that a check links: the probe, and the course's support crate. Built once for each compiler, found by the
//! hash of everything that went into them.

use std::path::{Path, PathBuf};

use crate::check::diagnostic::Severity;
use crate::check::plan::{Compile, Driver, Emit, Shape, Tools};
use crate::check::verdict::Fault;
use crate::course::model::{Build, Profile};
use crate::system::cache;
use crate::system::process::Cancel;

const PROBE: &str = include_str!("../check/probe/lib.rs");

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
    let key = cache::hash(&[
        name.as_bytes(),
        text.as_bytes(),
        tools.version.as_bytes(),
        tools.rustc.as_os_str().as_encoded_bytes(),
    ]);
    let home = folder.join("crates").join(&key[..32]);
    let built = home.join(format!("lib{name}.rlib"));
    if built.is_file() {
        return Ok(built);
    }
    compile_into(tools, name, text, &home, cancel)?;
    Ok(built)
}

/// In a folder beside it first: what is at its place is always whole, also when two do this at once.
fn compile_into(
    tools: &Tools,
    name: &str,
    text: &str,
    home: &Path,
    cancel: &Cancel,
) -> Result<(), Fault> {
    let parent = home.parent().unwrap_or(home);
    let failed = |error: std::io::Error| super::compiler::unwritable(parent, &error);
    std::fs::create_dir_all(parent).map_err(failed)?;
    let work = tempfile::tempdir_in(parent).map_err(failed)?;
    let source = format!("{name}.rs");
    std::fs::write(work.path().join(&source), text).map_err(failed)?;
    let build = Build {
        edition: "2024".into(),
        dependencies: Default::default(),
        lints: Vec::new(),
    };
    let compile = Compile {
        driver: Driver::Rustc,
        source: &source,
        cwd: work.path(),
        crate_name: name,
        shape: Shape::Library,
        emit: Emit::Link,
        out: work.path(),
        profile: Profile::Debug,
        build: &build,
        force_warn: &[],
        cfg: &[],
        externs: &[],
        search: &[],
    };
    let compiled = super::compiler::run(tools, &compile, cancel).map_err(|_| stopped(name))?;
    if !compiled.is_clean() {
        return Err(not_built(name, &compiled));
    }
    // Somebody else may have been quicker: then theirs is as good.
    let artifact = home.join(format!("lib{name}.rlib"));
    let kept = work.keep();
    if std::fs::rename(&kept, home).is_err() {
        let _ = std::fs::remove_dir_all(&kept);
    }
    if artifact.is_file() {
        Ok(())
    } else {
        Err(stopped(name))
    }
}

fn stopped(name: &str) -> Fault {
    Fault {
        what: format!("The crate `{name}` was not built to its end."),
        remedy: "Start `tutor` again.".into(),
        detail: String::new(),
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
    let started = match &compiled.ended.end {
        crate::check::job::End::NotStarted { why, .. } => why.clone(),
        _ => String::new(),
    };
    Fault {
        what: format!("The crate `{name}`, which every check needs, does not compile here."),
        remedy: "Update Rust with `rustup update`, then start `tutor` again.".into(),
        detail: format!("{}{started}", said.join("\n")),
    }
}
