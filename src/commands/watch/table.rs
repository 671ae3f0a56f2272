//! The loop: one thing after another, in one place.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::thread::Scope;
use std::time::Duration;

use super::super::checker::{self, Checker};
use super::super::desk::Desk;
use super::super::exit::Exit;
use super::super::place::Place;
use super::super::review::{self, Asked};
use super::super::store::Store;
use super::surface::{Shown, Surface};
use crate::check::verdict::Checked;
use crate::engine::AnswerFile;
use crate::session::event::{Bytes, Effect, Event, Key, Run};
use crate::session::sitting::Sitting;
use crate::system::clock;
use crate::system::process::Cancel;
use crate::system::terminal::Input;
use crate::system::watcher::{Mode, Told, Watcher};
use crate::view::sitting::{Surroundings, folder_gone, goodbye, looking_every};
use crate::view::text::Line;

/// How often a time on the screen is brought up to date.
const TICK: Duration = Duration::from_secs(1);

/// What comes through the channel.
pub(super) enum Message {
    Input(Input),
    /// A check has ended.
    Checked {
        run: Run,
        bytes: Bytes,
        text: String,
        checked: Box<Checked>,
    },
    Explained {
        code: String,
        text: Result<String, String>,
    },
    Watched(Told),
    /// The progress may be another one now.
    Others,
    /// What every check needs has been built, or cannot be.
    Ready(anyhow::Result<Checker>),
}

/// Everything that a sitting has at hand.
pub(super) struct Table<'scope, 'env> {
    pub desk: &'env Desk,
    pub place: &'env Place,
    /// What a sitting of reviews asks; empty for any other.
    pub asked: &'env [Asked],
    /// None while it is got ready.
    pub checker: Option<Checker>,
    /// The one that was in use before another compiler came, while one for that is got ready.
    pub outdated: Option<Checker>,
    /// The check that waits for it.
    pub waiting: Option<(Run, usize)>,
    pub scope: &'scope Scope<'scope, 'env>,
    pub send: Sender<Message>,
    pub inbox: Receiver<Message>,
    pub store: Store,
    pub sitting: Sitting,
    pub surface: Surface,
    pub watcher: Watcher,
    /// Sees whether another process writes progress.
    pub _others: Watcher,
    pub surroundings: Surroundings,
    /// The check that runs, and how to stop it.
    pub running: Option<(Run, Cancel)>,
    /// Stops whatever else is under way.
    pub ending: Cancel,
    /// What is said when the terminal is free again.
    pub told: Vec<Line>,
}

/// Why the loop ends.
enum End {
    Left,
    Interrupted,
}

impl Table<'_, '_> {
    pub(super) fn run(mut self) -> anyhow::Result<Exit> {
        self.get_ready();
        let end = self.sit();
        self.ending.cancel();
        if let Some((_, cancel)) = self.running.take() {
            cancel.cancel();
        }
        let Table {
            desk,
            sitting,
            surface,
            told,
            ..
        } = self;
        drop(surface);
        desk.notice(&told)?;
        let exit = match end? {
            End::Left => Exit::Passed,
            End::Interrupted => Exit::Interrupted,
        };
        desk.advise(&[goodbye(&sitting)])?;
        Ok(exit)
    }

    /// Finds the compiler and builds what every check links, while the first screen is read.
    pub(super) fn get_ready(&self) {
        let (place, send, ending) = (self.place, self.send.clone(), self.ending.clone());
        let asked = self.asked;
        self.scope.spawn(move || {
            let checker = match asked {
                [] => Checker::without_asking(place, &ending),
                asked => Checker::of_texts(place, review::locked(place, asked), &ending),
            };
            // Nobody listens any more: the sitting is over.
            let _ = send.send(Message::Ready(checker));
        });
    }

    /// Starts the check that has waited.
    fn ready(&mut self, checker: anyhow::Result<Checker>) -> anyhow::Result<Wanted> {
        let checker = match (checker, self.outdated.take()) {
            (Ok(checker), _) => {
                self.told.extend(checker.old_rust());
                checker
            }
            // Somebody may be in the middle of an update: a check says what is missing, and the next one looks again.
            (Err(_), Some(outdated)) => outdated,
            (Err(error), None) => return Err(error),
        };
        self.checker = Some(checker.clone());
        match self.waiting.take() {
            Some((run, exercise)) => {
                let began = self.start_with(checker, run, exercise);
                self.happens(began)
            }
            None => Ok(Wanted::default()),
        }
    }

    fn sit(&mut self) -> anyhow::Result<End> {
        let mut wanted = self.happens(Event::Started)?;
        loop {
            if wanted.show {
                self.show()?;
            }
            if wanted.over {
                return Ok(End::Left);
            }
            wanted = match self.wait() {
                Ok(Message::Input(Input::Interrupted)) => return self.interrupted(),
                Ok(message) => self.take(message)?,
                Err(RecvTimeoutError::Timeout) => self.happens(Event::Tick)?,
                // The keys' thread and we hold a sender each.
                Err(RecvTimeoutError::Disconnected) => return Ok(End::Left),
            };
            while self.surface.skips() {
                let Ok(message) = self.inbox.try_recv() else {
                    break;
                };
                if matches!(message, Message::Input(Input::Interrupted)) {
                    return self.interrupted();
                }
                wanted = wanted.and(self.take(message)?);
            }
        }
    }

    /// The next message; where a time runs on the screen, not for longer than until it has to be drawn anew.
    fn wait(&self) -> Result<Message, RecvTimeoutError> {
        if self.sitting.counts_time() {
            self.inbox.recv_timeout(TICK)
        } else {
            self.inbox
                .recv()
                .map_err(|_| RecvTimeoutError::Disconnected)
        }
    }

    fn interrupted(&mut self) -> anyhow::Result<End> {
        self.happens(Event::Key(Key::Leave))?;
        Ok(End::Interrupted)
    }

    fn take(&mut self, message: Message) -> anyhow::Result<Wanted> {
        match message {
            Message::Input(Input::Key(key)) => self.happens(Event::Key(key)),
            Message::Input(Input::Line(line)) => self.happens(Event::Command(line)),
            Message::Input(Input::Redraw) => {
                self.surface.forget();
                self.happens(Event::Resized)
            }
            Message::Input(Input::Interrupted) => self.happens(Event::Key(Key::Leave)),
            Message::Input(Input::Ended) => self.happens(Event::InputEnded),
            Message::Checked {
                run,
                bytes,
                text,
                checked,
            } => {
                // A save that nobody has told of yet comes first.
                let before = self.look(None)?;
                let event = Event::CheckFinished {
                    run,
                    bytes,
                    text,
                    checked,
                };
                Ok(before.and(self.happens(event)?))
            }
            Message::Explained { code, text } => self.happens(Event::Explained { code, text }),
            Message::Ready(checker) => self.ready(checker),
            Message::Watched(Told::Changed(bytes)) => self.look(Some(&bytes)),
            Message::Others => self.catch_up(),
            Message::Watched(Told::Mode(mode)) => {
                self.surroundings.watching = watching(&mode);
                self.happens(Event::Resized)
            }
        }
    }

    /// Looks whether the files of the exercise are other ones now. `told`: what the watcher believes them to be.
    fn look(&mut self, told: Option<&Bytes>) -> anyhow::Result<Wanted> {
        let exercise = self.sitting.here();
        let files = checker::read(&self.place.root, self.sitting.exercise());
        let bytes = Bytes(checker::hash(&files));
        if is_doubtful(&files) && told != Some(&bytes) {
            return Ok(Wanted::default());
        }
        self.happens(Event::Saved { exercise, bytes })
    }

    /// Goes on with what another process has written into the progress.
    fn catch_up(&mut self) -> anyhow::Result<Wanted> {
        if !self.asked.is_empty() {
            return Ok(Wanted::default());
        }
        self.store.catch_up(self.sitting.progress());
        match self.sitting.adopt(self.store.progress().clone()) {
            Some(event) => self.happens(event),
            None => Ok(Wanted::default()),
        }
    }

    /// Tells the sitting, does what it wants, and tells it what came of that.
    pub(super) fn happens(&mut self, event: Event) -> anyhow::Result<Wanted> {
        let mut wanted = Wanted::default();
        let mut events = vec![event];
        while let Some(event) = events.pop() {
            for effect in self.sitting.handle(event, clock::now()) {
                match effect {
                    Effect::Show => wanted.show = true,
                    Effect::Quit => wanted.over = true,
                    effect => events.extend(self.perform(effect)?),
                }
            }
        }
        Ok(wanted)
    }

    fn show(&mut self) -> anyhow::Result<()> {
        loop {
            match self
                .surface
                .show(&self.sitting, &self.surroundings, &self.place.root)?
            {
                Shown::Pages(pages) => {
                    self.sitting.handle(Event::Drawn { pages }, clock::now());
                    return Ok(());
                }
                Shown::ReadOn => {
                    self.happens(Event::Key(Key::Enter))?;
                }
            }
        }
    }
}

/// Whether an editor may be in the middle of writing: the watcher tells of a file that stays empty, or away.
fn is_doubtful(files: &[AnswerFile]) -> bool {
    let texts = files.iter().map(|file| file.bytes.as_deref());
    texts
        .into_iter()
        .any(|text| text.is_none_or(<[u8]>::is_empty))
}

/// What the screen says of it; nothing where it is as usual.
fn watching(mode: &Mode) -> Option<String> {
    match mode {
        Mode::Listening => None,
        Mode::Looking { every, .. } => Some(looking_every(*every)),
        Mode::Gone { .. } => Some(folder_gone()),
    }
}

/// What is to be done before the next message is waited for.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Wanted {
    show: bool,
    over: bool,
}

impl Wanted {
    fn and(self, other: Wanted) -> Wanted {
        Wanted {
            show: self.show || other.show,
            over: self.over || other.over,
        }
    }
}
