//! From a job to a child in a session (on Windows: a job object) of its own.

use std::ffi::OsStr;
use std::io;
use std::path::Path;
use std::process::Stdio;

use process_wrap::std::{ChildWrapper, CommandWrap};

use super::super::retry::{START_PAUSES, retry};
use super::orphans::Family;
use crate::check::job::{End, Job};

/// Why a job was not started, where that is the reason.
pub(in crate::system) const NO_MORE_FILES: &str =
    "the system lets tutor open no more files at once (`ulimit -n` says how many it allows)";

pub(super) type Child = Box<dyn ChildWrapper>;

pub(super) fn start(job: &Job, family: &Family) -> Result<Child, End> {
    let started = retry(&START_PAUSES, is_passing, || command(job, family).spawn());
    started.map_err(|error| not_started(job, &error))
}

fn command(job: &Job, family: &Family) -> CommandWrap {
    let mut command = CommandWrap::with_new(&job.program, |command| {
        command.args(&job.args).current_dir(&job.cwd);
        command
            .env_clear()
            .envs(job.env.iter().map(|(name, value)| (name, value)));
        if let Some((name, value)) = family.mark() {
            command.env(name, value);
        }
        command.stdin(match job.stdin {
            Some(_) => Stdio::piped(),
            None => Stdio::null(),
        });
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
    });
    #[cfg(unix)]
    command.wrap(process_wrap::std::ProcessSession);
    #[cfg(windows)]
    command.wrap(process_wrap::std::JobObject);
    command
}

/// A fresh program may be looked at by a virus scanner (Windows), or still be open for writing in a child that another
/// thread is just starting (Unix). A machine may be short of processes for a moment.
fn is_passing(error: &io::Error) -> bool {
    match error.kind() {
        io::ErrorKind::ExecutableFileBusy | io::ErrorKind::WouldBlock => true,
        io::ErrorKind::PermissionDenied => cfg!(windows),
        _ => false,
    }
}

fn not_started(job: &Job, error: &io::Error) -> End {
    let name = job.program.file_name().unwrap_or(job.program.as_os_str());
    let (name, place) = (Path::new(name).display(), job.program.display());
    let not_found = error.kind() == io::ErrorKind::NotFound;
    if not_found && !job.cwd.is_dir() {
        let why = format!("the folder {} is not there", job.cwd.display());
        return End::NotStarted {
            why,
            not_found: false,
        };
    }
    let why = match error.kind() {
        io::ErrorKind::NotFound => {
            format!("there is no {place}, or what it needs to run is missing")
        }
        io::ErrorKind::PermissionDenied if cfg!(windows) => {
            format!("the system does not let {name} start: a virus scanner may hold it ({place})")
        }
        io::ErrorKind::PermissionDenied => {
            format!("the system does not let {name} start: {place} may not be run here")
        }
        _ if is_short_of_files(error) => NO_MORE_FILES.to_owned(),
        io::ErrorKind::ArgumentListTooLong => format!("the command line for {name} is too long"),
        _ if has_nul(job) => format!("the command line for {name} has a NUL in it"),
        _ => format!("{name} cannot be started: {error}"),
    };
    End::NotStarted { why, not_found }
}

/// Of this process, or of the whole machine.
#[cfg(unix)]
fn is_short_of_files(error: &io::Error) -> bool {
    use rustix::io::Errno;
    let errno = Errno::from_io_error(error);
    matches!(errno, Some(Errno::MFILE | Errno::NFILE))
}

#[cfg(not(unix))]
fn is_short_of_files(_error: &io::Error) -> bool {
    false
}

fn has_nul(job: &Job) -> bool {
    let nul = |text: &OsStr| text.as_encoded_bytes().contains(&0);
    job.args.iter().any(|arg| nul(arg))
        || job.env.iter().any(|(name, value)| nul(name) || nul(value))
}
