//! Progress as lines: a bar for each chapter, a calendar, the errors met most, and totals.

use super::{MOST_ERRORS, WEEKDAYS, words};
use crate::session::summary::{Met, Part, Summary, Week};
use crate::view::text::{Line, Role};
use crate::view::wrap;

/// The longest bar, and the longest name of a chapter.
const BAR: usize = 20;
const NAME: usize = 32;

/// Columns before the calendar's first week, and of each week.
const DAYS: usize = 8;
const WEEK: usize = 3;

/// At most `width` columns wide.
pub fn lines(summary: &Summary, width: usize) -> Vec<Line> {
    let mut lines = head(summary, width);
    lines.push(Line::default());
    lines.extend(chapters(&summary.chapters, width));
    lines.push(Line::default());
    if words::is_empty(summary) {
        lines.push(Line::plain(" Nothing is done yet. To begin, call:"));
        lines.push(Line::of("    tutor", Role::Strong));
    } else {
        lines.extend(calendar(&summary.weeks, width));
        lines.extend(errors(&summary.errors, width));
        lines.extend(totals(summary));
    }
    lines
        .iter()
        .map(|line| wrap::without_trailing_blanks(wrap::clip_line(line, width)))
        .collect()
}

fn head(summary: &Summary, width: usize) -> Vec<Line> {
    let title = wrap::shortened(&summary.title, width.saturating_sub(1));
    let title = Line::of(format!(" {title}"), Role::Strong);
    let done = words::done(&summary.totals);
    let spent = words::spent(&summary.totals).unwrap_or_default();
    let rest = match spent.is_empty() {
        true => done,
        false => format!("{done}, {spent}"),
    };
    let gap = width.saturating_sub(title.width() + wrap::width(&rest) + 1);
    if gap < 2 {
        return vec![title, Line::plain(format!(" {rest}"))];
    }
    vec![title.and(format!("{:gap$}{rest}", ""), Role::Plain)]
}

/// Names and bars share what the counts leave.
fn chapters(parts: &[Part], width: usize) -> Vec<Line> {
    let counts = parts.iter().map(|part| words::counts(part).len()).max();
    let room = width.saturating_sub(12 + counts.unwrap_or(0)).max(8);
    let bar = BAR.min(room / 2);
    let name = NAME.min(room - bar);
    parts.iter().map(|part| chapter(part, name, bar)).collect()
}

fn chapter(part: &Part, name: usize, bar: usize) -> Line {
    let full = (part.done * bar).checked_div(part.exercises).unwrap_or(0);
    Line::plain(format!("   {:02}  ", part.number))
        .and(wrap::column(&part.title, name), Role::Strong)
        .and("[", Role::Plain)
        .and("#".repeat(full), Role::Good)
        .and("-".repeat(bar - full), Role::Quiet)
        .and(format!("]  {}", words::counts(part)), Role::Plain)
}

/// A row for each day of the week, a column for each week; figures, so that it needs no colour.
fn calendar(weeks: &[Week], width: usize) -> Vec<Line> {
    let room = width.saturating_sub(DAYS) / WEEK;
    let weeks = &weeks[weeks.len().saturating_sub(room)..];
    let title = words::in_the_last(weeks);
    let mut lines = vec![Line::of(format!(" {title}"), Role::Strong), months(weeks)];
    for (of_week, name) in WEEKDAYS.iter().enumerate() {
        let mut line = Line::plain(format!("   {name}  "));
        for week in weeks {
            let (sign, role) = match week.days[of_week] {
                None => (' ', Role::Plain),
                Some(0) => ('.', Role::Quiet),
                Some(done) => (words::figure(done), Role::Good),
            };
            line = line.and(format!("{sign:<WEEK$}"), role);
        }
        lines.push(line);
    }
    lines.push(Line::default());
    lines
}

fn months(weeks: &[Week]) -> Line {
    let mut text = " ".repeat(DAYS);
    for index in 0..weeks.len() {
        if let Some(name) = words::month(weeks, index) {
            let blanks = (DAYS + WEEK * index).saturating_sub(text.len());
            text.push_str(&" ".repeat(blanks));
            text.push_str(name);
        }
    }
    Line::of(text, Role::Quiet)
}

/// What a code is about is said where there is room for words.
fn errors(errors: &[Met], width: usize) -> Vec<Line> {
    if errors.is_empty() {
        return Vec::new();
    }
    let about = width.saturating_sub(3 + 7 + 9 + 12).min(49);
    let mut lines = vec![Line::of(" Errors that you met most", Role::Strong)];
    for met in errors.iter().take(MOST_ERRORS) {
        let (times, each) = words::often(met);
        let mut line = Line::plain("   ").and(wrap::column(&met.code, 7), Role::Strong);
        if about >= 20 {
            line = line.and(wrap::column(words::about(met), about), Role::Plain);
        }
        lines.push(line.and(format!("{times:>9}{each:>12}"), Role::Quiet));
    }
    lines.push(Line::default());
    lines
}

fn totals(summary: &Summary) -> Vec<Line> {
    let clauses = words::totals(&summary.totals);
    if clauses.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![Line::of(" In all", Role::Strong)];
    lines.extend(
        clauses
            .into_iter()
            .map(|clause| Line::plain(format!("   {clause}"))),
    );
    lines
}
