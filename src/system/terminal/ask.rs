//! What the terminal can do. What cannot be known from outside is asked of the terminal itself.

use std::ffi::OsString;
use std::io::IsTerminal;
use std::time::Duration;

use super::{Painter, Stream, device};

/// The user's word on colours: `--color WHEN`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Colour {
    /// In a terminal, unless a variable says otherwise.
    #[default]
    Auto,
    Always,
    Never,
}

/// What is known without asking the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Capabilities {
    pub input_is_terminal: bool,
    pub output_is_terminal: bool,
    pub errors_are_terminal: bool,
    /// `TERM=dumb`: no cursor can be moved.
    pub dumb: bool,
    colour: Option<bool>,
    links: bool,
}

impl Capabilities {
    /// Reads the environment through `env`, and looks where the streams lead.
    pub fn find(env: &dyn Fn(&str) -> Option<OsString>, colour: Colour) -> Capabilities {
        let dumb = env("TERM").is_some_and(|term| term == "dumb");
        Capabilities {
            input_is_terminal: std::io::stdin().is_terminal(),
            output_is_terminal: std::io::stdout().is_terminal(),
            errors_are_terminal: std::io::stderr().is_terminal(),
            dumb,
            colour: wish(env, colour),
            links: has_links(env) && !dumb,
        }
    }

    /// Whether a sitting can have the whole window.
    pub fn is_interactive(&self) -> bool {
        self.input_is_terminal && self.output_is_terminal && !self.dumb
    }

    pub fn painter(&self, stream: Stream) -> Painter {
        let terminal = match stream {
            Stream::Out => self.output_is_terminal,
            Stream::Err => self.errors_are_terminal,
        };
        Painter {
            colour: self.colour.unwrap_or(terminal && !self.dumb),
            links: terminal && self.links,
        }
    }
}

/// What was said about colours, from the strongest word to the weakest; none: it depends on the terminal.
fn wish(env: &dyn Fn(&str) -> Option<OsString>, colour: Colour) -> Option<bool> {
    let set = |name: &str| env(name).filter(|value| !value.is_empty());
    let forced = |name: &str| set(name).is_some_and(|value| value != "0");
    match colour {
        Colour::Always => Some(true),
        Colour::Never => Some(false),
        Colour::Auto if set("NO_COLOR").is_some() => Some(false),
        Colour::Auto if forced("CLICOLOR_FORCE") || forced("FORCE_COLOR") => Some(true),
        Colour::Auto if set("CLICOLOR").is_some_and(|value| value == "0") => Some(false),
        Colour::Auto => None,
    }
}

/// Those known to show links; others may print their addresses.
fn has_links(env: &dyn Fn(&str) -> Option<OsString>) -> bool {
    let text = |name: &str| {
        env(name)
            .map(|value| value.to_string_lossy().into_owned())
            .unwrap_or_default()
    };
    let (term, program) = (text("TERM"), text("TERM_PROGRAM"));
    if term.starts_with("screen") || term.starts_with("tmux") {
        return false;
    }
    let programs = [
        "iTerm.app",
        "WezTerm",
        "vscode",
        "ghostty",
        "Hyper",
        "rio",
        "zed",
    ];
    let terms = [
        "xterm-kitty",
        "xterm-ghostty",
        "alacritty",
        "foot",
        "wezterm",
        "contour",
    ];
    let vte = text("VTE_VERSION")
        .parse::<u32>()
        .is_ok_and(|version| version >= 5000);
    vte || programs.contains(&program.as_str())
        || terms.iter().any(|known| term.starts_with(known))
        || env("WT_SESSION").is_some()
        || env("KONSOLE_VERSION").is_some()
}

/// How long the terminal is given to say where its cursor is.
const ANSWER: Duration = Duration::from_millis(250);

/// Whether box characters take one column each: three of them are written, and the terminal is asked how far that took
/// it. To be called in the mode of a full screen, before the first frame. What was typed meanwhile is returned.
pub(super) fn boxes_are_one_column() -> (bool, Vec<u8>) {
    let (column, typed) = device::cursor_column_after("\u{1b}[1;1H│─└", ANSWER);
    let _ = device::write("\u{1b}[1;1H\u{1b}[K");
    (column == Some(4), typed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn capabilities(vars: &[(&str, &str)], colour: Colour, terminal: bool) -> Capabilities {
        let env = |name: &str| {
            vars.iter()
                .find(|(var, _)| *var == name)
                .map(|(_, value)| value.into())
        };
        Capabilities {
            input_is_terminal: terminal,
            output_is_terminal: terminal,
            errors_are_terminal: terminal,
            ..Capabilities::find(&env, colour)
        }
    }

    #[test]
    fn colours_follow_the_strongest_word() {
        type Case<'a> = (&'a [(&'a str, &'a str)], Colour, bool, bool);
        let table: &[Case<'_>] = &[
            (&[], Colour::Auto, true, true),
            (&[], Colour::Auto, false, false),
            (&[("NO_COLOR", "1")], Colour::Auto, true, false),
            (&[("NO_COLOR", "")], Colour::Auto, true, true),
            (&[("NO_COLOR", "1")], Colour::Always, false, true),
            (
                &[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")],
                Colour::Auto,
                true,
                false,
            ),
            (&[("CLICOLOR_FORCE", "1")], Colour::Auto, false, true),
            (&[("CLICOLOR_FORCE", "1")], Colour::Never, true, false),
            (&[("CLICOLOR_FORCE", "0")], Colour::Auto, false, false),
            (&[("CLICOLOR", "0")], Colour::Auto, true, false),
            (&[("CLICOLOR", "1")], Colour::Auto, true, true),
            (&[("TERM", "dumb")], Colour::Auto, true, false),
        ];
        for (vars, colour, terminal, expected) in table {
            let painter = capabilities(vars, *colour, *terminal).painter(Stream::Out);
            assert_eq!(painter.colour, *expected, "{vars:?} {colour:?} {terminal}");
        }
    }

    #[test]
    fn links_only_where_they_are_known() {
        let links = |vars: &[(&str, &str)]| {
            capabilities(vars, Colour::Auto, true)
                .painter(Stream::Out)
                .links
        };
        assert!(links(&[("VTE_VERSION", "7200")]));
        assert!(links(&[
            ("TERM_PROGRAM", "vscode"),
            ("TERM", "xterm-256color")
        ]));
        assert!(!links(&[("TERM", "xterm-256color")]));
        assert!(!links(&[
            ("TERM", "screen-256color"),
            ("VTE_VERSION", "7200")
        ]));
        assert!(
            !capabilities(&[("VTE_VERSION", "7200")], Colour::Auto, false)
                .painter(Stream::Err)
                .links
        );
    }

    #[test]
    fn a_dumb_terminal_has_no_full_screen() {
        assert!(capabilities(&[], Colour::Auto, true).is_interactive());
        assert!(!capabilities(&[("TERM", "dumb")], Colour::Auto, true).is_interactive());
        assert!(!capabilities(&[], Colour::Auto, false).is_interactive());
    }
}
