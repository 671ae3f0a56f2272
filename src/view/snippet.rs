//! What the compiler said, in our own frame: its headline, the lines it speaks of, its notes and helps.

use super::frame::{At, Frame, Mark, MarkKind, Source};
use super::program::{Program, primary, ticks, without_std_paths};
use super::screen::{Block, Row};
use super::text::{Line, Role};
use crate::check::diagnostic::{Diagnostic, Severity, Span};
use crate::check::judge::compiled::TESTS_SUFFIX;

/// Lines of source that one snippet shows, at most.
const LINES: usize = 8;

/// How much of what the compiler says is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// Without helps: they often are the answer to the exercise.
    Bare,
    /// Whole: the error is in the way.
    Whole,
}

/// `error[E0382]: use of moved value: `manifest``, word for word.
pub fn headline(error: &Diagnostic) -> Block {
    let level = level(error.level);
    let head = match error.code.as_deref() {
        Some(code) if code.starts_with('E') => format!(" {level}[{code}]: "),
        _ => format!(" {level}: "),
    };
    let hang = head.chars().count();
    Block::of([Row::led(
        Line::of(head, Role::Strong),
        hang,
        Line::plain(&*error.message),
    )])
}

/// The lines that the error speaks of. Where none of them lies in the program, rustc's own rendering.
pub fn snippet(error: &Diagnostic, program: &Program<'_>, detail: Detail) -> Block {
    match frame(error, program, detail) {
        Some(frame) => Block::of([Row::Code(frame)]),
        None => rendered(error),
    }
}

/// Notes and helps, each with the lines as they would be after its suggestion.
pub fn notes(error: &Diagnostic, program: &Program<'_>) -> Vec<Block> {
    let told = error
        .children
        .iter()
        .filter(|child| !is_about_a_file(child));
    let blocks = told.map(|child| {
        let mut rows = words(child);
        let lines = suggested(child, program);
        if !lines.is_empty() {
            rows.push(Row::Code(Frame {
                lines,
                ..Frame::default()
            }));
        }
        Block::of(rows)
    });
    blocks.collect()
}

/// Where the compiler has put a name that was too long for it: a file of ours, in a folder that is gone by now.
fn is_about_a_file(note: &Diagnostic) -> bool {
    const ABOUT: [&str; 2] = [
        "the full name for the type has been written to",
        "the full type name has been written to",
    ];
    ABOUT.iter().any(|about| note.message.starts_with(about))
        || note
            .message
            .contains("--verbose` to print the full type name")
}

/// `note: ` and what it says, line by line.
fn words(child: &Diagnostic) -> Vec<Row> {
    let head = format!(" {}: ", level(child.level));
    let hang = head.chars().count();
    let mut rows = Vec::new();
    for (place, line) in child.message.lines().enumerate() {
        let lead = if place == 0 {
            Line::of(&*head, Role::Strong)
        } else {
            Line::default()
        };
        rows.push(Row::led(lead, hang, Line::plain(line)));
    }
    rows
}

/// Of an error in the locked tests: the places in the learner's own text that it speaks of. No helps: what they would
/// change are the tests.
pub fn places_of_ones_own(error: &Diagnostic, program: &Program<'_>) -> Vec<Block> {
    let notes = error
        .children
        .iter()
        .filter(|child| child.level == Severity::Note);
    let blocks = notes.filter_map(|note| {
        let own = |span: &Span| program.own(span).is_some();
        primary(note).filter(|span| own(span))?;
        let mut rows = words(note);
        rows.push(Row::Code(frame(note, program, Detail::Bare)?));
        Some(Block::of(rows))
    });
    blocks.collect()
}

/// Of a future that may not travel: what it keeps while it waits. Only a note tells it, with places of its own.
pub fn kept_across_await(error: &Diagnostic, program: &Program<'_>) -> Option<Block> {
    let says = |note: &&Diagnostic| note.message.contains("used across an await");
    let note = error.children.iter().find(says)?;
    let frame = frame(note, program, Detail::Bare)?;
    Some(Block::of([
        Row::words("What it keeps while it waits:"),
        Row::Code(Frame { at: None, ..frame }),
    ]))
}

/// What rustc would have printed, below its headline.
pub fn rendered(error: &Diagnostic) -> Block {
    let lines = error
        .rendered
        .lines()
        .skip(1)
        .filter(|line| !line.is_empty());
    Block::of(lines.map(|line| {
        Row::Raw(super::screen::Raw {
            indent: 1,
            barred: false,
            by_words: false,
            text: line.to_owned(),
        })
    }))
}

fn level(level: Severity) -> &'static str {
    match level {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
        Severity::Help => "help",
    }
}

fn frame(error: &Diagnostic, program: &Program<'_>, detail: Detail) -> Option<Frame> {
    let place = placed(primary(error)?, program)?;
    let mut lines: Vec<Source> = Vec::new();
    for span in &error.spans {
        let Some(own) = placed(span, program).filter(|own| own.file == place.file) else {
            continue;
        };
        if detail == Detail::Whole || span.primary || !gives_the_answer(span) {
            let label = label(error, span, detail);
            add(&mut lines, own, span.primary, label)?;
        }
    }
    lines.sort_by_key(|line| line.number);
    shorten(&mut lines, place.line_start);
    Some(Frame {
        at: Some(At {
            file: without_suffix(&place.file).to_owned(),
            line: place.line_start,
            column: place.column_start,
        }),
        lines,
        ..Frame::default()
    })
}

/// The span in the program's own text, or in the locked tests, that this one belongs to.
fn placed<'s>(span: &'s Span, program: &Program<'_>) -> Option<&'s Span> {
    let mut places = std::iter::successors(Some(span), |span| span.expansion.as_deref());
    places.find(|span| program.owns(without_suffix(&span.file)))
}

fn without_suffix(file: &str) -> &str {
    file.strip_suffix(TESTS_SUFFIX).unwrap_or(file)
}

fn label(error: &Diagnostic, span: &Span, detail: Detail) -> String {
    let label = without_std_paths(span.label.as_deref().unwrap_or_default());
    if detail == Detail::Whole {
        return label;
    }
    if span.primary
        && let Some(plain) = in_plain_words(error)
    {
        return plain;
    }
    if label.starts_with("help:") {
        String::new()
    } else if label.is_empty() && !span.primary && error.code.as_deref() == Some("E0106") {
        "a loan that comes in".to_owned()
    } else {
        label
    }
}

/// Labels that are helps in disguise.
fn gives_the_answer(span: &Span) -> bool {
    const HELPS: [&str; 3] = ["help:", "similarly named", "might be missing"];
    let label = span.label.as_deref().unwrap_or_default();
    HELPS.iter().any(|help| label.contains(help))
}

/// Errors with one place: what is wrong there.
fn in_plain_words(error: &Diagnostic) -> Option<String> {
    let name = ticks(&error.message).first().copied();
    match error.code.as_deref()? {
        "E0507" if error.message.contains("reference") => {
            let (lender, part) = super::refusal::lender_and_part(name?)?;
            let part = part.filter(|_| !error.message.contains("as enum variant"));
            let part = part.map_or_else(|| "a part".to_owned(), |part| format!("`{part}`"));
            Some(format!(
                "this would take {part} out of `{lender}`, which is only lent"
            ))
        }
        "E0515" => match name {
            Some(name) => Some(format!(
                "lends out `{name}`, which ends when the function ends"
            )),
            None => Some("lends out a value that ends when the function ends".to_owned()),
        },
        "E0373" => Some(format!(
            "may live longer than `{}`, which it only borrows",
            name?
        )),
        _ => None,
    }
}

/// Marks the span in its line; spans of one line share it, and equal spans share their marks.
fn add(lines: &mut Vec<Source>, span: &Span, primary: bool, label: String) -> Option<()> {
    let text = span.text.first()?;
    let start = span.column_start.checked_sub(1)?;
    let end = if span.line_start == span.line_end {
        span.column_end.checked_sub(1)?
    } else {
        text.trim_end().chars().count()
    };
    let mark = Mark {
        start,
        length: end.saturating_sub(start),
        kind: if primary {
            MarkKind::Refused
        } else {
            MarkKind::Other
        },
        label,
    };
    match lines
        .iter_mut()
        .find(|line| line.number == Some(span.line_start))
    {
        Some(line) => join(&mut line.marks, mark),
        None => lines.push(Source {
            number: Some(span.line_start),
            text: text.clone(),
            marks: vec![mark],
            ..Source::default()
        }),
    }
    Some(())
}

fn join(marks: &mut Vec<Mark>, new: Mark) {
    let same = marks
        .iter_mut()
        .find(|mark| mark.start == new.start && mark.length == new.length);
    match same {
        Some(mark) if mark.label.is_empty() => mark.label = new.label,
        Some(mark) if new.label.is_empty() || mark.label == new.label => {}
        Some(mark) => mark.label = format!("{}; {}", mark.label, new.label),
        None if new.kind == MarkKind::Refused => marks.insert(0, new),
        None => marks.push(new),
    }
}

/// Keeps the lines nearest to the refused one.
fn shorten(lines: &mut Vec<Source>, refused: usize) {
    while lines.len() > LINES {
        let far = |line: &Source| line.number.unwrap_or_default().abs_diff(refused);
        let Some(farthest) = (0..lines.len()).max_by_key(|&place| far(&lines[place])) else {
            return;
        };
        lines.remove(farthest);
    }
}

/// The lines as they would be with a suggestion in them; new lines have no number.
fn suggested(child: &Diagnostic, program: &Program<'_>) -> Vec<Source> {
    let mut parts: Vec<&Span> = child
        .spans
        .iter()
        .filter(|span| {
            span.suggestion.is_some()
                && program.owns(&span.file)
                && span.line_start == span.line_end
        })
        .collect();
    parts.sort_by_key(|span| (span.line_start, span.column_start));
    let mut lines = Vec::new();
    for same in parts.chunk_by(|one, other| one.line_start == other.line_start) {
        let Some(new) = replaced(same, program) else {
            continue;
        };
        let whole: Vec<&str> = new.lines().filter(|line| !line.trim().is_empty()).collect();
        let above = same.iter().any(|part| opens_a_line(part));
        let old = if above {
            whole.len().saturating_sub(1)
        } else {
            0
        };
        for (place, text) in whole.into_iter().enumerate() {
            lines.push(Source {
                number: (place == old).then(|| same[0].line_start),
                text: text.to_owned(),
                ..Source::default()
            });
        }
    }
    lines.truncate(LINES);
    lines
}

/// A suggestion of whole lines above the line that it names.
fn opens_a_line(part: &Span) -> bool {
    let new = part
        .suggestion
        .as_ref()
        .map(|suggestion| suggestion.replacement.as_str());
    new.is_some_and(|text| text.ends_with('\n'))
}

/// One line with all its replacements, from the last one back.
fn replaced(parts: &[&Span], program: &Program<'_>) -> Option<String> {
    let first = parts.first()?;
    let read = first.text.first().map(String::as_str);
    let main = program.files.first() == Some(&first.file);
    let line = read.or_else(|| program.line(first.line_start).filter(|_| main))?;
    let mut letters: Vec<char> = line.chars().collect();
    for part in parts.iter().rev() {
        let start = part.column_start.checked_sub(1)?;
        let end = part.column_end.checked_sub(1)?;
        if start > end || end > letters.len() {
            return None;
        }
        let new = &part.suggestion.as_ref()?.replacement;
        letters.splice(start..end, new.chars());
    }
    Some(
        letters
            .into_iter()
            .collect::<String>()
            .trim_end()
            .to_owned(),
    )
}
