//! One sitting: what the learner sees, is asked and has done. Events in, effects out; it does nothing itself.

use super::event::{Bytes, Effect, Event, Run};
use super::lesson::Lesson;
use super::list::List;
use super::order;
use super::progress::{Progress, Record, State, Timestamp};
use super::review::Reviews;
use super::step::{Earlier, Step};
use crate::check::verdict::{Checked, Reason, Verdict};
use crate::course::card::Card;
use crate::course::model::{Course, Exercise};

/// What a sitting is about. None of it changes while it lasts.
#[derive(Debug, Clone)]
pub struct Material {
    pub course: Course,
    /// One for each exercise, in the order of the course.
    pub lessons: Vec<Lesson>,
    /// One for each chapter that has a card.
    pub cards: Vec<Option<Card>>,
    /// The exercises that are walked through: a track, or all.
    pub path: Vec<usize>,
    /// Go on by itself when an exercise is done.
    pub auto_next: bool,
    /// The exercises are checked in the course's own folder.
    pub course_folder: bool,
}

/// The state of a sitting. Everything that is drawn is made from it.
#[derive(Debug, Clone)]
pub struct Sitting {
    pub(super) material: Material,
    pub(super) progress: Progress,
    /// Where it asks again what was done before.
    pub(super) reviews: Option<Reviews>,
    /// How many exercises are due for review; told once.
    pub(super) due: usize,
    pub(super) here: usize,
    /// The bytes on disk, as far as they are known.
    pub(super) disk: Option<Bytes>,
    pub(super) runs: u64,
    pub(super) running: Option<Running>,
    /// The learner stopped the check of these bytes.
    pub(super) halted: bool,
    pub(super) found: Option<Found>,
    pub(super) earlier: Option<Earlier>,
    pub(super) overlay: Option<Overlay>,
    pub(super) ask: Option<Ask>,
    pub(super) remark: Option<Remark>,
    pub(super) solution: Option<String>,
    /// The hint that fits what the learner meets now was shown, after so many others.
    pub(super) keyed_hint: Option<u8>,
    /// The save whose check runs has closed what lay over the screen.
    pub(super) uncovered: bool,
    /// The answer that was given last, while it is on the screen: which question, and which choice.
    pub(super) answered: Option<(usize, u8)>,
    pub(super) page: usize,
    pub(super) pages: usize,
    pub(super) now: Timestamp,
    /// When something was last done, for the time that is counted.
    pub(super) active: Timestamp,
    /// Errors that are there now, each since when.
    pub(super) open_errors: Vec<(String, Timestamp)>,
    /// When to go on by itself.
    pub(super) leave_at: Option<Timestamp>,
    /// Quit when nothing runs any more.
    pub(super) closing: bool,
    pub(super) over: bool,
}

/// A check that is under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Running {
    pub run: Run,
    /// What it has read, once it has.
    pub bytes: Option<Bytes>,
    pub since: Timestamp,
    /// It was started by a save, and counts as one.
    pub by_save: bool,
}

/// A verdict, and what it was found from.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    pub bytes: Bytes,
    pub text: String,
    pub checked: Checked,
    pub step: Option<Step>,
}

/// What lies over the exercise's own screen.
#[derive(Debug, Clone, PartialEq)]
pub enum Overlay {
    /// The course's first words.
    Welcome,
    /// The card before a chapter, by the chapter's index.
    Card(usize),
    Keys,
    Hints,
    /// The rest of what the check has found.
    More,
    /// What the compiler says of a code; none while it is asked.
    Explain {
        code: String,
        text: Option<Result<String, String>>,
    },
    Solution,
    /// The learner's answer beside ours.
    Compare,
    Note,
    List(List),
    /// The course's last words.
    Farewell,
}

/// What was asked, and is done when the same key comes again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    /// Leave an exercise that is not done.
    Skip,
    Reset,
    Solution,
}

/// Something to say once, until the next key or save.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// The exercise is as it was at first; what was there is kept at this place.
    Reset {
        kept: Option<String>,
    },
    /// So many exercises are due for review.
    Due {
        count: usize,
    },
    /// Another process has moved on to the exercise.
    Moved,
    /// Nothing is left to go on to but this one.
    OnlyThisLeft,
    FirstAlready,
    NoHints,
    NothingToExplain,
    NoSolution,
    NoDocs,
    /// A command that is none.
    NotUnderstood {
        words: String,
    },
    /// No exercise goes by this name.
    NotFound {
        words: String,
    },
    /// Something could not be done, in a sentence.
    Failed {
        words: String,
    },
}

/// What the screen of the exercise itself shows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Face<'a> {
    /// A check is under way; the verdict before it is kept to look at.
    Looking {
        running: &'a Running,
        before: Option<&'a Found>,
    },
    /// The learner stopped the check.
    Halted,
    /// The verdict of the bytes on disk.
    Found(&'a Found),
    /// Nothing is known yet.
    Nothing,
}

impl Sitting {
    /// A sitting at the exercise where the learner was last.
    pub fn new(material: Material, progress: Progress) -> Sitting {
        let here = order::current(&material.course, &material.path, &progress).unwrap_or(0);
        Sitting {
            material,
            progress,
            reviews: None,
            due: 0,
            here,
            disk: None,
            runs: 0,
            running: None,
            halted: false,
            found: None,
            earlier: None,
            overlay: None,
            ask: None,
            remark: None,
            solution: None,
            keyed_hint: None,
            uncovered: false,
            answered: None,
            page: 0,
            pages: 1,
            now: 0,
            active: 0,
            open_errors: Vec::new(),
            leave_at: None,
            closing: false,
            over: false,
        }
    }

    /// The same, which tells at its beginning how many exercises are due for review.
    pub fn with_due(mut self, due: usize) -> Sitting {
        self.due = due;
        self
    }

    /// What happened at a moment, and what is to be done about it.
    pub fn handle(&mut self, event: Event, now: Timestamp) -> Vec<Effect> {
        if self.over {
            return Vec::new();
        }
        self.now = now;
        match event {
            Event::Started => self.begin(),
            Event::Entered { exercise, bytes } => self.entered(exercise, bytes),
            Event::Saved { exercise, bytes } => self.saved(exercise, bytes),
            Event::CheckBegan { run, bytes } => self.check_began(run, bytes),
            Event::CheckFinished {
                run,
                bytes,
                text,
                checked,
            } => self.check_finished(run, bytes, text, *checked),
            Event::Key(key) => self.key(key),
            Event::Command(line) => self.command(&line),
            Event::Resized => vec![Effect::Show],
            Event::Drawn { pages } => self.drawn(pages),
            Event::Tick => self.tick(),
            Event::Solution { exercise, text } => self.told_solution(exercise, text),
            Event::Explained { code, text } => self.explained(&code, text),
            Event::WasReset { kept } => self.remark(Remark::Reset { kept }),
            Event::Failed { words } => self.remark(Remark::Failed { words }),
            Event::Elsewhere { exercise } => self.elsewhere(exercise),
            Event::InputEnded => self.input_ended(),
        }
    }

    pub fn course(&self) -> &Course {
        &self.material.course
    }

    pub fn material(&self) -> &Material {
        &self.material
    }

    pub fn progress(&self) -> &Progress {
        &self.progress
    }

    /// The index of the exercise that is worked on.
    pub fn here(&self) -> usize {
        self.here
    }

    pub fn exercise(&self) -> &Exercise {
        &self.material.course.exercises[self.here]
    }

    pub fn lesson(&self) -> &Lesson {
        &self.material.lessons[self.here]
    }

    pub fn record(&self) -> Record {
        let found = self.progress.exercises.get(&self.exercise().id);
        found.cloned().unwrap_or_default()
    }

    pub fn is_done(&self) -> bool {
        self.record().state == State::Done
    }

    pub fn face(&self) -> Face<'_> {
        if let Some(running) = &self.running {
            return Face::Looking {
                running,
                before: self.found.as_ref(),
            };
        }
        match &self.found {
            _ if self.halted => Face::Halted,
            Some(found) if Some(&found.bytes) == self.disk.as_ref() => Face::Found(found),
            _ => Face::Nothing,
        }
    }

    pub fn overlay(&self) -> Option<&Overlay> {
        self.overlay.as_ref()
    }

    pub fn asked(&self) -> Option<Ask> {
        self.ask
    }

    pub fn remarked(&self) -> Option<&Remark> {
        self.remark.as_ref()
    }

    /// Our solution, once it was told.
    pub fn solution(&self) -> Option<&str> {
        self.solution.as_deref()
    }

    pub fn answered(&self) -> Option<(usize, u8)> {
        self.answered
    }

    /// Pages turned since the screen was new.
    pub fn page(&self) -> usize {
        self.page
    }

    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// Seconds until it goes on by itself.
    pub fn leaves_in(&self) -> Option<u64> {
        self.leave_at.map(|at| at.saturating_sub(self.now))
    }

    /// The exercise that comes next; `None` where nothing else is left.
    pub fn next(&self) -> Option<usize> {
        order::next(
            self.course(),
            &self.material.path,
            &self.progress,
            self.here,
        )
    }

    /// Whether every exercise of the path is done.
    pub fn all_done(&self) -> bool {
        let state = |&index: &usize| order::state_of(self.course(), &self.progress, index);
        self.material
            .path
            .iter()
            .all(|index| state(index) == State::Done)
    }

    /// The reason that is on the screen.
    pub fn reason(&self) -> Option<&Reason> {
        let found = match self.face() {
            Face::Found(found) => found,
            Face::Looking { before, .. } => before?,
            Face::Halted | Face::Nothing => return None,
        };
        match &found.checked.verdict {
            Verdict::NotYet(reasons) => reasons.first(),
            _ => None,
        }
    }

    /// The check has ended with `Passed`, for the bytes on disk.
    pub fn passes(&self) -> bool {
        matches!(self.face(), Face::Found(found) if found.checked.verdict == Verdict::Passed)
    }

    pub(super) fn record_mut(&mut self) -> &mut Record {
        let id = self.material.course.exercises[self.here].id.clone();
        self.progress.exercises.entry(id).or_default()
    }

    /// Says something once, on whatever screen there is.
    pub(super) fn remark(&mut self, remark: Remark) -> Vec<Effect> {
        self.remark = Some(remark);
        vec![Effect::Show]
    }

    /// Goes on with progress that somebody else may have added to. Says what that means for the learner, if anything:
    /// until that is handled, they stay where they are.
    pub fn adopt(&mut self, mut progress: Progress) -> Option<Event> {
        let named = progress.here.as_deref();
        let there = named.and_then(|id| self.course().find(id));
        let exercise = there.filter(|there| *there != self.here);
        progress.here.clone_from(&self.progress.here);
        let changed = progress != self.progress;
        self.progress = progress;
        (changed || exercise.is_some()).then_some(Event::Elsewhere { exercise })
    }

    /// Who goes to an exercise in another terminal comes to it here.
    fn elsewhere(&mut self, exercise: Option<usize>) -> Vec<Effect> {
        let Some(exercise) = exercise.filter(|exercise| *exercise != self.here) else {
            return vec![Effect::Show];
        };
        let effects = self.enter(exercise);
        self.remark = Some(Remark::Moved);
        effects
    }

    fn drawn(&mut self, pages: usize) -> Vec<Effect> {
        self.pages = pages.max(1);
        Vec::new()
    }

    fn input_ended(&mut self) -> Vec<Effect> {
        self.closing = true;
        if self.running.is_some() {
            Vec::new()
        } else {
            self.quit()
        }
    }

    pub(super) fn quit(&mut self) -> Vec<Effect> {
        self.over = true;
        let mut effects = Vec::new();
        if let Some(running) = self.running.take() {
            effects.push(Effect::CancelCheck { run: running.run });
        }
        self.count_time();
        effects.extend([Effect::SaveProgress, Effect::Quit]);
        effects
    }
}
