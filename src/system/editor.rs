//! Shows a file to the learner in their own editor: what [`crate::session::editor`] has decided, done.

use std::ffi::OsString;
use std::io;
use std::path::Path;

use super::{process, programs};
use crate::session::editor::{Facts, Plan, Spot, System, Trouble, plan};

/// What is to be run here. `terminal`: whether a program may be given the terminal; `columns`: how wide that is.
pub fn choose(
    env: &dyn Fn(&str) -> Option<OsString>,
    spot: &Spot<'_>,
    terminal: bool,
    columns: usize,
) -> Plan {
    let facts = Facts {
        variable: env,
        has: &|name| programs::find(env, Path::new(name)).is_some(),
        system: match std::env::consts::OS {
            "macos" => System::MacOs,
            "windows" => System::Windows,
            _ => System::Linux,
        },
        terminal,
        columns,
    };
    plan(&facts, spot)
}

/// Runs it in `folder`. [`Plan::Foreground`] comes back when the editor has ended, and needs the terminal: a full screen
/// must have been lent before. The others come back at once.
pub fn run(
    env: &dyn Fn(&str) -> Option<OsString>,
    plan: &Plan,
    folder: &Path,
) -> Result<(), Trouble> {
    let (argv, waits) = match plan {
        Plan::None => return Err(Trouble::NoEditor),
        Plan::Foreground(argv) => (argv, true),
        Plan::Background(argv) | Plan::Pane(argv) => (argv, false),
    };
    let Some((program, args)) = argv.split_first() else {
        return Err(Trouble::NoEditor);
    };
    let name = || program.to_string_lossy().into_owned();
    let Some(place) = programs::find(env, Path::new(program)) else {
        return Err(Trouble::NotFound { program: name() });
    };
    let said = if waits {
        process::in_foreground(&place, args, folder).map(|_| None)
    } else {
        process::hand_over(&place, args, folder)
    };
    match said {
        Ok(None) => Ok(()),
        Ok(Some(said)) => Err(Trouble::Failed {
            program: name(),
            said,
        }),
        Err(error) => Err(Trouble::Failed {
            program: name(),
            said: words(&error),
        }),
    }
}

fn words(error: &io::Error) -> String {
    format!("it cannot be started: {error}")
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn run_it(plan: &Plan) -> Result<(), Trouble> {
        let env = |name: &str| (name == "PATH").then(|| OsString::from("/usr/bin:/bin"));
        run(&env, plan, Path::new("/"))
    }

    fn argv(words: &[&str]) -> Vec<OsString> {
        words.iter().map(OsString::from).collect()
    }

    #[test]
    fn an_editor_that_is_not_there_is_named() {
        let expected = Trouble::NotFound {
            program: "no-such-editor".into(),
        };
        let plan = Plan::Background(argv(&["no-such-editor", "F"]));
        assert_eq!(run_it(&plan), Err(expected));
        assert_eq!(run_it(&Plan::None), Err(Trouble::NoEditor));
    }

    #[test]
    fn what_an_editor_says_when_it_fails_is_told() {
        let plan = Plan::Pane(argv(&["sh", "-c", "echo no space for a pane >&2; exit 1"]));
        let expected = Trouble::Failed {
            program: "sh".into(),
            said: "no space for a pane".into(),
        };
        assert_eq!(run_it(&plan), Err(expected));
        assert_eq!(
            run_it(&Plan::Foreground(argv(&["sh", "-c", "exit 1"]))),
            Ok(())
        );
    }
}
