//! What is said when a file could not be shown in the learner's editor.

use super::clean::{Colours, clean};
use crate::session::editor::Trouble;

/// A sentence or two: what went wrong, and how to say which editor to use. `path`: the file, as the learner can open it.
pub fn not_opened(trouble: &Trouble, path: &str) -> String {
    let why = match trouble {
        Trouble::NoEditor => {
            return format!("tutor does not know your editor. Open {path} in it, or {HOW}.");
        }
        Trouble::NotFound { program } => format!("there is no program `{program}`"),
        Trouble::Failed { program, said } => match first_line(said) {
            Some(line) => format!("`{program}` says: {line}"),
            None => format!("`{program}` has failed"),
        },
    };
    format!("The editor could not be opened: {why}. Open {path} by hand, or {HOW}.")
}

const HOW: &str = "set EDITOR (as in `export EDITOR=nano`) and start tutor again";

fn first_line(said: &str) -> Option<String> {
    let line = said.lines().map(str::trim).find(|line| !line.is_empty())?;
    Some(clean(line, Colours::Drop).trim_end_matches('.').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_trouble_says_what_to_do() {
        let failed = |said: &str| Trouble::Failed {
            program: "code".into(),
            said: said.into(),
        };
        for (trouble, expected) in [
            (
                Trouble::NoEditor,
                "tutor does not know your editor. Open a.rs in it, or set EDITOR \
                 (as in `export EDITOR=nano`) and start tutor again.",
            ),
            (
                Trouble::NotFound {
                    program: "hx".into(),
                },
                "The editor could not be opened: there is no program `hx`. Open a.rs by hand, \
                 or set EDITOR (as in `export EDITOR=nano`) and start tutor again.",
            ),
            (
                failed("\n  no window\u{1b}[2J.\nmore"),
                "The editor could not be opened: `code` says: no window\\u{1b}[2J. Open a.rs by hand, \
                 or set EDITOR (as in `export EDITOR=nano`) and start tutor again.",
            ),
            (
                failed(""),
                "The editor could not be opened: `code` has failed. Open a.rs by hand, \
                 or set EDITOR (as in `export EDITOR=nano`) and start tutor again.",
            ),
        ] {
            assert_eq!(not_opened(&trouble, "a.rs"), expected);
        }
    }
}
