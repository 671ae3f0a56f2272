//! From labelled spans to the bytes of a terminal.

use crate::view::clean::{Colours, clean};
use crate::view::text::{Line, Role, Span};

/// What may be used beside plain text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Painter {
    pub colour: bool,
    /// Paths that can be clicked (OSC 8).
    pub links: bool,
}

impl Painter {
    /// One line, without its end. Whatever its text holds, no control character gets through.
    pub fn line(self, line: &Line) -> String {
        line.0.iter().map(|span| self.span(span)).collect()
    }

    /// Lines for a pipe or a plain terminal, each with its end.
    pub fn block(self, lines: &[Line]) -> String {
        let mut text = String::new();
        for line in lines {
            text.push_str(self.line(line).trim_end_matches(' '));
            text.push('\n');
        }
        text
    }

    fn span(self, span: &Span) -> String {
        let text = clean(&span.text, Colours::Drop).replace('\n', "\\n");
        let painted = match code(span.role) {
            Some(code) if self.colour && !text.is_empty() => {
                format!("\u{1b}[{code}m{text}\u{1b}[0m")
            }
            _ => text,
        };
        match &span.link {
            Some(target) if self.links => link(target, &painted),
            _ => painted,
        }
    }
}

/// Of the sixteen colours only those that can be read on light and on dark ground, with a second sign beside.
fn code(role: Role) -> Option<&'static str> {
    match role {
        Role::Plain => None,
        Role::Strong => Some("1"),
        Role::Quiet => Some("2"),
        Role::Good => Some("1;32"),
        Role::Pending => Some("1;33"),
        Role::Refused => Some("1;31"),
        Role::Lane => Some("36"),
        Role::Path => Some("4"),
    }
}

/// `ESC ] 8 ; ; TARGET ESC \ … ESC ] 8 ; ; ESC \`
fn link(target: &str, text: &str) -> String {
    format!(
        "\u{1b}]8;;{}\u{1b}\\{text}\u{1b}]8;;\u{1b}\\",
        address(target)
    )
}

/// An address as it is, a path as a `file:` address; percent-encoded but for what an address is made of.
fn address(target: &str) -> String {
    let schemes = ["http://", "https://", "file://"];
    if schemes.iter().any(|scheme| target.starts_with(scheme)) {
        return encoded(target, b"-._~/:?#[]@!$&'()*+,;=%");
    }
    let path = target.replace('\\', if cfg!(windows) { "/" } else { "\\" });
    let slash = if path.starts_with('/') { "" } else { "/" };
    format!("file://{slash}{}", encoded(&path, b"-._~/"))
}

fn encoded(text: &str, kept: &[u8]) -> String {
    let mut all = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || kept.contains(&byte) {
            all.push(char::from(byte));
        } else {
            all.push_str(&format!("%{byte:02X}"));
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Painter = Painter {
        colour: false,
        links: false,
    };
    const ALL: Painter = Painter {
        colour: true,
        links: true,
    };

    fn with_link(text: &str, target: &str) -> Line {
        Line(vec![Span {
            text: text.into(),
            role: Role::Path,
            link: Some(target.into()),
        }])
    }

    #[test]
    fn plain_is_the_text_alone() {
        let lines = [
            Line::of("NOT YET", Role::Pending).and("  It is refused.   ", Role::Plain),
            Line::default(),
            with_link("x.rs", "/x.rs"),
        ];
        assert_eq!(PLAIN.block(&lines), "NOT YET  It is refused.\n\nx.rs\n");
    }

    #[test]
    fn a_role_has_one_colour_and_ends_it() {
        let line = Line::of("X", Role::Refused)
            .and(" a", Role::Plain)
            .and("", Role::Good);
        assert_eq!(ALL.line(&line), "\u{1b}[1;31mX\u{1b}[0m a");
    }

    #[test]
    fn a_path_becomes_a_link() {
        let painted = Painter {
            colour: false,
            links: true,
        }
        .line(&with_link("ü.rs", "/home/a b/ü;\u{1b}.rs"));
        assert_eq!(
            painted,
            "\u{1b}]8;;file:///home/a%20b/%C3%BC%3B%1B.rs\u{1b}\\ü.rs\u{1b}]8;;\u{1b}\\"
        );
        let painted = Painter {
            colour: false,
            links: true,
        }
        .line(&with_link("d", "https://x.org/a?b=c d\u{7}"));
        assert_eq!(
            painted,
            "\u{1b}]8;;https://x.org/a?b=c%20d%07\u{1b}\\d\u{1b}]8;;\u{1b}\\"
        );
    }

    #[test]
    fn nothing_foreign_gets_through() {
        let line = Line::plain("a\u{1b}[2Jb\nc\td\u{202e}");
        assert_eq!(ALL.line(&line), "a\\u{1b}[2Jb\\nc   d\\u{202e}");
    }
}
