//! Calls of the compiler: the job, its process, its messages.

use std::path::{Path, PathBuf};

use crate::check::diagnostic::Diagnostic;
use crate::check::diagnostic_json::{self, Messages};
use crate::check::job::End;
use crate::check::judge;
use crate::check::judge::compiled::{self, Subject};
use crate::check::plan::{self, Compile, Driver, Emit, Shape, Tools};
use crate::check::verdict::{Checked, Evidence, Fault, Verdict};
use crate::course::model::{Exercise, Need, Profile};
use crate::system::files;
use crate::system::process::{self, Cancel};
use crate::system::scratch::Scratch;

use super::Engine;

/// One compilation that came to its end: the text was accepted or refused.
pub(super) struct Compiled {
    accepted: bool,
    pub(super) messages: Messages,
    pub(super) artifact: PathBuf,
    /// Every file that the compiler has read.
    pub(super) read: Vec<String>,
}

impl Compiled {
    pub(super) fn is_clean(&self) -> bool {
        self.accepted
    }

    /// The same compilation as it was for one of several files in it.
    pub(super) fn of_one(&self, messages: Messages, file: &str) -> Compiled {
        Compiled {
            accepted: self.accepted,
            messages,
            artifact: self.artifact.clone(),
            read: vec![file.to_owned()],
        }
    }
}

/// The warnings in the learner's own lines. A text that was refused ends the check, with what was seen before.
pub(super) fn accepted(
    subject: Subject<'_>,
    compiled: &Compiled,
    seen: &Evidence,
) -> super::Step<Vec<Diagnostic>> {
    match compiled::judge(subject, compiled.messages.clone()) {
        compiled::Compiled::Clean { warnings } => Ok(warnings),
        compiled::Compiled::Refused {
            reasons,
            errors,
            warnings,
        } => Err(Box::new(Checked {
            verdict: judge::verdict(reasons),
            evidence: Evidence {
                errors,
                warnings,
                ..seen.clone()
            },
        })),
    }
}

/// What to compile in a check's scratch folder, and how.
pub(super) struct Order<'a> {
    pub(super) scratch: &'a Scratch,
    /// Relative to the scratch folder's `src/`, already written there.
    pub(super) source: &'a str,
    pub(super) crate_name: &'a str,
    pub(super) driver: Driver,
    pub(super) shape: Shape,
    pub(super) emit: Emit,
    pub(super) profile: Profile,
    pub(super) force_warn: &'a [String],
    pub(super) cfg: &'a [String],
    /// Beside the support crate, which every program may use.
    pub(super) externs: &'a [(String, PathBuf)],
    /// Of these the crates of others.
    pub(super) needs: &'a [Need],
}

impl<'a> Order<'a> {
    /// The plainest one: what does the compiler say of this exercise?
    pub(super) fn errors_of(scratch: &'a Scratch, exercise: &'a Exercise) -> Order<'a> {
        Order {
            scratch,
            source: exercise.main_file(),
            crate_name: &exercise.id,
            driver: Driver::Rustc,
            shape: Shape::Program,
            emit: Emit::Metadata,
            profile: Profile::Debug,
            force_warn: &[],
            cfg: &[],
            externs: &[],
            needs: &exercise.needs,
        }
    }
}

/// The crates of others among what an exercise needs.
pub(super) fn named(needs: &[Need]) -> Vec<&str> {
    let names = needs.iter().filter_map(|need| match need {
        Need::Crate(name) => Some(name.as_str()),
        Need::Clippy | Need::Wasm32 => None,
    });
    names.collect()
}

impl Engine {
    pub(super) fn compile(&self, order: &Order<'_>, cancel: &Cancel) -> super::Step<Compiled> {
        let mut externs = order.externs.to_vec();
        externs.extend(
            self.crates
                .support
                .iter()
                .map(|path| ("support".to_owned(), path.clone())),
        );
        let crates = self.dependencies.linked(&named(order.needs));
        externs.extend(crates.externs);
        let (src, out) = (order.scratch.src(), order.scratch.out());
        let compile = Compile {
            driver: order.driver,
            source: order.source,
            cwd: &src,
            crate_name: order.crate_name,
            shape: order.shape,
            emit: order.emit,
            out: &out,
            profile: order.profile,
            build: &self.build,
            force_warn: order.force_warn,
            cfg: order.cfg,
            externs: &externs,
            search: &crates.search,
        };
        run(&self.tools, &compile, cancel)
    }

    /// A scratch folder with this one file in it.
    pub(super) fn scratch_with(&self, path: &str, text: &str) -> super::Step<Scratch> {
        let failed = |error| no_space(&self.folder, &error);
        let scratch = Scratch::new(&self.folder).map_err(failed)?;
        scratch.write(path, text).map_err(failed)?;
        Ok(scratch)
    }
}

/// Compiles. A compilation that was cancelled, or says nothing because the machine is at fault, ends the check.
pub(super) fn run(tools: &Tools, compile: &Compile<'_>, cancel: &Cancel) -> super::Step<Compiled> {
    let ended = process::run(&plan::compile(tools, compile), cancel);
    if ended.end == End::Cancelled {
        return Err(Box::new(cancelled()));
    }
    let messages = diagnostic_json::parse(&ended.stderr.text());
    if let Some(fault) = compiled::fault(&ended, &messages) {
        return Err(Box::new(judge::broken(fault)));
    }
    let read = files::read_text(&plan::dep_info(compile), MOST_DEP_INFO).unwrap_or_default();
    Ok(Compiled {
        accepted: ended.end == End::Exited(0),
        messages,
        artifact: plan::artifact(compile),
        read: plan::files_read(&read),
    })
}

/// A list of files is short.
const MOST_DEP_INFO: u64 = 1 << 20;

/// Nobody waits for this verdict any more.
pub(super) fn cancelled() -> Checked {
    Checked {
        verdict: Verdict::Unclear {
            raw: "stopped".into(),
        },
        evidence: Default::default(),
    }
}

/// Our empty configuration of clippy's, below the engine's folder.
pub(super) const LINT_CONFIG: &str = "clippy/clippy.toml";

/// Clippy looks for its configuration from the current folder upward: it is to find an empty one of ours.
pub(super) fn with_lint_config(mut tools: Tools, folder: &Path) -> Result<Tools, Fault> {
    let config = folder.join(LINT_CONFIG);
    // An empty file, not none: without one, clippy would go on looking in the folders above.
    if !files::is_file(&config) {
        files::write_new(&config, b"")
            .or_else(|error| files::is_file(&config).then_some(()).ok_or(error))
            .map_err(|error| unwritable(folder, &error))?;
    }
    tools.env.retain(|(name, _)| name != "CLIPPY_CONF_DIR");
    tools.env.push((
        "CLIPPY_CONF_DIR".into(),
        folder.join("clippy").into_os_string(),
    ));
    Ok(tools)
}

/// A folder of ours that we cannot write to.
pub(super) fn unwritable(folder: &Path, error: &dyn std::fmt::Display) -> Fault {
    Fault {
        what: format!("tutor cannot write to its folder {}.", folder.display()),
        remedy: "See that there is space on the disk and that the folder may be written to, then try again.".into(),
        detail: error.to_string(),
    }
}

/// The same as a verdict.
pub(super) fn no_space(folder: &Path, error: &std::io::Error) -> Box<Checked> {
    Box::new(judge::broken(unwritable(folder, error)))
}
