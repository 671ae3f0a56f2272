//! `tutor completions`: the script that teaches a shell our commands.

use super::desk::Desk;
use super::exit::Exit;
use crate::cli::{self, Completions};

pub fn run(desk: &Desk, args: &Completions) -> anyhow::Result<Exit> {
    desk.put(&cli::completions(args.shell))?;
    Ok(Exit::Passed)
}
