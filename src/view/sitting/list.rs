//! The list of all exercises, found as you type.

use super::super::count::counted;
use super::super::edges;
use super::super::glyphs::Charset;
use super::super::layout::Size;
use super::super::listing::duration;
use super::super::screen::{Header, Key};
use super::super::text::{Line, Role};
use super::super::wrap;
use super::header;
use crate::course::model::Kind;
use crate::session::list::{List, Only};
use crate::session::order::state_of;
use crate::session::progress::State;
use crate::session::sitting::Sitting;

/// Rows that are not the list itself: header, rule, find, blank; words, rule, keys.
const EDGES: usize = 8;

pub(super) fn draw(sitting: &Sitting, list: &List, size: Size, charset: Charset) -> Vec<Line> {
    let room = size.width.clamp(1, 120);
    let shown = sitting.listed(list);
    let rows = rows(
        sitting,
        &shown,
        list.chosen.min(shown.len().saturating_sub(1)),
    );
    let space = size.height.saturating_sub(EDGES).max(1);
    let chosen = rows.iter().position(|row| row.chosen).unwrap_or(0);
    let top = chosen
        .saturating_sub(space.saturating_sub(1))
        .max(first_row(chosen, rows.len(), space));
    let mut lines = vec![
        edges::header(&head(sitting), room),
        edges::rule(room, charset),
        find(list, shown.len(), sitting.material().path.len(), room),
        Line::default(),
    ];
    let visible = rows.into_iter().skip(top).take(space);
    lines.extend(visible.map(|row| wrap::clip_line(&row.line, room)));
    while lines.len() + 4 < size.height.min(EDGES + space) {
        lines.push(Line::default());
    }
    lines.extend([
        Line::default(),
        wrap::clip_line(&below(sitting, &shown, list), room),
        edges::rule(room, charset),
        edges::footer(&keys(), "", room),
    ]);
    lines.truncate(size.height);
    lines
}

/// All that the list shows, without a window around it.
pub(in crate::view) fn all(sitting: &Sitting, list: &List) -> Vec<Line> {
    let shown = sitting.listed(list);
    let head = head(sitting);
    let right = head.right.last().cloned().unwrap_or_default();
    let mut lines = vec![head.left.and(format!("  ({right})"), Role::Quiet)];
    lines.extend(
        rows(sitting, &shown, usize::MAX)
            .into_iter()
            .map(|row| row.line),
    );
    lines
}

/// So that the chosen row stands in the middle, where there is enough above and below.
fn first_row(chosen: usize, count: usize, space: usize) -> usize {
    let middle = chosen.saturating_sub(space / 2);
    middle.min(count.saturating_sub(space))
}

fn head(sitting: &Sitting) -> Header {
    let course = sitting.course();
    let path = &sitting.material().path;
    let done = header::done(sitting);
    let records = path.iter().filter_map(|&index| {
        sitting
            .progress()
            .exercises
            .get(&course.exercises[index].id)
    });
    let seconds: u64 = records.map(|record| record.seconds).sum();
    let total = format!("{done} of {} done", path.len());
    Header {
        left: Line::plain(" ").and(course.title.as_str(), Role::Strong),
        right: vec![
            format!("{total}          {} so far", duration(seconds)),
            total,
        ],
    }
}

fn find(list: &List, shown: usize, all: usize, room: usize) -> Line {
    let only = match list.only {
        Only::All => "",
        Only::Todo => "only todo, ",
        Only::Done => "only done, ",
        Only::Skipped => "only skipped, ",
    };
    let right = format!("{only}{shown} shown of {all}");
    let left = Line::plain(" ")
        .and("Find", Role::Strong)
        .and(format!("  {}_", list.find), Role::Plain);
    let gap = room.saturating_sub(left.width() + right.len() + 1);
    let line = left
        .and(" ".repeat(gap), Role::Plain)
        .and(right, Role::Quiet);
    wrap::clip_line(&line, room)
}

struct ListRow {
    line: Line,
    chosen: bool,
}

fn rows(sitting: &Sitting, shown: &[usize], chosen: usize) -> Vec<ListRow> {
    let course = sitting.course();
    let mut rows = Vec::new();
    let mut chapter = None;
    for (place, &index) in shown.iter().enumerate() {
        let exercise = &course.exercises[index];
        if chapter != Some(exercise.chapter) {
            chapter = Some(exercise.chapter);
            rows.push(ListRow {
                line: chapter_row(sitting, exercise.chapter),
                chosen: false,
            });
        }
        rows.push(ListRow {
            line: exercise_row(sitting, index, place == chosen),
            chosen: place == chosen,
        });
    }
    rows
}

fn chapter_row(sitting: &Sitting, chapter: usize) -> Line {
    let course = sitting.course();
    let path = sitting.material().path.iter();
    let those: Vec<usize> = path
        .copied()
        .filter(|&index| course.exercises[index].chapter == chapter)
        .collect();
    let done = those
        .iter()
        .filter(|&&index| state_of(course, sitting.progress(), index) == State::Done)
        .count();
    let model = &course.chapters[chapter];
    let all = those.len();
    let bar: String = {
        let full = (done * all.min(10)).checked_div(all).unwrap_or_default();
        "#".repeat(full) + &"-".repeat(all.min(10) - full)
    };
    Line::plain(format!("   {:02}    ", model.number))
        .and(padded(&model.title, 42), Role::Strong)
        .and(padded(&format!("[{bar}]"), 12), Role::Plain)
        .and(format!("{:>7}", format!("{done} of {all}")), Role::Plain)
}

fn exercise_row(sitting: &Sitting, index: usize, chosen: bool) -> Line {
    let course = sitting.course();
    let exercise = &course.exercises[index];
    let record = sitting
        .progress()
        .exercises
        .get(&exercise.id)
        .cloned()
        .unwrap_or_default();
    let here = index == sitting.here();
    let (state, role) = match record.state {
        State::Done => ("done", Role::Good),
        State::Skipped => ("skipped", Role::Pending),
        State::Todo if here => ("here", Role::Strong),
        State::Todo => ("", Role::Plain),
    };
    let title_role = if chosen { Role::Strong } else { Role::Plain };
    let (one, many) = match exercise.kind {
        Kind::Predict | Kind::Trace => ("try", "tries"),
        _ => ("save", "saves"),
    };
    let cost = match record.attempts {
        0 => String::new(),
        attempts => format!(
            "{:<9}{:>9}",
            counted(attempts as usize, one, many),
            duration(record.seconds)
        ),
    };
    let number = header::number(course, exercise);
    Line::of(if chosen { " > " } else { "   " }, Role::Strong)
        .and(padded(&number, 6), Role::Plain)
        .and(
            padded(&sitting.material().lessons[index].title, 25),
            title_role,
        )
        .and(padded(exercise.kind.key(), 10), Role::Quiet)
        .and(padded(state, 12), role)
        .and(cost, Role::Quiet)
}

/// Cut or filled up to a width, with at least one blank at its end.
fn padded(text: &str, width: usize) -> String {
    let cut = wrap::shortened(text, width.saturating_sub(1));
    let missing = width.saturating_sub(wrap::width(&cut));
    cut + &" ".repeat(missing)
}

fn below(sitting: &Sitting, shown: &[usize], list: &List) -> Line {
    match shown.get(list.chosen.min(shown.len().saturating_sub(1))) {
        Some(&index) if index == sitting.here() => Line::plain(" This is where you are."),
        Some(&index) => {
            let number = header::number(sitting.course(), &sitting.course().exercises[index]);
            Line::plain(" ").and("Enter", Role::Strong).and(
                format!(" goes to {number}. What you have written there stays as it is."),
                Role::Plain,
            )
        }
        None => Line::plain(" Nothing fits. Backspace takes letters back, Tab shows other states."),
    }
}

fn keys() -> Vec<Key> {
    vec![
        Key::new("type", "to find"),
        Key::new("up/down", ""),
        Key::new("Enter", "go there").or("go"),
        Key::new("Tab", "todo/done/skipped/all").or("states"),
        Key::new("Esc", "back"),
    ]
}
