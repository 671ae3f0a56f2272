//! A verdict in words; most of all, what is not the learner's fault.

use super::super::reasons;
use super::super::screen::{Block, Row, Word};
use super::super::told::{Facts, Told};
use crate::check::verdict::{Fault, Verdict};

/// Lines of what a tool said.
const SHOWN: usize = 12;

/// Every verdict in words, but for how it relates to a sitting.
pub(in crate::view) fn verdict_told(verdict: &Verdict, facts: &Facts<'_>) -> Told {
    match verdict {
        Verdict::Passed => Told::new(Word::Done, super::done::sentence(facts)),
        Verdict::NotYet(reasons) => match reasons.first() {
            Some(reason) => reasons::told(reason, facts),
            None => unclear(""),
        },
        Verdict::Unclear { raw } => unclear(raw),
        Verdict::Broken(fault) => broken(fault),
        Verdict::Skipped { missing } => skipped(missing),
    }
}

fn broken(fault: &Fault) -> Told {
    let mut told = Told::new(Word::Trouble, fault.what.clone());
    told.sentences
        .push("That is not your fault, and says nothing about your answer.".to_owned());
    told.blocks(raw("What the machine said", &fault.detail))
        .next(fault.remedy.clone())
}

fn unclear(raw_text: &str) -> Told {
    let mut told = Told::new(
        Word::Trouble,
        "tutor cannot make out how this check has ended.",
    );
    told.sentences
        .push("That says nothing about your answer.".to_owned());
    told.again = true;
    told.blocks(raw("What came back", raw_text))
        .next("Look again (key r). If it stays so, please report it with what you see here.")
}

fn skipped(missing: &str) -> Told {
    let mut told = Told::new(
        Word::Trouble,
        format!("This exercise needs {missing}, which is not here."),
    );
    told.sentences
        .push("That is not your fault: the exercise can wait.".to_owned());
    told.next("Look again when it is there (key r), or go on without it (key n).")
}

fn raw(title: &str, text: &str) -> Option<Block> {
    let mut lines = text
        .lines()
        .map(str::trim_end)
        .filter(|line| !line.is_empty())
        .peekable();
    lines.peek()?;
    let mut block = Block::words(title);
    block.rows.extend(lines.take(SHOWN).map(Row::barred));
    Some(block)
}
