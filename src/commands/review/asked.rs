//! The texts of the reviews that are due.

use super::super::desk::Desk;
use super::super::parts::Files;
use super::super::place::Place;
use super::super::release;
use super::super::reset::{self, Reset};
use super::super::store::{self, Store};
use super::keeping;
use crate::check::source::{Source, marks};
use crate::course::SUPPORT;
use crate::course::goal::note;
use crate::session::progress::{Progress, Record, Timestamp};
use crate::session::review;

/// An exercise that is asked again.
pub struct Asked {
    /// Index into the course.
    pub exercise: usize,
    /// Its file, where no editor takes it for a part of a program.
    path: String,
    /// What stands in it at first.
    pub text: String,
    /// The same with its marks, below the note of our solution.
    pub solution: String,
}

impl Asked {
    pub fn record(&self, place: &Place, store: &Store) -> Record {
        let id = &place.course.exercises[self.exercise].id;
        let found = store.progress().exercises.get(id);
        found.cloned().unwrap_or_default()
    }
}

/// What is due and can be asked: its first text is known, and its errors are where the course says.
pub fn askable(place: &Place, progress: &Progress, today: u64) -> Vec<Asked> {
    let due = review::due(&place.course, progress, today).today;
    due.into_iter()
        .filter_map(|exercise| asked(place, exercise))
        .collect()
}

fn asked(place: &Place, exercise: usize) -> Option<Asked> {
    let original = &place.course.exercises[exercise];
    let starter = place.starter(original.main_file())?;
    let starter = String::from_utf8_lossy(&starter);
    let (text, marked) = review::asked(original, &starter, &place.title(original))?;
    let again = review::exercise(&place.course, exercise)?;
    let ours = release::solution_text(place, exercise).unwrap_or_default();
    Some(Asked {
        exercise,
        path: again.main_file().to_owned(),
        text,
        solution: below_note(&note(&ours), &marked),
    })
}

/// A program with another text at its top.
fn below_note(note: &[String], program: &str) -> String {
    let mut text: String = note.iter().map(|line| format!("//! {line}\n")).collect();
    let code = program.lines().skip_while(|line| line.starts_with("//!"));
    for line in code {
        text.push_str(line);
        text.push('\n');
    }
    text
}

/// Puts the text into its file. Marks of an earlier review are no loss; for anything else a copy is made and told of.
pub fn write(desk: &Desk, place: &Place, asked: &Asked) -> anyhow::Result<()> {
    store::own_folder(&place.root, place.kind).map_err(anyhow::Error::msg)?;
    let only_marks = place.found(&asked.path).is_none_or(|found| {
        let found = String::from_utf8_lossy(&found);
        marks::differ_in_marks_only(&Source::new(&*found), &Source::new(&asked.text))
    });
    if only_marks {
        let target = place.at(&asked.path)?;
        crate::system::files::remove_file(&target)?;
    }
    if let Reset::Done { kept } = put_back(place, asked, desk.now)? {
        for backup in kept {
            desk.notice(&[keeping::copied(&asked.path, &backup.path)])?;
        }
    }
    Ok(())
}

/// The file as it was when it was asked.
pub fn put_back(place: &Place, asked: &Asked, now: Timestamp) -> anyhow::Result<Reset> {
    reset::write(
        place,
        vec![(&asked.path, asked.text.clone().into_bytes())],
        now,
    )
}

/// What a check of these texts needs beside the answers.
pub fn locked(place: &Place, asked: &[Asked]) -> Files {
    let texts = asked
        .iter()
        .map(|asked| (asked.path.clone(), asked.text.clone().into_bytes()));
    let support = place.locked(SUPPORT).map(|text| (SUPPORT.to_owned(), text));
    texts.chain(support).collect()
}
