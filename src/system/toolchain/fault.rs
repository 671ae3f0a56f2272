//! What can be wrong with a toolchain, and what to do then.

use std::path::Path;

use super::{Env, search};
use crate::check::job::{End, Ended};
use crate::check::verdict::Fault;
use crate::system::process::NO_MORE_FILES;

const INSTALL: &str = if cfg!(windows) {
    "Install it with `winget install Rustlang.Rustup`, or from https://rustup.rs, then open a new terminal and start `tutor` again."
} else {
    "Install it with `curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh`, then open a new terminal and start `tutor` again."
};

pub(super) fn no_rustc() -> Fault {
    Fault {
        what: "Rust is not installed here: there is no `rustc` on your PATH.".into(),
        remedy: INSTALL.into(),
        detail: String::new(),
    }
}

pub(super) fn does_not_run(rustc: &Path, ended: &Ended) -> Fault {
    if matches!(&ended.end, End::NotStarted { why, .. } if why == NO_MORE_FILES) {
        return too_few_files();
    }
    Fault {
        what: format!("The Rust compiler {} does not run.", rustc.display()),
        remedy: "Run `rustup update`, or install Rust again from https://rustup.rs.".into(),
        detail: detail(ended),
    }
}

fn too_few_files() -> Fault {
    Fault {
        what: "Programs may open too few files at once in this terminal to start a compiler."
            .into(),
        remedy: "Run `ulimit -n 256` here, or open a new terminal, then start `tutor` again."
            .into(),
        detail: NO_MORE_FILES.into(),
    }
}

pub(super) fn strange(rustc: &Path, version: &str) -> Fault {
    Fault {
        what: format!(
            "{} does not say its version as a Rust compiler does.",
            rustc.display()
        ),
        remedy: "See which `rustc` comes first on your PATH: is it the one that you want?".into(),
        detail: version.trim_end().into(),
    }
}

pub(super) fn no_explanation(code: &str) -> Fault {
    Fault {
        what: format!("This version of rustc has no explanation for {code:?}."),
        remedy: "A code is an E with four digits, as in E0382; not every error has one.".into(),
        detail: String::new(),
    }
}

/// What rustup's proxy says when it has no compiler to call.
pub(super) fn from_proxy(
    rustc: &Path,
    env: Env<'_>,
    folder: &Path,
    name: Option<&str>,
    ended: &Ended,
) -> Fault {
    let said = detail(ended);
    if let Some(missing) = not_installed(&said) {
        return missing_toolchain(missing, env, folder, name, &said);
    }
    if said.contains("no default is configured") || said.contains("no default toolchain configured")
    {
        return Fault {
            what: "rustup is here, but no Rust toolchain is chosen.".into(),
            remedy: "Run `rustup default stable`, then start `tutor` again.".into(),
            detail: said,
        };
    }
    if said.contains("override file") {
        return Fault {
            what: format!("The file {} cannot be read by rustup.", pinned_by(folder)),
            remedy: "Mend it or take it away, then start `tutor` again.".into(),
            detail: said,
        };
    }
    if let Some(name) = name {
        return Fault {
            what: format!(
                "The toolchain `{name}` cannot be used: this Rust does not come from rustup."
            ),
            remedy: "Leave `--toolchain` out, or install rustup from https://rustup.rs.".into(),
            detail: said,
        };
    }
    does_not_run(rustc, ended)
}

/// `error: toolchain '1.60.0-x86_64-unknown-linux-gnu' is not installed`
fn not_installed(said: &str) -> Option<&str> {
    let (before, _) = said.split_once("' is not installed")?;
    Some(before.rsplit_once("toolchain '")?.1)
}

fn missing_toolchain(
    missing: &str,
    env: Env<'_>,
    folder: &Path,
    name: Option<&str>,
    said: &str,
) -> Fault {
    let (who, otherwise) = if name.is_some() {
        (
            "`--toolchain` asks for it".to_owned(),
            "leave `--toolchain` out",
        )
    } else if env("RUSTUP_TOOLCHAIN").is_some() {
        (
            "the variable RUSTUP_TOOLCHAIN asks for it".to_owned(),
            "unset that variable",
        )
    } else if search::pin(folder).is_some() {
        let who = format!("the file {} asks for it", pinned_by(folder));
        (who, "take that file away")
    } else {
        let who = "rustup has chosen it for this folder".to_owned();
        (
            who,
            "choose another with `rustup default stable` and `rustup override unset`",
        )
    };
    Fault {
        what: format!("The Rust toolchain `{missing}` is not installed; {who}."),
        remedy: format!("Run `rustup toolchain install {missing}`, or {otherwise}."),
        detail: said.into(),
    }
}

fn pinned_by(folder: &Path) -> String {
    search::pin(folder).map_or_else(
        || "rust-toolchain.toml".into(),
        |place| place.display().to_string(),
    )
}

/// What the tool said, without the backtrace that some versions add.
pub(super) fn detail(ended: &Ended) -> String {
    let said = ended.stderr.text();
    let said = said
        .split("\nStack backtrace:")
        .next()
        .unwrap_or_default()
        .trim();
    match &ended.end {
        End::NotStarted { why, .. } => why.clone(),
        End::TimedOut => format!("{said}\nit did not answer within a minute")
            .trim()
            .into(),
        End::Signal(signal) => format!("{said}\nended by signal {signal}").trim().into(),
        _ => said.into(),
    }
}
