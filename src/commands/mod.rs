//! What `tutor` can do: one file for each command, a short recipe over the other rooms.

mod arrive;
mod builtin;
mod check;
mod checker;
mod classroom;
mod completions;
mod consent;
mod desk;
mod digest;
mod doctor;
mod editor;
pub mod exit;
mod explain;
mod first_sight;
mod go;
mod hint;
mod init;
mod layout;
mod list;
mod new;
mod next;
mod parts;
mod place;
mod pool;
mod prev;
mod progress;
mod release;
mod renew;
mod reset;
mod review;
mod solution;
mod source;
mod stop;
mod store;
mod upgrade;
mod verdict_key;
mod verify;
mod watch;

use crate::cli::{Command, Request};
use crate::view::text::Line;
use desk::Desk;
use exit::Exit;
use stop::Stop;

/// Does what was asked. Whatever goes wrong is said here, in words, and becomes an exit code.
pub fn run(request: Request) -> Exit {
    let outcome = Desk::new(request.globals).and_then(|desk| {
        let outcome = dispatch(&desk, &request.command);
        outcome.or_else(|error| end_early(&desk, &error))
    });
    // Where nothing can be said any more, the exit code has to do.
    outcome.unwrap_or(Exit::Broken)
}

fn dispatch(desk: &Desk, command: &Command) -> anyhow::Result<Exit> {
    match command {
        Command::Watch(args) => watch::run(desk, args),
        Command::Check(args) => check::run(desk, args),
        Command::Init(args) => init::run(desk, args),
        Command::List(args) => list::run(desk, args),
        Command::Hint(args) => hint::run(desk, args),
        Command::Solution(args) => solution::run(desk, args),
        Command::Explain(args) => explain::run(desk, args),
        Command::Go(args) => go::run(desk, args),
        Command::Next => next::run(desk),
        Command::Prev => prev::run(desk),
        Command::Reset(args) => reset::run(desk, args),
        Command::Verify(args) => verify::run(desk, args),
        Command::New(args) => new::run(desk, args),
        Command::Progress(args) => progress::run(desk, args),
        Command::Review => review::run(desk),
        Command::Doctor => doctor::run(desk),
        Command::Completions(args) => completions::run(desk, args),
    }
}

fn end_early(desk: &Desk, error: &anyhow::Error) -> anyhow::Result<Exit> {
    if let Some(stop) = error.downcast_ref::<Stop>() {
        desk.complain(&stop.lines)?;
        return Ok(stop.exit);
    }
    desk.complain(&[Line::plain(format!("tutor could not {error:#}."))])?;
    Ok(Exit::Broken)
}
