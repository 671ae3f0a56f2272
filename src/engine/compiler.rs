//! Calls of the compiler: the job, its process, its messages.

use std::path::{Path, PathBuf};

use crate::check::diagnostic_json::{self, Messages};
use crate::check::job::{End, Ended};
use crate::check::judge;
use crate::check::plan::{self, Compile, Tools};
use crate::check::verdict::{Checked, Fault, Verdict};
use crate::system::process::{self, Cancel};

/// One compilation that came to an end.
pub(super) struct Compiled {
    pub(super) ended: Ended,
    pub(super) messages: Messages,
    pub(super) artifact: PathBuf,
    /// Every file that the compiler has read.
    pub(super) read: Vec<String>,
}

impl Compiled {
    pub(super) fn is_clean(&self) -> bool {
        self.ended.end == End::Exited(0)
    }
}

/// Compiles; a cancelled compilation ends the check.
pub(super) fn run(tools: &Tools, compile: &Compile<'_>, cancel: &Cancel) -> super::Step<Compiled> {
    let ended = process::run(&plan::compile(tools, compile), cancel);
    if ended.end == End::Cancelled {
        return Err(Box::new(cancelled()));
    }
    let messages = diagnostic_json::parse(&ended.stderr.text());
    let read = std::fs::read_to_string(plan::dep_info(compile)).unwrap_or_default();
    Ok(Compiled { messages, artifact: plan::artifact(compile), read: plan::files_read(&read), ended })
}

/// Nobody waits for this verdict any more.
pub(super) fn cancelled() -> Checked {
    Checked { verdict: Verdict::Unclear { raw: "stopped".into() }, evidence: Default::default() }
}

/// Our empty configuration of clippy's, below the engine's folder.
pub(super) const LINT_CONFIG: &str = "clippy/clippy.toml";

/// Clippy looks for its configuration from the current folder upward: it is to find an empty one of ours.
pub(super) fn with_lint_config(mut tools: Tools, folder: &Path) -> Result<Tools, Fault> {
    let config = folder.join("clippy");
    std::fs::create_dir_all(&config)
        .and_then(|()| std::fs::write(config.join("clippy.toml"), ""))
        .map_err(|error| unwritable(folder, &error))?;
    tools.env.retain(|(name, _)| name != "CLIPPY_CONF_DIR");
    tools.env.push(("CLIPPY_CONF_DIR".into(), config.into_os_string()));
    Ok(tools)
}

/// A folder of ours that we cannot write to.
pub(super) fn unwritable(folder: &Path, error: &std::io::Error) -> Fault {
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
