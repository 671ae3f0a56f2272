//! Which command shows a line of a file to the learner, in the editor that they already use.
//!
//! What is nearest decides: `$TUTOR_EDIT`, then the editor whose own terminal this is, then `$VISUAL` and `$EDITOR`, then
//! an editor with windows that is installed.

mod around;
mod known;
mod words;

use std::ffi::OsString;
use std::path::Path;

use around::hosts;
use known::{Known, Manners};

/// A place in a file. Line and column are counted from 1; a column without a line is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot<'a> {
    /// Absolute.
    pub path: &'a Path,
    pub line: Option<usize>,
    pub column: Option<usize>,
}

/// What is known of the machine.
#[derive(Clone, Copy)]
pub struct Facts<'a> {
    /// An environment variable; an empty one is none.
    pub variable: &'a dyn Fn(&str) -> Option<OsString>,
    /// Whether a program of this name is on the search path.
    pub has: &'a dyn Fn(&str) -> bool,
    pub system: System,
    /// Whether a program may be given the terminal.
    pub terminal: bool,
    /// How wide the terminal is.
    pub columns: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum System {
    Linux,
    MacOs,
    Windows,
}

/// A command, the program first, and what becomes of the terminal while it runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Plan {
    /// The editor has a window of its own: nobody waits for it.
    Background(Vec<OsString>),
    /// tmux or zellij opens a pane for the editor, and the command is over at once.
    Pane(Vec<OsString>),
    /// The editor has the terminal until it ends.
    Foreground(Vec<OsString>),
    /// No editor is known here.
    None,
}

impl Plan {
    pub fn takes_the_terminal(&self) -> bool {
        matches!(self, Plan::Foreground(_))
    }
}

/// Why the file is not on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// Nothing says which editor the learner uses.
    NoEditor,
    /// There is no such program.
    NotFound { program: String },
    /// It has failed at once; what it said, if anything.
    Failed { program: String, said: String },
}

/// What to run, so that the learner sees the spot.
pub fn plan(facts: &Facts<'_>, spot: &Spot<'_>) -> Plan {
    asked_for(facts, spot)
        .or_else(|| hosts(facts, spot))
        .or_else(|| preferred(facts, spot))
        .or_else(|| installed(facts, spot))
        .unwrap_or(Plan::None)
}

/// `$TUTOR_EDIT`: a template with `{file}`, `{line}` and `{column}`, or a command that is given the file.
fn asked_for(facts: &Facts<'_>, spot: &Spot<'_>) -> Option<Plan> {
    let template = words::of(facts, "TUTOR_EDIT")?;
    let manners = Known::of(&template).map_or(Manners::Windowed, |known| known.manners(&template));
    let argv = words::filled(&template, spot).unwrap_or_else(|| with_spot(template, spot));
    settle(facts, manners, argv)
}

/// `$VISUAL`, else `$EDITOR`. An editor that nobody knows needs the terminal.
fn preferred(facts: &Facts<'_>, spot: &Spot<'_>) -> Option<Plan> {
    let command = words::of(facts, "VISUAL").or_else(|| words::of(facts, "EDITOR"))?;
    let known = Known::of(&command);
    let manners = known.map_or(Manners::InTerminal, |known| known.manners(&command));
    settle(facts, manners, with_spot(command, spot))
}

/// An editor with windows, where there are windows.
fn installed(facts: &Facts<'_>, spot: &Spot<'_>) -> Option<Plan> {
    let variable = |name| (facts.variable)(name).is_some();
    let windows =
        facts.system != System::Linux || variable("DISPLAY") || variable("WAYLAND_DISPLAY");
    let program = known::COMMON.iter().find(|name| (facts.has)(name))?;
    let command = vec![OsString::from(program)];
    (windows && !variable("SSH_CONNECTION")).then(|| Plan::Background(with_spot(command, spot)))
}

/// Where an editor with these manners runs here; `None` if it needs a terminal and there is none to give.
fn settle(facts: &Facts<'_>, manners: Manners, argv: Vec<OsString>) -> Option<Plan> {
    match manners {
        Manners::Windowed => Some(Plan::Background(argv)),
        Manners::InTerminal => match around::pane(facts, &argv) {
            Some(pane) => Some(Plan::Pane(pane)),
            None => facts.terminal.then_some(Plan::Foreground(argv)),
        },
    }
}

/// The command with the file behind it, and with the line as far as the editor is known to understand one.
fn with_spot(mut command: Vec<OsString>, spot: &Spot<'_>) -> Vec<OsString> {
    match Known::of(&command) {
        Some(known) => {
            known.stay_no_longer(&mut command);
            command.extend(known.place(spot));
        }
        None => command.push(spot.path.into()),
    }
    command
}

#[cfg(test)]
mod tests;
