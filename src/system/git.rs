//! What git knows of a folder: which files differ from a commit.

use std::ffi::OsString;
use std::path::Path;
use std::time::Duration;

use super::environment;
use super::process::{self, Cancel};
use crate::check::job::{End, Job, Limits};

/// Why git could not say it, in its own words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GitTrouble {
    NotThere,
    Says(String),
}

/// Files below `folder` that were changed since it parted from the commit or branch `reference`, and those that git does
/// not know yet. Paths are relative to the folder, with `/`, sorted; what was removed is among them.
pub fn changed_since(
    folder: &Path,
    reference: &str,
    cancel: &Cancel,
) -> Result<Vec<String>, GitTrouble> {
    let commit = format!("{reference}^{{commit}}");
    // What begins with `-` is no name of a commit, and must not become an option.
    let resolved = ask(
        folder,
        &[
            "rev-parse",
            "--verify",
            "--quiet",
            "--end-of-options",
            &commit,
        ],
        cancel,
    )
    .map_err(|trouble| match trouble {
        GitTrouble::Says(words) if words.is_empty() => {
            GitTrouble::Says(format!("it knows no commit or branch `{reference}`"))
        }
        other => other,
    })?;
    // A shallow clone may not reach back to where they parted.
    let parted = ask(folder, &["merge-base", "HEAD", resolved.trim()], cancel);
    let base = parted.unwrap_or(resolved);
    let resolved = base.trim();
    let differ = [
        "diff",
        "--name-only",
        "--no-renames",
        "--relative",
        "-z",
        resolved,
        "--",
        ".",
    ];
    let mut paths = names(&ask(folder, &differ, cancel)?);
    let unknown = [
        "ls-files",
        "--others",
        "--exclude-standard",
        "-z",
        "--",
        ".",
    ];
    paths.extend(names(&ask(folder, &unknown, cancel)?));
    paths.sort_unstable();
    paths.dedup();
    Ok(paths)
}

fn names(output: &str) -> Vec<String> {
    output
        .split('\0')
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect()
}

fn ask(folder: &Path, args: &[&str], cancel: &Cancel) -> Result<String, GitTrouble> {
    let program =
        super::toolchain::on_path(&environment::variable, "git").ok_or(GitTrouble::NotThere)?;
    let kept = [
        "PATH",
        "HOME",
        "USERPROFILE",
        "SystemRoot",
        "GIT_DIR",
        "GIT_WORK_TREE",
        "GIT_CONFIG_GLOBAL",
    ];
    let kept = kept
        .iter()
        .filter_map(|name| Some((OsString::from(name), environment::variable(name)?)));
    let fixed = [
        ("LC_ALL", "C"),
        ("GIT_OPTIONAL_LOCKS", "0"),
        ("GIT_TERMINAL_PROMPT", "0"),
    ];
    let fixed = fixed.map(|(name, value)| (name.into(), value.into()));
    let job = Job {
        program,
        args: args.iter().map(OsString::from).collect(),
        env: kept.chain(fixed).collect(),
        cwd: folder.to_owned(),
        stdin: None,
        limits: Limits {
            wall: Duration::from_secs(60),
            cpu_s: 60,
            memory: 4 << 30,
            file_size: 1 << 30,
            keep_head: 64 << 20,
            keep_tail: 0,
            flood: 64 << 20,
        },
    };
    let ended = process::run(&job, cancel);
    match ended.end {
        End::Exited(0) => Ok(ended.stdout.text()),
        End::NotStarted { why, .. } => Err(GitTrouble::Says(why)),
        _ => Err(GitTrouble::Says(ended.stderr.text().trim().to_owned())),
    }
}
