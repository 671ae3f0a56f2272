//! Source lines in a frame: line numbers, marks under what is meant, and the lane of a loan picture at the left.

use super::glyphs::Charset;
use super::text::{Line, Role, Span};
use super::wrap;

/// Lines of one file, in the order in which they are drawn.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Frame {
    /// Drawn above the lines.
    pub at: Option<At>,
    pub lines: Vec<Source>,
    /// Whether a lane is drawn at the left of the numbers.
    pub laned: bool,
    /// A last row of words at the end of the lane, where it ends on a line that stands above.
    pub tail: Option<String>,
}

/// `exercises/…/01_first_light.rs:11:28`
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct At {
    pub file: String,
    pub line: usize,
    pub column: usize,
}

/// One line of source.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Source {
    /// Counted from 1; none for a line that is not in the file (yet).
    pub number: Option<usize>,
    pub text: String,
    pub lane: Lane,
    pub marks: Vec<Mark>,
    /// The line itself stands above: only the marks are drawn, the lane beside them.
    pub bare: bool,
}

/// What the lane does at a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lane {
    #[default]
    None,
    /// It begins here.
    Opens,
    /// It begins here, and a later round comes back to it.
    OpensAgain,
    /// It passes by.
    Passes,
    /// It ends here.
    Closes,
    /// It ends here, at a value that is given away.
    Gone,
    /// The conflict, inside the lane.
    Conflict,
    /// The conflict, below the end of the lane.
    Missing,
}

impl Lane {
    /// Beside the line, and beside the rows of marks under it.
    fn drawn(self, charset: Charset) -> (String, &'static str, Role) {
        let (opens, closes) = (charset.opens(), charset.closes());
        let (passes, flat) = (charset.vertical(), charset.horizontal());
        match self {
            Lane::None => ("   ".to_owned(), "", Role::Lane),
            Lane::Opens => (format!("{opens}{flat}{flat}"), "lane", Role::Lane),
            Lane::OpensAgain => (format!("{opens}{flat}>"), "lane", Role::Lane),
            Lane::Passes => (format!("{passes}  "), "lane", Role::Lane),
            Lane::Closes => (format!("{closes}{flat}{flat}"), "", Role::Lane),
            Lane::Gone => (format!("{closes}{flat}>"), "", Role::Lane),
            Lane::Conflict => ("X  ".to_owned(), "lane", Role::Refused),
            Lane::Missing => ("X  ".to_owned(), "", Role::Refused),
        }
    }
}

/// What is meant in a line, and what it is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mark {
    /// In characters, counted from 0.
    pub start: usize,
    /// In characters; at least one column is drawn.
    pub length: usize,
    pub kind: MarkKind,
    pub label: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum MarkKind {
    /// `^^^`
    #[default]
    Refused,
    /// `───`
    Other,
}

/// A drawn row, and whether it may stand on another page than the row above it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    pub line: Line,
    /// Belongs to the row above.
    pub glued: bool,
    /// The line with `X` or `^^^`, or a row of its marks.
    pub crux: bool,
}

impl Frame {
    /// The rows, none wider than `room` columns.
    pub fn draw(&self, room: usize, charset: Charset) -> Vec<Drawn> {
        let canvas = Canvas {
            room,
            charset,
            figures: self.figures(),
            laned: self.laned,
            dedent: self.dedent(room),
        };
        let mut rows = Vec::new();
        if let Some(at) = &self.at {
            rows.extend(canvas.path(at));
        }
        for source in &self.lines {
            rows.extend(canvas.source(source));
        }
        if let Some(words) = &self.tail {
            rows.extend(canvas.tail(words));
        }
        rows
    }

    fn figures(&self) -> usize {
        let last = self.lines.iter().filter_map(|line| line.number).max();
        last.map_or(0, |number| number.to_string().len()).max(2)
    }

    /// Blanks that all lines begin with, where the widest would else be cut.
    fn dedent(&self, room: usize) -> usize {
        let gutter = self.figures() + if self.laned { 8 } else { 4 };
        let fits = |line: &Source| wrap::width(&expanded(&line.text)) + gutter <= room;
        if self.lines.iter().all(fits) {
            return 0;
        }
        let indent = |line: &Source| line.text.len() - line.text.trim_start_matches(' ').len();
        let used = self
            .lines
            .iter()
            .filter(|line| !line.text.trim().is_empty());
        used.map(indent).min().unwrap_or(0)
    }
}

/// Tabs as four blanks, so that every character has a width of its own.
fn expanded(text: &str) -> String {
    text.replace('\t', "    ")
}

struct Canvas {
    room: usize,
    charset: Charset,
    figures: usize,
    laned: bool,
    dedent: usize,
}

impl Canvas {
    fn path(&self, at: &At) -> Vec<Drawn> {
        let arrow = format!(" {}--> ", " ".repeat(self.figures));
        let shown = format!("{}:{}:{}", at.file, at.line, at.column);
        let mut line = Line::of(&*arrow, Role::Quiet);
        line.0.push(Span {
            text: wrap::shortened_at_its_start(&shown, self.room.saturating_sub(arrow.len())),
            role: Role::Path,
            link: Some(at.file.clone()),
        });
        let bar = self.gutter("", None, Role::Plain);
        [line, bar]
            .into_iter()
            .map(|line| Drawn {
                line: wrap::clip_line(&trimmed(line), self.room),
                glued: false,
                crux: false,
            })
            .collect()
    }

    fn source(&self, source: &Source) -> Vec<Drawn> {
        let crux = source.is_crux();
        let (lane, below, role) = source.lane.drawn(self.charset);
        let under = match below {
            "" => "   ".to_owned(),
            _ => format!("{}  ", self.charset.vertical()),
        };
        let room = self.room.saturating_sub(self.gutter_width());
        let window = Window::over(source, room, self.dedent);
        let gutter = self.gutter(&lane, source.number, role);
        let marks = source.marks.iter();
        let rows = marks.flat_map(|mark| mark_rows(mark, &window, room, self.charset));
        let mut lines = Vec::new();
        if !source.bare {
            lines.push(gutter.and(window.cut(&source.text), Role::Plain));
        }
        for row in rows {
            let mut line = if lines.is_empty() {
                self.gutter(&lane, None, role)
            } else {
                self.gutter(&under, None, Role::Lane)
            };
            line.0.extend(row.0);
            lines.push(line);
        }
        let drawn = lines.into_iter().enumerate().map(|(place, line)| Drawn {
            line: wrap::clip_line(&trimmed(line), self.room),
            glued: place > 0 || source.bare,
            crux,
        });
        drawn.collect()
    }

    fn tail(&self, words: &str) -> Vec<Drawn> {
        let (lane, ..) = Lane::Closes.drawn(self.charset);
        let hang = 6;
        let cut = wrap::words(words, self.room.saturating_sub(hang));
        let rows = cut.into_iter().enumerate().map(|(place, text)| {
            let lead = if place == 0 {
                Line::plain(" ")
                    .and(lane.clone(), Role::Lane)
                    .and("  ", Role::Plain)
            } else {
                wrap::blanks(hang)
            };
            Drawn {
                line: lead.and(text, Role::Plain),
                glued: true,
                crux: false,
            }
        });
        rows.collect()
    }

    fn gutter_width(&self) -> usize {
        self.figures + if self.laned { 8 } else { 4 }
    }

    /// ` ┌── 25 │ ` or ` 25 │ `.
    fn gutter(&self, lane: &str, number: Option<usize>, role: Role) -> Line {
        let figures = number.map_or_else(String::new, |number| number.to_string());
        let mut line = Line::plain(" ");
        if self.laned {
            line = line.and(format!("{lane:3}"), role).and(" ", Role::Plain);
        }
        let numbered = format!("{figures:>width$} ", width = self.figures);
        line.and(numbered, Role::Quiet)
            .and(self.charset.vertical().to_string(), Role::Quiet)
            .and(" ", Role::Plain)
    }
}

impl Source {
    fn is_crux(&self) -> bool {
        let refused = |mark: &Mark| mark.kind == MarkKind::Refused;
        matches!(self.lane, Lane::Conflict | Lane::Missing) || self.marks.iter().any(refused)
    }
}

/// The part of a long line that is shown.
struct Window {
    /// Columns of the expanded line that are left out at its start.
    skipped: usize,
    room: usize,
    /// `columns[n]`: where character `n` of the line begins, in columns.
    columns: Vec<usize>,
}

impl Window {
    fn over(source: &Source, room: usize, dedent: usize) -> Window {
        let columns = column_table(&source.text);
        let total = columns.last().copied().unwrap_or(0);
        let mut window = Window {
            skipped: 0,
            room,
            columns,
        };
        if total > room {
            window.skipped = dedent;
            let wanted = source
                .marks
                .iter()
                .find(|mark| mark.kind == MarkKind::Refused)
                .or(source.marks.first());
            if let Some(mark) = wanted {
                let start = window.column(mark.start);
                let end = window.column(mark.start + mark.length.max(1));
                let hidden = (end + 2).saturating_sub(room);
                window.skipped = window.skipped.max(hidden.min(start.saturating_sub(2)));
            }
        }
        window
    }

    fn column(&self, character: usize) -> usize {
        let last = self.columns.last().copied().unwrap_or(0);
        self.columns.get(character).copied().unwrap_or(last)
    }

    /// Where a character stands on the screen, if it is shown.
    fn shown(&self, character: usize) -> usize {
        self.column(character).saturating_sub(self.skipped)
    }

    fn cut(&self, text: &str) -> String {
        let text = expanded(text);
        let text = text.trim_end();
        let mut at = 0;
        let mut kept = String::new();
        for letter in text.chars() {
            if at >= self.skipped {
                kept.push(letter);
            }
            at += wrap::columns(letter);
        }
        if self.skipped > 0 && !text.starts_with(&" ".repeat(self.skipped)) {
            let dropped: String = kept.chars().skip(2).collect();
            kept = format!("..{dropped}");
        }
        wrap::shortened(&kept, self.room)
    }
}

fn column_table(text: &str) -> Vec<usize> {
    let mut at = 0;
    let mut table = vec![0];
    for letter in text.trim_end().chars() {
        at += if letter == '\t' {
            4
        } else {
            wrap::columns(letter)
        };
        table.push(at);
    }
    table
}

/// The marks, and the label beside them where it fits, else below.
fn mark_rows(mark: &Mark, window: &Window, room: usize, charset: Charset) -> Vec<Line> {
    let start = window.shown(mark.start).min(room.saturating_sub(1));
    let end = window
        .shown(mark.start + mark.length)
        .clamp(start + 1, room.max(start + 1));
    let (letter, role) = match mark.kind {
        MarkKind::Refused => ('^', Role::Refused),
        MarkKind::Other => (charset.horizontal(), Role::Lane),
    };
    let strokes: String = std::iter::repeat_n(letter, end - start).collect();
    let first = wrap::blanks(start).and(strokes, role);
    if mark.label.is_empty() {
        return vec![first];
    }
    let beside = room.saturating_sub(end + 1);
    let rows_beside = wrap::words(&mark.label, beside).len();
    if rows_beside == 1 || (beside >= 26 && rows_beside <= 2) {
        return labelled(first, end + 1, &mark.label, beside);
    }
    let mut rows = vec![first];
    let indent = below(start, room, &mark.label);
    for text in wrap::words(&mark.label, room.saturating_sub(indent)) {
        rows.push(wrap::blanks(indent).and(text, Role::Plain));
    }
    rows
}

fn labelled(first: Line, at: usize, label: &str, room: usize) -> Vec<Line> {
    let mut cut = wrap::words(label, room).into_iter();
    let beside = cut.next().unwrap_or_default();
    let mut rows = vec![first.and(" ", Role::Plain).and(beside, Role::Plain)];
    rows.extend(cut.map(|text| wrap::blanks(at).and(text, Role::Plain)));
    rows
}

/// Where a label below its marks begins: under them, or further left if it needs the room.
fn below(start: usize, room: usize, label: &str) -> usize {
    let wanted = wrap::width(label).min(60);
    start.min(room.saturating_sub(wanted))
}

fn trimmed(mut line: Line) -> Line {
    while let Some(last) = line.0.last_mut() {
        let kept = last.text.trim_end().len();
        last.text.truncate(kept);
        if kept > 0 {
            break;
        }
        line.0.pop();
    }
    line
}
