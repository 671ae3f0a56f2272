//! Findings for people: one line for each, and one that sums up.

use std::time::Duration;

use crate::check::verdict::Fault;
use crate::course::select::SelectError;
use crate::verify::Finding;
use crate::verify::report::{Notice, Proved, Report};
use crate::view::count::{counted, seconds};
use crate::view::text::{Line, Role};

/// Exercises shown as the slowest.
const SLOWEST: usize = 10;

/// `info.toml:12: V001: what is wrong. What to do.` `folder` is put before the path: the way to the course from here,
/// empty or with a `/` at its end.
pub fn finding(finding: &Finding, folder: &str) -> Line {
    let Finding {
        place,
        rule,
        what,
        remedy,
        ..
    } = finding;
    Line::of(
        format!("{folder}{}:{}: ", place.path, place.line),
        Role::Path,
    )
    .and(format!("{}: ", rule.id()), Role::Pending)
    .and(one_line(what), Role::Plain)
    .and(format!(" {}", one_line(remedy)), Role::Quiet)
}

/// A program's words may have line ends in them, and signs that a terminal would obey.
fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split(['\n', '\r']).map(str::trim).collect();
    let line = words.join(" ");
    line.trim().chars().filter(|c| !c.is_control()).collect()
}

/// The last line: how many were looked at, and what came of it.
pub fn summary(report: &Report) -> Line {
    let count = report.exercises.len();
    let exercises = counted(count, "exercise", "exercises");
    let found = report.findings.len();
    let (word, role) = match found {
        0 => ("sound", Role::Good),
        _ => ("not sound", Role::Refused),
    };
    let what = match (found, count) {
        (0, 0) => "nothing to prove".to_owned(),
        (0, _) => exercises,
        (_, 0) => counted(found, "finding", "findings"),
        _ => {
            let found = counted(found, "finding", "findings");
            match report.by_exercise().unsound() {
                0 => format!("{exercises}, {found} beside them"),
                unsound => format!("{exercises}, {found} in {unsound} of them"),
            }
        }
    };
    let kept = report
        .exercises
        .iter()
        .filter(|exercise| exercise.kept)
        .count();
    let kept = match kept {
        0 => String::new(),
        _ if kept == count => ", nothing has changed".to_owned(),
        _ => format!(", {kept} unchanged"),
    };
    let skipped = report
        .exercises
        .iter()
        .filter(|exercise| exercise.skipped.is_some())
        .count();
    let skipped = match skipped {
        0 => String::new(),
        _ => format!(", {skipped} skipped"),
    };
    Line::of(word, role).and(
        format!(": {what}{skipped}{kept} ({})", seconds(report.took)),
        Role::Plain,
    )
}

pub fn notices(notices: &[Notice]) -> Vec<Line> {
    notices
        .iter()
        .map(|notice| Line::plain(notice_words(notice)))
        .collect()
}

fn notice_words(notice: &Notice) -> String {
    match notice {
        Notice::NoDocs => "The offline pages are not installed here, so that `docs` was not looked at. `rustup component add rust-docs` brings them.".to_owned(),
        Notice::NoRustfmt => "rustfmt is not installed here, so that formatting was not looked at. `rustup component add rustfmt` brings it.".to_owned(),
        Notice::NotKept { why } => {
            format!("What was found cannot be kept ({why}): the next run does everything again.")
        }
        Notice::NotProved { exercises } => format!(
            "{} with a fault in the manifest {} not proved. Mend the entry first.",
            counted(*exercises, "exercise", "exercises"),
            if *exercises == 1 { "was" } else { "were" }
        ),
        Notice::Part {
            index,
            of,
            exercises,
            all,
            shares,
        } => format!("Part {index} of {of}: {exercises} of {all} exercises. (Shares {shares}: the same on every machine.)"),
    }
}

/// A table of the exercises that cost most, the dearest first.
pub fn slowest(report: &Report) -> Vec<Line> {
    let mut all: Vec<&Proved> = report.exercises.iter().collect();
    all.sort_by(|a, b| b.took.cmp(&a.took).then_with(|| a.id.cmp(&b.id)));
    let whole: Duration = all.iter().map(|exercise| exercise.took).sum();
    let mut lines = vec![Line::of("What takes longest", Role::Strong)];
    for exercise in all.iter().take(SLOWEST) {
        let kept = if exercise.kept {
            "  (as last measured)"
        } else {
            ""
        };
        lines.push(
            Line::plain(format!(
                "  {:>7}  {:>5}  {:<8} ",
                seconds(exercise.took),
                exercise.number,
                exercise.kind.key()
            ))
            .and(exercise.id.clone(), Role::Strong)
            .and(kept, Role::Quiet),
        );
    }
    lines.push(Line::of(
        format!(
            "  {:>7}  all {}, one after the other",
            seconds(whole),
            counted(all.len(), "exercise", "exercises")
        ),
        Role::Quiet,
    ));
    lines
}

/// `verify` proves courses, and this is the folder of somebody who works through one.
pub fn learners_folder(dir: &str) -> Vec<Line> {
    vec![
        Line::plain(format!(
            "{dir} is a learner's folder, and `tutor verify` proves courses."
        )),
        Line::plain("Your own work is checked by  ").and("tutor check --all", Role::Strong),
    ]
}

/// A file that is written anew, and how it differs.
pub fn blessed(path: &str, differences: Vec<Line>) -> Vec<Line> {
    let mut lines = vec![Line::plain("Corrected: ").and(path, Role::Path)];
    lines.extend(differences);
    lines.push(Line::default());
    lines
}

/// The versions of the crates of others could not be chosen; `why`: a clause.
pub fn no_lock(path: &str, why: &str) -> Vec<Line> {
    vec![
        Line::plain("There is no ")
            .and(path, Role::Path)
            .and(format!(" yet, and none can be made: {why}."), Role::Plain),
    ]
}

/// Somebody pressed Ctrl-C.
pub fn stopped() -> Vec<Line> {
    vec![Line::plain(
        "Stopped. What was proved so far is remembered.",
    )]
}

/// Words that mean no exercise, all of them.
pub fn told_of_words(errors: &[SelectError]) -> Vec<Line> {
    errors
        .iter()
        .map(|error| Line::plain(error.to_string()))
        .collect()
}

/// A manifest is written in a way in which it cannot be corrected; `why` is a clause.
pub fn not_blessed(path: &str, why: &str) -> Vec<Line> {
    vec![Line::plain(format!(
        "`--bless` cannot correct {path}: {why}. Correct `starts` there by hand."
    ))]
}

/// git does not say what was changed.
pub fn git_trouble(reference: &str, why: Option<&str>) -> Vec<Line> {
    let asked = format!("`--since {reference}` asks git what has changed");
    let said = why.map(|said| said.lines().next().unwrap_or("nothing"));
    vec![Line::plain(match said {
        None => format!("{asked}, and git is not there."),
        Some(said) => format!("{asked}. Git says: {said}"),
    })]
}

/// The machine cannot prove anything.
pub fn no_engine(fault: &Fault) -> Vec<Line> {
    let mut lines = vec![
        Line::plain(fault.what.clone()),
        Line::plain(fault.remedy.clone()),
    ];
    let detail = fault.detail.trim();
    if !detail.is_empty() {
        lines.push(Line::default());
        lines.extend(detail.lines().map(|line| Line::of(line, Role::Quiet)));
    }
    lines
}
