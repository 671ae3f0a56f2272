//! Editors by the names of their programs: whether they need a terminal, and how they are told of a line.

use std::ffi::OsString;
use std::path::Path;

use super::Spot;

/// What an editor needs to be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Manners {
    /// It opens a window, or hands the file to one that is open.
    Windowed,
    InTerminal,
}

/// How an editor is told of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    /// `-g file:12:5`
    Goto,
    /// `file:12:5`
    Colons,
    /// `+12 file`
    Plus,
    /// `+12:5 file`
    PlusColon,
    /// `+12,5 file`
    PlusComma,
    /// `--line 12 --column 5 file`
    Options,
    /// `-l 12 file`
    Letter,
}

use Manners::{InTerminal, Windowed};
use Style::{Colons, Goto, Letter, Options, Plus, PlusColon, PlusComma};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Known {
    name: &'static str,
    usual: Manners,
    style: Style,
}

/// Editors with windows, those first that a learner of Rust most often has.
pub(super) const COMMON: [&str; 8] = [
    "code",
    "codium",
    "cursor",
    "windsurf",
    "zed",
    "zeditor",
    "rustrover",
    "subl",
];

#[rustfmt::skip]
const TABLE: [(&str, Manners, Style); 46] = [
    ("antigravity", Windowed, Goto),
    ("code", Windowed, Goto),
    ("code-insiders", Windowed, Goto),
    ("code-oss", Windowed, Goto),
    ("codium", Windowed, Goto),
    ("codium-insiders", Windowed, Goto),
    ("vscodium", Windowed, Goto),
    ("cursor", Windowed, Goto),
    ("windsurf", Windowed, Goto),
    ("kiro", Windowed, Goto),
    ("positron", Windowed, Goto),
    ("trae", Windowed, Goto),
    ("zed", Windowed, Colons),
    ("zeditor", Windowed, Colons),
    ("zedit", Windowed, Colons),
    ("zed-editor", Windowed, Colons),
    ("lapce", Windowed, Colons),
    ("subl", Windowed, Colons),
    ("sublime_text", Windowed, Colons),
    ("rustrover", Windowed, Options),
    ("clion", Windowed, Options),
    ("idea", Windowed, Options),
    ("fleet", Windowed, Options),
    ("kate", Windowed, Options),
    ("gedit", Windowed, PlusColon),
    ("pluma", Windowed, Plus),
    ("xed", Windowed, Plus),
    ("geany", Windowed, Plus),
    ("gvim", Windowed, Plus),
    ("mvim", Windowed, Plus),
    ("neovide", Windowed, Plus),
    ("bbedit", Windowed, Plus),
    ("mate", Windowed, Letter),
    ("emacsclient", Windowed, PlusColon),
    ("emacs", InTerminal, PlusColon),
    ("hx", InTerminal, Colons),
    ("helix", InTerminal, Colons),
    ("nvim", InTerminal, Plus),
    ("vim", InTerminal, Plus),
    ("vi", InTerminal, Plus),
    ("kak", InTerminal, PlusColon),
    ("micro", InTerminal, PlusColon),
    ("nano", InTerminal, PlusComma),
    ("pico", InTerminal, Plus),
    ("joe", InTerminal, Plus),
    ("mg", InTerminal, Plus),
];

/// By these an editor with windows is asked to come without them.
const NO_WINDOW: [&str; 6] = ["-nw", "-t", "-tty", "--tty", "--no-window-system", "-T"];

/// By these an editor with windows is asked not to end before the file is closed.
const WAIT: [&str; 2] = ["--wait", "-w"];

impl Known {
    /// The editor that a command calls: by the program's own name, wherever it lies.
    pub(super) fn of(command: &[OsString]) -> Option<Known> {
        let program = Path::new(command.first()?).file_name()?.to_str()?;
        let name = program.to_ascii_lowercase();
        let name = [".exe", ".cmd", ".bat", ".sh"]
            .iter()
            .find_map(|end| name.strip_suffix(end))
            .unwrap_or(&name);
        let found = TABLE.iter().find(|(known, ..)| *known == name);
        found.map(|(name, usual, style)| Known {
            name,
            usual: *usual,
            style: *style,
        })
    }

    pub(super) fn manners(self, command: &[OsString]) -> Manners {
        let asks = |word: &OsString| NO_WINDOW.iter().any(|flag| word == flag);
        let without = self.name == "emacsclient" && command.iter().any(asks);
        if without { InTerminal } else { self.usual }
    }

    /// Somebody's `code --wait` is for git: nobody waits here.
    pub(super) fn stay_no_longer(self, command: &mut Vec<OsString>) {
        if self.style == Goto || self.style == Colons || self.style == Letter {
            command.retain(|word| !WAIT.iter().any(|flag| word == flag));
        }
    }

    /// The words that name the file and the place in it.
    pub(super) fn place(self, spot: &Spot<'_>) -> Vec<OsString> {
        let Some(line) = spot.line else {
            return vec![spot.path.into()];
        };
        let sign = if self.style == PlusComma { ',' } else { ':' };
        let place = match spot.column {
            Some(column) => format!("{line}{sign}{column}"),
            None => line.to_string(),
        };
        let with_place = || {
            let mut word = OsString::from(spot.path);
            word.push(format!(":{place}"));
            word
        };
        match self.style {
            Goto => vec!["-g".into(), with_place()],
            Colons => vec![with_place()],
            Plus => vec![format!("+{line}").into(), spot.path.into()],
            PlusColon | PlusComma => vec![format!("+{place}").into(), spot.path.into()],
            Letter => vec!["-l".into(), line.to_string().into(), spot.path.into()],
            Options => options(line, spot),
        }
    }
}

fn options(line: usize, spot: &Spot<'_>) -> Vec<OsString> {
    let mut words: Vec<OsString> = vec!["--line".into(), line.to_string().into()];
    if let Some(column) = spot.column {
        words.extend(["--column".into(), column.to_string().into()]);
    }
    words.push(spot.path.into());
    words
}
