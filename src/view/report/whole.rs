//! What `tutor check` prints: text for people, JSON for scripts.

use serde_json::{Map, Value, json};

use crate::view::glyphs::Charset;
use crate::view::layout::flow;
use crate::view::listing;
use crate::view::reasons;
use crate::view::screen::{Header, Says, Screen};
use crate::view::text::{Line, Role};
use crate::view::told::{Facts, Told};
use crate::view::wrap;
use crate::check::verdict::{Checked, Reason, Verdict};
use crate::course::model::{Course, Exercise};
use crate::session::point;
use crate::session::progress::State;

/// One exercise, and what its check has found.
#[derive(Debug, Clone, Copy)]
pub struct Item<'a> {
    pub course: &'a Course,
    /// Index into [`Course::exercises`].
    pub exercise: usize,
    pub title: &'a str,
    pub state: State,
    /// The bytes are the starter's: nothing was answered yet.
    pub untouched: bool,
    /// The main file as it was checked.
    pub text: &'a str,
    pub checked: &'a Checked,
}

/// How a check ended, in one word; scripts rely on them.
pub fn verdict(item: &Item<'_>) -> &'static str {
    match &item.checked.verdict {
        Verdict::Passed => "passed",
        Verdict::NotYet(_) if item.untouched => "untouched",
        Verdict::NotYet(_) => "not_yet",
        Verdict::Unclear { .. } => "unclear",
        Verdict::Broken(_) => "broken",
        Verdict::Skipped { .. } => "skipped",
    }
}

/// One exercise as on its screen; of several, a line for each and a sum.
pub fn text(items: &[Item<'_>], width: usize, charset: Charset) -> Vec<Line> {
    if let [item] = items {
        return whole(item, width, charset);
    }
    let mut lines: Vec<Line> = items.iter().map(|item| row(item, width)).collect();
    let passed = items
        .iter()
        .filter(|item| item.checked.verdict == Verdict::Passed)
        .count();
    lines.push(Line::default());
    lines.push(Line::plain(format!(" {passed} of {} passed.", items.len())));
    lines
}

/// `{"schema": 1, "exercises": […]}`: documented in CONTRIBUTING.md, and only ever added to.
pub fn json(items: &[Item<'_>]) -> String {
    let exercises: Vec<Value> = items.iter().map(object).collect();
    let all = json!({ "schema": 1, "exercises": exercises });
    serde_json::to_string_pretty(&all).expect("text and numbers are JSON") + "\n"
}

fn object(item: &Item<'_>) -> Value {
    let exercise = exercise(item);
    json!({
        "id": exercise.id,
        "number": item.course.number_of(exercise),
        "kind": exercise.kind.key(),
        "state": listing::state(item.state),
        "verdict": verdict(item),
        "reasons": reasons_of(item),
        "duration_ms": u64::try_from(item.checked.evidence.took.as_millis()).unwrap_or(u64::MAX),
    })
}

fn reasons_of(item: &Item<'_>) -> Vec<Value> {
    match &item.checked.verdict {
        Verdict::Passed => Vec::new(),
        Verdict::NotYet(reasons) => reasons
            .iter()
            .map(|reason| reason_object(item, reason))
            .collect(),
        Verdict::Unclear { raw } => {
            vec![json!({ "kind": "unclear", "words": sentence(item), "raw": raw })]
        }
        Verdict::Broken(fault) => vec![json!({
            "kind": "broken",
            "words": fault.what,
            "remedy": fault.remedy,
            "detail": fault.detail,
        })],
        Verdict::Skipped { missing } => {
            vec![json!({ "kind": "missing", "words": sentence(item), "missing": missing })]
        }
    }
}

/// The kind and the words; a line, a code and a test where there are any.
fn reason_object(item: &Item<'_>, reason: &Reason) -> Value {
    let told = reasons::told(reason, &facts(item));
    let mut object = Map::new();
    object.insert("kind".to_owned(), json!(reasons::kind(reason)));
    object.insert("words".to_owned(), json!(told.sentences.join(" ")));
    if let Some(line) = point::line(reason) {
        object.insert("line".to_owned(), json!(line));
    }
    if let Some(code) = point::code(reason) {
        object.insert("code".to_owned(), json!(code));
    }
    let test = match reason {
        Reason::Test(failed) => Some(&failed.name),
        Reason::Hangs { test, .. } => test.as_ref(),
        Reason::Budget { test, .. } => Some(test),
        _ => None,
    };
    if let Some(test) = test {
        object.insert("test".to_owned(), json!(test));
    }
    Value::Object(object)
}

fn exercise<'a>(item: &Item<'a>) -> &'a Exercise {
    &item.course.exercises[item.exercise]
}

fn facts<'a>(item: &Item<'a>) -> Facts<'a> {
    Facts {
        exercise: exercise(item),
        place: usize::MAX, // a report explains nothing about the screen
        text: item.text,
        evidence: &item.checked.evidence,
        tries: usize::MAX,
        choices: &exercise(item).choices,
    }
}

fn number(item: &Item<'_>) -> String {
    let exercise = exercise(item);
    format!(
        "{:02}.{}",
        item.course.chapter_of(exercise).number,
        exercise.number
    )
}

/// Every verdict in words.
fn told(item: &Item<'_>) -> Told {
    crate::view::sitting::verdict_told(&item.checked.verdict, &facts(item))
}

fn sentence(item: &Item<'_>) -> String {
    told(item).sentences.first().cloned().unwrap_or_default()
}

fn whole(item: &Item<'_>, width: usize, charset: Charset) -> Vec<Line> {
    let told = told(item);
    let screen = Screen {
        header: Header {
            left: Line::plain(format!(" {}  ", number(item))).and(item.title, Role::Strong),
            right: Vec::new(),
        },
        says: Some(Says {
            word: told.word,
            sentences: told.sentences,
        }),
        blocks: told.blocks,
        next: told.next,
        ..Screen::default()
    };
    flow(&screen, width, charset)
}

fn row(item: &Item<'_>, width: usize) -> Line {
    let (word, role) = match &item.checked.verdict {
        Verdict::Passed => ("passed", Role::Good),
        Verdict::NotYet(_) if item.untouched => ("todo", Role::Quiet),
        Verdict::NotYet(_) => ("not yet", Role::Pending),
        Verdict::Skipped { .. } => ("skipped", Role::Quiet),
        Verdict::Unclear { .. } => ("unclear", Role::Refused),
        Verdict::Broken(_) => ("broken", Role::Refused),
    };
    let words = match &item.checked.verdict {
        Verdict::Passed => String::new(),
        Verdict::NotYet(_) if item.untouched => String::new(),
        _ => sentence(item),
    };
    let line = Line::plain(format!(
        " {:<6}{:<25}",
        number(item),
        wrap::shortened(item.title, 24)
    ))
    .and(format!("{word:<9}"), role)
    .and(words, Role::Plain);
    wrap::clip_line(&line, width)
}
