//! What a sitting wants done, done.

use super::super::checker::{self, Checker};
use super::super::editor;
use super::super::release;
use super::super::reset::{self, Reset};
use super::super::review;
use super::super::stop::Stop;
use super::table::{Message, Table};
use crate::session::editor::Spot;
use crate::session::event::{Bytes, Effect, Event, Run};
use crate::system::process::Cancel;
use crate::system::{clock, environment, toolchain};
use crate::view::keeping;

impl Table<'_, '_> {
    /// Does one thing; what came of it is told as an event.
    pub(super) fn perform(&mut self, effect: Effect) -> anyhow::Result<Vec<Event>> {
        let events = match effect {
            Effect::Enter { exercise } => {
                let files = &self.place.course.exercises[exercise].files;
                let bytes = self.watcher.retarget(files);
                vec![Event::Entered { exercise, bytes }]
            }
            Effect::StartCheck { run, exercise } => self.start(run, exercise).into_iter().collect(),
            Effect::CancelCheck { run } => {
                self.waiting.take_if(|(waiting, _)| *waiting == run);
                if let Some((_, cancel)) = self.running.take_if(|(running, _)| *running == run) {
                    cancel.cancel();
                }
                Vec::new()
            }
            Effect::SaveProgress => self.save().into_iter().collect(),
            // What is asked again is no part of what an editor builds.
            Effect::WriteManifest if !self.asked.is_empty() => Vec::new(),
            Effect::WriteManifest => {
                let written = release::manifest(self.place, self.sitting.progress());
                failed(written, "show the editor what is current")
                    .into_iter()
                    .collect()
            }
            Effect::ReleaseSolution { exercise } => self.release(exercise),
            Effect::ReadSolution { exercise } => vec![self.solution(exercise)],
            Effect::OpenEditor { exercise, line } => self.open_editor(exercise, line),
            Effect::OpenDocs { page } => self.open_docs(&page),
            Effect::Explain { code } => {
                self.explain(code);
                Vec::new()
            }
            Effect::Reset { exercise } => vec![self.reset(exercise)],
            // The loop does these itself.
            Effect::Show | Effect::Quit => Vec::new(),
        };
        Ok(events)
    }

    /// Starts a check now; later, if the compiler is not ready yet, or has become another one.
    fn start(&mut self, run: Run, exercise: usize) -> Option<Event> {
        if let Some(outdated) = self.checker.take_if(|checker| checker.is_stale()) {
            self.outdated = Some(outdated);
            self.get_ready();
        }
        let Some(checker) = self.checker.clone() else {
            self.waiting = Some((run, exercise));
            return None;
        };
        Some(self.start_with(checker, run, exercise))
    }

    /// Reads the files now, and judges them in a thread of their own.
    pub(super) fn start_with(&mut self, checker: Checker, run: Run, exercise: usize) -> Event {
        let place = self.place;
        let exercise = &place.course.exercises[exercise];
        let files = checker::read(&place.root, exercise);
        let bytes = Bytes(checker::hash(&files));
        let cancel = Cancel::new();
        if let Some((_, before)) = self.running.replace((run, cancel.clone())) {
            before.cancel();
        }
        let send = self.send.clone();
        let told = bytes.clone();
        self.scope.spawn(move || {
            let text = checker::main_text(&files);
            let checked = checker.check(exercise, files, &cancel);
            // Nobody listens any more: the sitting is over.
            let _ = send.send(Message::Checked {
                run,
                bytes: told,
                text,
                checked: Box::new(checked),
            });
        });
        Event::CheckBegan { run, bytes }
    }

    /// Another process may have progress of its own: what comes of both is what the sitting goes on with.
    fn save(&mut self) -> Option<Event> {
        let ours = self.sitting.progress().clone();
        let answers = self.sitting.answers();
        let reviewing = !self.asked.is_empty();
        let notices = self.store.change(|progress| match reviewing {
            true => review::record(progress, &answers),
            false => *progress = ours,
        });
        self.told.extend(notices.iter().map(keeping::notice));
        if reviewing {
            return None;
        }
        self.sitting.adopt(self.store.progress().clone())
    }

    fn release(&mut self, exercise: usize) -> Vec<Event> {
        let released = match self.asked {
            [] => release::solution(self.place, exercise).map(drop),
            _ => Ok(()),
        };
        let mut events = vec![self.solution(exercise)];
        events.extend(failed(released, "put our solution into your folder"));
        events
    }

    fn solution(&self, exercise: usize) -> Event {
        let text = match self.asked.get(exercise) {
            Some(asked) => Some(asked.solution.clone()),
            None => release::solution_text(self.place, exercise),
        };
        Event::Solution { exercise, text }
    }

    fn explain(&self, code: String) {
        let (send, folder) = (self.send.clone(), self.place.root.clone());
        self.scope.spawn(move || {
            let text = toolchain::find(&environment::variable, &folder)
                .and_then(|toolchain| toolchain::explain(&toolchain, &code, &folder))
                .map_err(|fault| format!("{} {}", fault.what, fault.remedy));
            let _ = send.send(Message::Explained { code, text });
        });
    }

    fn reset(&self, exercise: usize) -> Event {
        let now = clock::now();
        let put_back = match self.asked.get(exercise) {
            Some(asked) => review::put_back(self.place, asked, now),
            None => reset::put_back(self.place, exercise, now),
        };
        match put_back {
            Ok(Reset::Done { kept }) => Event::WasReset {
                kept: kept.first().map(|backup| backup.path.clone()),
            },
            Ok(Reset::Untouched) => Event::WasReset { kept: None },
            Ok(Reset::NoFirstCopy) => Event::Failed {
                words:
                    "Nobody knows how this exercise was at first: it was begun before tutor saw it."
                        .to_owned(),
            },
            Err(error) => Event::Failed {
                words: format!("The file could not be put back: {error:#}."),
            },
        }
    }

    fn open_editor(&mut self, exercise: usize, line: Option<usize>) -> Vec<Event> {
        let root = &self.place.root;
        let path = root.join(self.place.course.exercises[exercise].main_file());
        let spot = Spot {
            path: &path,
            line,
            column: None,
        };
        let surface = &mut self.surface;
        let opened = editor::open(self.desk, root, spot, |work| surface.outside(work));
        // The window may be an empty one now.
        let event = opened.map_or_else(|words| Event::Failed { words }, |()| Event::Resized);
        vec![event]
    }

    fn open_docs(&mut self, page: &str) -> Vec<Event> {
        let words = format!("To read it, offline: rustup doc --path, then {page}.");
        vec![Event::Failed { words }]
    }
}

/// A sentence for what did not work; `None` where it did.
fn failed(outcome: anyhow::Result<()>, what: &str) -> Option<Event> {
    let error = outcome.err()?;
    let why = match error.downcast_ref::<Stop>() {
        Some(stop) => stop.to_string(),
        None => format!("{error:#}"),
    };
    Some(Event::Failed {
        words: format!("tutor could not {what}: {why}."),
    })
}
