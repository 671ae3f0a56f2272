//! Opening the learner's own editor: which one it is, and how it is told the line.

use std::ffi::OsString;
use std::path::Path;

use super::surface::Surface;
use crate::system::{environment, opener};

/// How an editor is started.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Opening {
    words: Vec<String>,
    /// It needs the terminal that we have.
    in_front: bool,
}

/// Opens the file; an error is a sentence that says what to do.
pub(super) fn open(
    surface: &mut Surface,
    root: &Path,
    path: &Path,
    line: Option<usize>,
) -> Result<(), String> {
    let file = path.to_string_lossy();
    let env = |name: &str| Some(environment::variable(name)?.to_string_lossy().into_owned());
    let opening = opening(&env, &file, line.unwrap_or(1)).ok_or(
        "tutor does not know your editor: set the variable TUTOR_EDIT to its command, such as `code` or `nano`.",
    )?;
    let words: Vec<OsString> = opening.words.iter().map(OsString::from).collect();
    let started = if opening.in_front {
        surface.outside(|| opener::in_front(&words, root))
    } else {
        opener::beside(&words, root)
    };
    started.map_err(|error| {
        format!(
            "`{}` could not be started ({error}).",
            opening.words.join(" ")
        )
    })
}

/// By what the environment says, from the plainest word to the vaguest.
fn opening(env: &dyn Fn(&str) -> Option<String>, file: &str, line: usize) -> Option<Opening> {
    if let Some(command) = env("TUTOR_EDIT") {
        return with_command(&command, file, line);
    }
    if let Some(program) = of_surroundings(env) {
        return with_command(program, file, line);
    }
    let command = env("VISUAL").or_else(|| env("EDITOR"))?;
    let opening = with_command(&command, file, line)?;
    if !opening.in_front {
        return Some(opening);
    }
    if env("ZELLIJ").is_some() {
        let line = line.to_string();
        let words = ["zellij", "edit", "--line-number", &line, file].map(String::from);
        return Some(Opening {
            words: words.to_vec(),
            in_front: false,
        });
    }
    if env("TMUX").is_some() {
        let mut words = vec![
            "tmux".to_owned(),
            "split-window".to_owned(),
            "-h".to_owned(),
        ];
        words.extend(opening.words);
        return Some(Opening {
            words,
            in_front: false,
        });
    }
    Some(opening)
}

/// The editor that this terminal is a part of.
fn of_surroundings(env: &dyn Fn(&str) -> Option<String>) -> Option<&'static str> {
    let is = |name: &str, value: &str| env(name).is_some_and(|found| found == value);
    if is("TERM_PROGRAM", "vscode") {
        let host = env("VSCODE_GIT_ASKPASS_NODE")
            .unwrap_or_default()
            .to_lowercase();
        let relatives = [
            ("cursor", "cursor"),
            ("windsurf", "windsurf"),
            ("codium", "codium"),
        ];
        let relative = relatives.iter().find(|(part, _)| host.contains(part));
        return Some(relative.map_or("code", |(_, program)| program));
    }
    if env("ZED_TERM").is_some() || is("TERM_PROGRAM", "zed") {
        return Some("zed");
    }
    is("TERMINAL_EMULATOR", "JetBrains-JediTerm").then_some("rustrover")
}

/// `{file}` and `{line}` where the command has places for them; else as this editor wants them.
fn with_command(command: &str, file: &str, line: usize) -> Option<Opening> {
    let mut words: Vec<String> = command.split_whitespace().map(String::from).collect();
    let program = words.first()?.clone();
    let name = Path::new(&program)
        .file_stem()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let in_front = IN_FRONT.contains(&name.as_str());
    if words.iter().any(|word| word.contains("{file}")) {
        for word in &mut words {
            *word = word
                .replace("{file}", file)
                .replace("{line}", &line.to_string());
        }
    } else {
        words.extend(place(&name, file, line));
    }
    Some(Opening { words, in_front })
}

/// Editors that live in a terminal.
const IN_FRONT: [&str; 12] = [
    "vi", "vim", "nvim", "hx", "helix", "nano", "pico", "micro", "kak", "joe", "emacs", "ed",
];

/// The file and the line, in this editor's way.
fn place(name: &str, file: &str, line: usize) -> Vec<String> {
    match name {
        "code" | "code-insiders" | "codium" | "cursor" | "windsurf" => {
            vec!["--goto".to_owned(), format!("{file}:{line}")]
        }
        "hx" | "helix" | "zed" | "subl" => vec![format!("{file}:{line}")],
        "rustrover" | "idea" | "clion" => {
            vec!["--line".to_owned(), line.to_string(), file.to_owned()]
        }
        "vi" | "vim" | "nvim" | "nano" | "pico" | "micro" | "kak" | "joe" | "emacs"
        | "emacsclient" | "gedit" => {
            vec![format!("+{line}"), file.to_owned()]
        }
        _ => vec![file.to_owned()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(variables: &[(&str, &str)], expected: &str) {
        let env = |name: &str| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        let told = opening(&env, "/c/a.rs", 27).map_or_else(
            || "none".to_owned(),
            |opening| {
                let where_to = if opening.in_front {
                    "in front"
                } else {
                    "beside"
                };
                format!("{} ({where_to})", opening.words.join(" "))
            },
        );
        assert_eq!(told, expected, "{variables:?}");
    }

    #[test]
    fn the_learners_own_word_comes_first() {
        check(
            &[("TUTOR_EDIT", "subl -n"), ("EDITOR", "vi")],
            "subl -n /c/a.rs:27 (beside)",
        );
        check(
            &[("TUTOR_EDIT", "my-editor {line} {file}")],
            "my-editor 27 /c/a.rs (beside)",
        );
        check(&[("TUTOR_EDIT", " ")], "none");
    }

    #[test]
    fn then_the_editor_whose_terminal_this_is() {
        check(
            &[("TERM_PROGRAM", "vscode"), ("EDITOR", "vi")],
            "code --goto /c/a.rs:27 (beside)",
        );
        let cursor = "/Applications/Cursor.app/Contents/node";
        check(
            &[
                ("TERM_PROGRAM", "vscode"),
                ("VSCODE_GIT_ASKPASS_NODE", cursor),
            ],
            "cursor --goto /c/a.rs:27 (beside)",
        );
        check(&[("ZED_TERM", "true")], "zed /c/a.rs:27 (beside)");
        check(
            &[("TERMINAL_EMULATOR", "JetBrains-JediTerm")],
            "rustrover --line 27 /c/a.rs (beside)",
        );
    }

    #[test]
    fn then_the_usual_variables_in_front_or_in_a_pane_of_its_own() {
        check(&[("EDITOR", "nano")], "nano +27 /c/a.rs (in front)");
        check(
            &[("VISUAL", "hx"), ("EDITOR", "nano")],
            "hx /c/a.rs:27 (in front)",
        );
        check(
            &[("EDITOR", "/usr/bin/vim"), ("TMUX", "x")],
            "tmux split-window -h /usr/bin/vim +27 /c/a.rs (beside)",
        );
        check(
            &[("EDITOR", "vim"), ("ZELLIJ", "0")],
            "zellij edit --line-number 27 /c/a.rs (beside)",
        );
        check(&[("EDITOR", "gedit")], "gedit +27 /c/a.rs (beside)");
        check(&[], "none");
    }
}
