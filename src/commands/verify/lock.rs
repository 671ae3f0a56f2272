//! `--bless` writes the lock file of the crates of others, where a course has none yet.

use std::collections::BTreeMap;

use super::bless;
use super::lab::Home;
use super::survey::Survey;
use crate::check::crates;
use crate::check::job::End;
use crate::cli::Verify;
use crate::commands::desk::Desk;
use crate::commands::{checker, parts};
use crate::course;
use crate::course::model::{Course, Format};
use crate::system::files::{self, TempFolder};
use crate::system::process::{self, Cancel};
use crate::system::{environment, toolchain};
use crate::view::findings;

/// The largest lock file that is taken.
const MOST: u64 = 16 << 20;

/// Shows it and writes it. Where it cannot be had, the reason is told, and the exercises that need it are skipped.
pub(super) fn bless(
    desk: &Desk,
    args: &Verify,
    survey: &Survey,
    course: &Course,
    home: &Home,
    cancel: &Cancel,
) -> anyhow::Result<()> {
    let path = parts::lock(course);
    let wanted = course.format == Format::Tutor && !course.build.dependencies.is_empty();
    if !wanted || files::exists(&files::inside(&survey.root, path)?) {
        return Ok(());
    }
    match generated(survey, course, home, cancel) {
        _ if cancel.is_cancelled() => Ok(()),
        Ok(text) => {
            let texts = BTreeMap::from([(path.to_owned(), text)]);
            bless::write(desk, args, &survey.root, &texts).map(drop)
        }
        Err(why) => desk.complain(&findings::no_lock(path, &why)),
    }
}

/// As cargo makes it for a package with these crates and nothing else. An error is a clause with the reason.
fn generated(
    survey: &Survey,
    course: &Course,
    home: &Home,
    cancel: &Cancel,
) -> Result<String, String> {
    let toolchain = toolchain::find_named(&environment::variable, &survey.root, None);
    let tools = toolchain.map_err(|fault| fault.what)?.tools(home.build());
    let cargo = tools.cargo.as_ref().ok_or("cargo is not installed")?;
    let folder = TempFolder::new_in(home.build(), "lock-").map_err(|error| error.to_string())?;
    let manifest = course::crates::manifest(&course.build);
    let own = [("Cargo.toml", manifest.as_bytes()), ("lib.rs", b"")];
    let brought = checker::brought_from(course, &survey.root).files;
    let brought = brought.iter();
    let brought = brought.map(|(path, bytes)| (path.as_str(), bytes.as_slice()));
    files::write_tree(folder.path(), own.into_iter().chain(brought))
        .map_err(|error| error.to_string())?;
    let ended = process::run(&crates::lock(&tools, cargo, folder.path()), cancel);
    match ended.end {
        End::Exited(0) => files::read_text(&folder.path().join("Cargo.lock"), MOST)
            .map_err(|trouble| format!("what cargo has written {trouble}")),
        End::NotStarted { why, .. } => Err(format!("cargo does not start: {why}")),
        _ => Err(crates::why(&ended.stderr.text())),
    }
}
