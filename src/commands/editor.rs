//! Opens a file in the learner's editor, for the key `o` and wherever a command shows one.

use std::path::Path;

use super::desk::Desk;
use crate::session::editor::{Spot, Trouble};
use crate::system::{editor, environment, terminal};
use crate::view::editing;

/// Shows the spot. `lend` gives the terminal away while the work runs that it is called with: a full screen's
/// `outside`, or `|work| work()`. An error is a sentence for the learner.
pub fn open(
    desk: &Desk,
    folder: &Path,
    spot: Spot<'_>,
    lend: impl FnOnce(&dyn Fn() -> Result<(), Trouble>) -> Result<(), Trouble>,
) -> Result<(), String> {
    let env = &environment::variable;
    let interactive = desk.terminal.is_interactive();
    let plan = editor::choose(env, &spot, interactive, terminal::size().columns);
    let work = || editor::run(env, &plan, folder);
    let outcome = match plan.takes_the_terminal() {
        true => lend(&work),
        false => work(),
    };
    outcome.map_err(|trouble| editing::not_opened(&trouble, &desk.shown(spot.path)))
}
