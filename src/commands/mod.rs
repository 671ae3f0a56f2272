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
use crate::system::files::{PathTrouble, WriteTrouble};
use crate::system::guardian::Guardian;
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
    // Without one, as where the system starts no more processes, the programs' own limits end them.
    let _guardian = runs_programs(command).then(Guardian::keep);
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

/// Whether it may run what a learner or a course has written: such a program must not outlive us.
fn runs_programs(command: &Command) -> bool {
    match command {
        Command::Watch(_)
        | Command::Check(_)
        | Command::Hint(_)
        | Command::Verify(_)
        | Command::Review
        | Command::Doctor => true,
        Command::Init(_)
        | Command::List(_)
        | Command::Solution(_)
        | Command::Explain(_)
        | Command::Go(_)
        | Command::Next
        | Command::Prev
        | Command::Reset(_)
        | Command::New(_)
        | Command::Progress(_)
        | Command::Completions(_) => false,
    }
}

fn end_early(desk: &Desk, error: &anyhow::Error) -> anyhow::Result<Exit> {
    if let Some(stop) = error.downcast_ref::<Stop>() {
        desk.complain(&stop.lines)?;
        return Ok(stop.exit);
    }
    // These are whole clauses, unless somebody has said what was to be done.
    let bare = error.chain().count() == 1;
    let said = match (bare, error.is::<WriteTrouble>(), error.is::<PathTrouble>()) {
        (true, true, _) => format!("tutor {error}."),
        (true, _, true) => format!("tutor could not go on: {error}."),
        _ => format!("tutor could not {error:#}."),
    };
    desk.complain(&[Line::plain(said)])?;
    Ok(Exit::Broken)
}
