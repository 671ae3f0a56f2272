//! Looking at many exercises at once: on every core, and once more alone at what ran out of time.

use std::path::Path;
use std::time::Duration;

use super::memory::Memory;
use crate::check::verdict::{Checked, Reason, Verdict};
use crate::commands::checker::{self, Checker};
use crate::commands::pool;
use crate::course::model::{Course, Format};
use crate::engine::AnswerFile;
use crate::session::progress::State;
use crate::system::bars::Bar;
use crate::system::clock::Stopwatch;
use crate::system::process::Cancel;
use crate::view::report::Entry;

/// What all tasks have in common.
pub(super) struct Looking<'a> {
    pub(super) checker: &'a Checker,
    pub(super) course: &'a Course,
    pub(super) cancel: &'a Cancel,
    pub(super) memory: &'a Memory,
    /// Check even what nobody has worked on.
    pub(super) all: bool,
}

/// One exercise in one folder.
pub(super) struct Task<'a> {
    pub(super) index: usize,
    pub(super) root: &'a Path,
    /// Whether these are the starter's bytes.
    pub(super) untouched: &'a (dyn Fn(&[AnswerFile]) -> bool + Sync),
}

/// What was found.
pub(super) struct Looked {
    pub(super) index: usize,
    pub(super) untouched: bool,
    /// None: nobody has worked on it, and so it was not checked.
    pub(super) checked: Option<Checked>,
    /// The main file as it was checked.
    pub(super) text: String,
    /// Of all its files as they were checked.
    pub(super) hash: String,
}

impl Looking<'_> {
    /// In the order of the tasks. A cancelled one says nothing that should be told.
    pub(super) fn every(&self, tasks: &[Task<'_>], bar: &Bar) -> (Vec<Looked>, Duration) {
        let started = Stopwatch::start();
        let mut looked = pool::map(tasks, |task| {
            let looked = self.at(task);
            bar.step();
            looked
        });
        if tasks.len() > 1 {
            self.again_alone(tasks, &mut looked);
        }
        self.memory.save();
        (looked, started.elapsed())
    }

    /// A busy machine may be too slow for a limit that the exercise keeps by itself.
    fn again_alone(&self, tasks: &[Task<'_>], looked: &mut [Looked]) {
        for (task, looked) in tasks.iter().zip(looked) {
            if looked.checked.as_ref().is_some_and(ran_out_of_time) && !self.cancel.is_cancelled() {
                *looked = self.at(task);
            }
        }
    }

    fn at(&self, task: &Task<'_>) -> Looked {
        let exercise = &self.course.exercises[task.index];
        let files = checker::read(task.root, exercise);
        let untouched = (task.untouched)(&files);
        let mut looked = Looked {
            index: task.index,
            untouched,
            checked: None,
            text: checker::main_text(&files),
            hash: checker::hash(&files),
        };
        // A sound course has no starter that passes; rustlings' own has some.
        let hopeless = untouched && self.course.format == Format::Tutor;
        if self.all || !hopeless {
            let (checker, cancel) = (self.checker, self.cancel);
            looked.checked = Some(self.memory.check(checker, exercise, files, cancel));
        }
        looked
    }
}

impl Looked {
    pub(super) fn entry<'a>(
        &'a self,
        course: &'a Course,
        title: &'a str,
        path: &'a str,
        state: State,
        is_current: bool,
    ) -> Entry<'a> {
        Entry {
            course,
            index: self.index,
            title,
            state,
            is_current,
            untouched: self.untouched,
            checked: self.checked.as_ref(),
            text: &self.text,
            path,
        }
    }

    pub(super) fn passed(&self) -> bool {
        let verdict = self.checked.as_ref().map(|checked| &checked.verdict);
        verdict == Some(&Verdict::Passed)
    }
}

/// Whether each of these files has the bytes that `starter` knows.
pub(super) fn are(files: &[AnswerFile], starter: impl Fn(&str) -> Option<Vec<u8>>) -> bool {
    let mut files = files.iter();
    files.all(|file| file.bytes.is_some() && file.bytes == starter(&file.path))
}

/// The program's limit, or the compiler's.
fn ran_out_of_time(checked: &Checked) -> bool {
    const AS_LONG_AS_A_LIMIT: Duration = Duration::from_secs(55);
    match &checked.verdict {
        Verdict::NotYet(reasons) => reasons
            .iter()
            .any(|reason| matches!(reason, Reason::Hangs { .. })),
        Verdict::Broken(_) | Verdict::Unclear { .. } => checked.evidence.took >= AS_LONG_AS_A_LIMIT,
        Verdict::Passed | Verdict::Skipped { .. } => false,
    }
}
