//! What `tutor doctor` has found on this machine, in words: a line for each thing, and a command for what is missing.

mod findings;
mod machine;

pub use machine::{Machine, Packages, Part};

use std::time::Duration;

use super::clean::{Colours, clean};
use super::text::{Line, Role};
use super::wrap;
use crate::check::verdict::Fault;
use machine::Command;

/// Everything that was looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct Examination {
    pub machine: Machine,
    pub rust: Result<Rust, Fault>,
    /// A file that chooses another toolchain, but does not count before the user trusts the course.
    pub unheard_pin: Option<String>,
    /// `None` where there was no compiler to try.
    pub trial: Option<Trial>,
    pub folder: Folder,
    /// What rust-analyzer says of itself.
    pub analyzer: Option<String>,
    /// The program that `o` would open a file with.
    pub editor: Option<String>,
    pub terminal: Terminal,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rust {
    /// `1.95.0`
    pub release: String,
    /// Where the compiler lies.
    pub rustc: String,
    /// The version that tutor needs, where this one is older.
    pub needs: Option<&'static str>,
    pub clippy: bool,
    pub rustfmt: bool,
    pub cargo: bool,
}

/// What became of a small program with tests, under the flags of a check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trial {
    /// Compiled, linked and run, in this time.
    Works(Duration),
    /// Each with what the tool said.
    NotCompiled(String),
    NoLinker(String),
    NotLinked(String),
    NotRun(String),
    /// Nothing could be written for it.
    NoPlace(String),
}

/// The folder that tutor works in, or was called in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder {
    pub shown: String,
    pub course: Course,
    /// A fragment says why not.
    pub writable: Result<(), String>,
    /// Bytes; `None` where the system does not say.
    pub free: Option<u64>,
    /// `None` where nothing can be written.
    pub saves: Option<Saves>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Course {
    /// There is none here.
    None,
    /// It has faults, or cannot be read.
    Unreadable,
    /// With what an editor knows of the current exercise.
    Read(Membership),
}

/// Whether the current exercise's file belongs to a program of a Cargo.toml.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Membership {
    Member {
        target: String,
    },
    /// It is a prediction: the editor must not give it away.
    Hidden,
    Stranger,
    /// Cargo does not read the manifest; what it said.
    Unreadable(String),
    /// There is no cargo to ask.
    NotAsked,
}

/// How a save was noticed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saves {
    /// The system told of it, after this time.
    Heard(Duration),
    /// The system does not tell of all; why, as a fragment.
    Looked(String),
    NotNoticed,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terminal {
    /// A sitting can have the whole window.
    pub full: bool,
    pub columns: usize,
    pub rows: usize,
    pub colour: bool,
    pub links: bool,
}

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Finding {
    mark: Mark,
    words: String,
    /// Beside the words, where all is well.
    detail: String,
    /// What a tool said.
    said: String,
    command: Option<Command>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Good,
    /// Good to know.
    Note,
    Missing,
    /// It is there, and not as it must be.
    Trouble,
}

/// Whether everything is there that tutor needs.
pub fn is_sound(examination: &Examination) -> bool {
    in_the_way(&findings::all(examination)) == 0
}

/// A line for each thing, at most `width` columns wide; then what it comes to.
pub fn lines(examination: &Examination, width: usize) -> Vec<Line> {
    let findings = findings::all(examination);
    let mut lines: Vec<Line> = findings
        .iter()
        .flat_map(|finding| finding.lines(width))
        .collect();
    lines.push(Line::default());
    lines.push(Line::plain(format!(" {}", conclusion(&findings))));
    lines
}

fn in_the_way(findings: &[Finding]) -> usize {
    let bad = |finding: &&Finding| matches!(finding.mark, Mark::Missing | Mark::Trouble);
    findings.iter().filter(bad).count()
}

fn conclusion(findings: &[Finding]) -> String {
    match in_the_way(findings) {
        0 => "Everything that tutor needs is here.".to_owned(),
        1 => "1 thing is in the way. When it is mended, call `tutor doctor` again.".to_owned(),
        many => format!(
            "{many} things are in the way. When they are mended, call `tutor doctor` again."
        ),
    }
}

/// Where the words begin, and where the details do.
const WORDS: usize = 10;
const DETAIL: usize = 42;
/// Commands stand this far to the right of the words.
const COMMAND: usize = 4;
/// Lines of a tool's own words.
const MOST_SAID: usize = 8;

impl Finding {
    fn good(words: impl Into<String>, detail: impl Into<String>) -> Finding {
        Finding {
            mark: Mark::Good,
            words: words.into(),
            detail: detail.into(),
            said: String::new(),
            command: None,
        }
    }

    fn note(words: impl Into<String>) -> Finding {
        Finding {
            mark: Mark::Note,
            ..Finding::good(words, "")
        }
    }

    fn missing(words: impl Into<String>) -> Finding {
        Finding {
            mark: Mark::Missing,
            ..Finding::good(words, "")
        }
    }

    fn trouble(words: impl Into<String>) -> Finding {
        Finding {
            mark: Mark::Trouble,
            ..Finding::good(words, "")
        }
    }

    fn said(mut self, said: &str) -> Finding {
        self.said = said.to_owned();
        self
    }

    fn install(mut self, machine: Machine, part: Part) -> Finding {
        self.command = Some(machine.install(part));
        self
    }

    fn lines(&self, width: usize) -> Vec<Line> {
        let (word, role) = match self.mark {
            Mark::Good => ("ok", Role::Good),
            Mark::Note => ("note", Role::Quiet),
            Mark::Missing => ("MISSING", Role::Refused),
            Mark::Trouble => ("TROUBLE", Role::Refused),
        };
        let mark = Line::plain(" ").and(word, role);
        if self.mark == Mark::Good {
            return vec![self.in_one_line(mark, width)];
        }
        let room = width.saturating_sub(WORDS + 1).max(20);
        let mut lines = under(mark, wrap::words(&self.words, room), Role::Plain);
        lines.extend(self.how(room));
        lines.extend(self.said_lines(width));
        lines
    }

    fn in_one_line(&self, mark: Line, width: usize) -> Line {
        let line = filled(mark, WORDS).and(self.words.as_str(), Role::Plain);
        if self.detail.is_empty() {
            return line;
        }
        let line = filled(line, DETAIL).and(" ", Role::Plain);
        let room = width.saturating_sub(line.width() + 1);
        line.and(
            wrap::shortened_at_its_start(&self.detail, room),
            Role::Quiet,
        )
    }

    fn how(&self, room: usize) -> Vec<Line> {
        match &self.command {
            None => Vec::new(),
            // A command is never cut: it is there to be copied.
            Some(Command::Typed(command)) => under(
                filled(Line::default(), COMMAND),
                vec![command.clone()],
                Role::Strong,
            ),
            Some(Command::InWords(words)) => {
                under(Line::default(), wrap::words(words, room), Role::Plain)
            }
        }
    }

    fn said_lines(&self, width: usize) -> Vec<Line> {
        let said = clean(&self.said, Colours::Drop);
        let said = said.lines().filter(|line| !line.trim().is_empty());
        let blanks = filled(Line::default(), WORDS + COMMAND);
        said.take(MOST_SAID)
            .map(|line| blanks.clone().and(line.trim_end(), Role::Quiet))
            .map(|line| wrap::clip_line(&line, width))
            .collect()
    }
}

/// The texts one below the other, from the column of the words on; the mark beside the first.
fn under(mark: Line, texts: Vec<String>, role: Role) -> Vec<Line> {
    let mark_width = mark.width();
    let indent = if mark_width == COMMAND {
        WORDS + COMMAND
    } else {
        WORDS
    };
    let mut marks = std::iter::once(mark).chain(std::iter::repeat(Line::default()));
    texts
        .into_iter()
        .map(|text| filled(marks.next().unwrap_or_default(), indent).and(text, role))
        .collect()
}

/// With blanks up to a column.
fn filled(line: Line, column: usize) -> Line {
    let blanks = column.saturating_sub(line.width());
    line.and(" ".repeat(blanks), Role::Plain)
}

#[cfg(test)]
mod tests;
