//! What lies over the exercise's own screen: hints, explanations, notes, solutions, keys.

use super::super::compare::differences;
use super::super::count::counted;
use super::super::reasons;
use super::super::screen::{Block, Header, Key, Paragraph, Raw, Row, Screen};
use super::super::snippet;
use super::super::text::{Line, Role};
use super::super::told::Facts;
use super::working::facts;
use super::{card, header, review, working};
use crate::check::diagnostic::Diagnostic;
use crate::check::verdict::{Reason, Verdict};
use crate::course::goal::note;
use crate::session::sitting::{Face, Overlay, Sitting};

pub(super) fn screen(sitting: &Sitting, overlay: &Overlay) -> Screen {
    match overlay {
        Overlay::Welcome => welcome(sitting),
        Overlay::Card(chapter) => card::screen(sitting, *chapter),
        Overlay::Keys => page(sitting, all_keys()),
        Overlay::Hints => hints(sitting),
        Overlay::More => page(sitting, more(sitting)),
        Overlay::Explain { code, text } => page(sitting, explanation(code, text.as_ref())),
        Overlay::Solution => page(sitting, solution(sitting)),
        Overlay::Compare => page(sitting, compare(sitting)),
        Overlay::Note => page(sitting, note_block(sitting).into_iter().collect()),
        Overlay::Farewell => farewell(sitting),
        Overlay::List(_) => page(sitting, Vec::new()),
    }
}

/// Something to read, under the exercise's own header.
fn page(sitting: &Sitting, blocks: Vec<Block>) -> Screen {
    Screen {
        header: header::of_exercise(sitting),
        blocks,
        keys: vec![Key::new("o", "open file"), Key::new("Esc", "back")],
        ..Screen::default()
    }
}

fn hints(sitting: &Sitting) -> Screen {
    let hints = sitting.hints();
    let mut blocks = Vec::new();
    if let Some(keyed) = hints.keyed {
        blocks.push(titled("For what you see now", keyed));
    }
    for (place, hint) in hints.taken.iter().enumerate() {
        let title = match hints.levels {
            1 => "Hint".to_owned(),
            levels => format!("Hint {} of {levels}", place + 1),
        };
        blocks.push(titled(&title, hint));
    }
    let left = hints.levels - hints.taken.len();
    let mut screen = page(sitting, blocks);
    screen.says = working::verdict_alone(sitting);
    if left > 0 {
        let next = format!("hint {} of {}", hints.taken.len() + 1, hints.levels);
        screen.keys.insert(0, Key::new("h", &next));
    } else {
        screen.next = vec![
            Line::plain("That was the last hint. ")
                .and("s", Role::Strong)
                .and(" shows our solution.", Role::Plain),
        ];
    }
    screen
}

fn titled(title: &str, text: &str) -> Block {
    let mut rows = vec![Row::line(Line::of(title, Role::Strong))];
    rows.extend(prose(text));
    Block::of(rows)
}

/// Text of a course: paragraphs are cut to the width, lines that begin with blanks are code and stay as they are.
fn prose(text: &str) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut paragraph = String::new();
    for line in text.trim_matches('\n').lines() {
        let code = line.starts_with("    ");
        if (code || line.trim().is_empty()) && !paragraph.is_empty() {
            rows.push(Row::indented(3, std::mem::take(&mut paragraph)));
        }
        if code {
            rows.push(raw(line));
        } else if line.trim().is_empty() {
            rows.push(Row::words(""));
        } else {
            if !paragraph.is_empty() {
                paragraph.push(' ');
            }
            paragraph.push_str(line.trim());
        }
    }
    if !paragraph.is_empty() {
        rows.push(Row::indented(3, paragraph));
    }
    rows
}

fn raw(line: &str) -> Row {
    Row::Raw(Raw {
        indent: 3,
        barred: false,
        by_words: false,
        text: line.to_owned(),
    })
}

/// Everything else that the check has found.
fn more(sitting: &Sitting) -> Vec<Block> {
    let Face::Found(found) = sitting.face() else {
        return Vec::new();
    };
    let facts = facts(sitting, found);
    let evidence = &found.checked.evidence;
    let reasons: &[Reason] = match &found.checked.verdict {
        Verdict::NotYet(reasons) => reasons,
        _ => &[],
    };
    let mut blocks = Vec::new();
    for error in &evidence.errors {
        blocks.push(whole(error, &facts));
        blocks.extend(snippet::notes(error, &facts.program()));
    }
    for reason in reasons
        .iter()
        .filter(|reason| !matches!(reason, Reason::Refused { .. }))
    {
        blocks.extend(reasons::more(reason, &facts));
    }
    blocks.extend(
        evidence
            .warnings
            .iter()
            .map(|warning| whole(warning, &facts)),
    );
    if blocks.is_empty() {
        blocks.push(Block::words("That was all."));
    }
    blocks
}

/// An error or a warning as rustc told it: its headline, its lines, all labels.
fn whole(said: &Diagnostic, facts: &Facts<'_>) -> Block {
    let mut block = snippet::headline(said);
    let lines = snippet::snippet(said, &facts.program(), snippet::Detail::Whole);
    block.rows.extend(lines.rows);
    block
}

fn explanation(code: &str, text: Option<&Result<String, String>>) -> Vec<Block> {
    let mut blocks = vec![Block::of([Row::line(Line::of(
        format!("{code}, in the compiler's own words"),
        Role::Strong,
    ))])];
    match text {
        None => blocks.push(Block::words("Asking the compiler.")),
        Some(Err(why)) => blocks.push(Block::words(why.as_str())),
        Some(Ok(text)) => blocks.push(Block::of([Row::Markdown(text.clone())])),
    }
    blocks
}

pub(super) fn has_note(sitting: &Sitting) -> bool {
    sitting
        .solution()
        .is_some_and(|solution| !note(solution).is_empty())
}

/// The note of our solution.
pub(super) fn note_block(sitting: &Sitting) -> Option<Block> {
    let note = note(sitting.solution()?);
    (!note.is_empty()).then(|| Block::of([Row::Prose(note)]))
}

fn solution(sitting: &Sitting) -> Vec<Block> {
    let Some(text) = sitting.solution() else {
        return vec![Block::words("Fetching our solution.")];
    };
    let code: Vec<&str> = text
        .lines()
        .skip_while(|line| line.starts_with("//!") || line.trim().is_empty())
        .collect();
    let title = Block::of([Row::line(Line::of("Our solution", Role::Strong))]);
    let code = Block::of(code.into_iter().map(raw));
    [Some(title), note_block(sitting), Some(code)]
        .into_iter()
        .flatten()
        .collect()
}

fn compare(sitting: &Sitting) -> Vec<Block> {
    let (Face::Found(found), Some(ours)) = (sitting.face(), sitting.solution()) else {
        return vec![Block::words("There is nothing to compare yet.")];
    };
    let lines = differences(&bare(&found.text), &bare(ours));
    if lines.is_empty() {
        return vec![Block::words("Yours and ours are the same.")];
    }
    let title = Line::plain("- yours").and("   + ours", Role::Plain);
    let rows = lines.into_iter().map(Row::Line);
    vec![Block::of([Row::line(title)]), Block::of(rows)]
}

/// Without the goal or the note at the top, and without the tests: what there is to compare.
fn bare(source: &str) -> String {
    let lines = source
        .lines()
        .skip_while(|line| line.starts_with("//!") || line.trim().is_empty());
    let mut text = String::new();
    for line in lines.take_while(|line| !line.starts_with("#[cfg(test)]")) {
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text.trim_end().to_owned() + "\n"
}

fn all_keys() -> Vec<Block> {
    const KEYS: [(&str, &str); 16] = [
        ("o", "open the file in your editor, at the line in question"),
        ("h", "a hint; again: the next one"),
        ("m", "more: all that the compiler says, the other tests"),
        ("e", "explain the error code"),
        (
            "n",
            "on to the next exercise; from one that is not done, asks once",
        ),
        ("p", "back to the exercise before"),
        ("l", "the list of all exercises, to find and to go to"),
        ("r", "run the check again"),
        ("s", "our solution; before it is done, asks once"),
        (
            "d",
            "when it is done: compare yours with ours; before: a page to read",
        ),
        (
            "x",
            "put the file back as it was at first; asks once, keeps your text",
        ),
        ("1 2 3", "answer the question of a done exercise"),
        ("space", "the next page, or the note"),
        ("Esc", "back; while a check runs: stop it"),
        ("?", "these keys"),
        ("q", "leave; tutor remembers where you are"),
    ];
    let rows = KEYS.iter().map(|(key, does)| {
        Row::led(
            Line::plain("    ").and(*key, Role::Strong),
            12,
            Line::plain(*does),
        )
    });
    let mut block = Block::of([Row::line(Line::of("All keys", Role::Strong))]);
    block.rows.extend(rows);
    vec![block]
}

fn welcome(sitting: &Sitting) -> Screen {
    let course = sitting.course();
    let mut screen = course_page(sitting, &course.welcome);
    screen.next = vec![
        Line::plain("Press ")
            .and("Enter", Role::Strong)
            .and(" to begin.", Role::Plain),
    ];
    screen.keys = vec![
        Key::new("Enter", "begin"),
        Key::new("l", "list"),
        Key::new("?", "all keys").or("keys"),
        Key::new("q", "quit"),
    ];
    screen
}

/// The last one is done: the course's last words, and what it took.
fn farewell(sitting: &Sitting) -> Screen {
    if let Some(reviews) = sitting.reviews() {
        let blocks = vec![Block::words(review::goodbye(sitting, reviews))];
        return Screen {
            keys: farewell_keys(),
            ..page(sitting, blocks)
        };
    }
    let mut screen = course_page(sitting, &sitting.course().farewell);
    let records = sitting.progress().exercises.values();
    let seconds: u64 = records.clone().map(|record| record.seconds).sum();
    let codes: std::collections::BTreeSet<&String> = records
        .flat_map(|record| record.errors_met.keys())
        .collect();
    let mut words = format!(
        "You have done all {}, in {}.",
        counted(sitting.material().path.len(), "exercise", "exercises"),
        super::super::count::worked(seconds)
    );
    if codes.len() > 1 {
        words += &format!(" You have met and mended {} kinds of error.", codes.len());
    }
    screen.blocks.push(Block::words(words));
    screen.keys = farewell_keys();
    screen
}

fn farewell_keys() -> Vec<Key> {
    vec![
        Key::new("l", "list"),
        Key::new("Esc", "back"),
        Key::new("?", "all keys").or("keys"),
        Key::new("q", "quit"),
    ]
}

fn course_page(sitting: &Sitting, text: &str) -> Screen {
    let course = sitting.course();
    let count = counted(sitting.material().path.len(), "exercise", "exercises");
    Screen {
        header: Header {
            left: Line::plain(" ").and(course.title.as_str(), Role::Strong),
            right: vec![count],
        },
        blocks: vec![Block::of(prose(text).into_iter().map(outdented))],
        ..Screen::default()
    }
}

fn outdented(row: Row) -> Row {
    match row {
        Row::Text(text) => Row::Text(Paragraph { hang: 1, ..text }),
        other => other,
    }
}
