//! Saves. The current exercise's files are listened to and looked at, in a thread of its own; told is only what is
//! other than before, by its hash.
//!
//! What the system says is a hint and no more: it is lost when a queue overflows, never comes from some file systems,
//! comes twice, and comes for what is no change. So the files are looked at besides, always.

mod core;
mod disk;
mod driver;
mod native;
#[cfg(target_os = "linux")]
mod suspect;

pub use disk::bytes_of;

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::files::canonical;
use crate::session::event::Bytes;
use driver::{Driver, Message};

/// What the watcher has to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// The files are other ones than was told last.
    Changed(Bytes),
    /// It watches in another way from now on.
    Mode(Mode),
}

/// How it watches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mode {
    /// The system tells of changes: there is nothing to say about it.
    Listening,
    /// Only by looking. `why` is a fragment: `this disk (9p) does not tell of all changes`.
    Looking { every: Duration, why: String },
    /// The folder of the files is not there; it is waited for.
    Gone { folder: PathBuf },
}

/// Where and how.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The course or learner's folder.
    pub root: PathBuf,
    /// A folder of ours on the same disk, in which a file may be made to hear whether anything is heard.
    pub ours: Option<PathBuf>,
    /// Do not listen at all.
    pub only_look: bool,
}

/// Watches until it is dropped.
pub struct Watcher {
    messages: Sender<Message>,
    thread: Option<JoinHandle<()>>,
    root: PathBuf,
}

impl Watcher {
    /// Begins with no files: [`Watcher::retarget`] names them. `tell` is called from the watcher's thread.
    pub fn start(
        settings: Settings,
        tell: impl Fn(Told) + Send + 'static,
    ) -> std::io::Result<Watcher> {
        let (messages, inbox) = mpsc::channel();
        // Some systems name what has changed by its true path.
        let root = canonical(&settings.root).unwrap_or(settings.root);
        let settings = Settings {
            root: root.clone(),
            ours: settings.ours.and_then(|ours| canonical(&ours).ok()),
            ..settings
        };
        let outbox = messages.clone();
        let work = move || Driver::new(settings, outbox, tell).run(&inbox);
        let thread = thread::Builder::new().name("watcher".into()).spawn(work)?;
        Ok(Watcher {
            messages,
            thread: Some(thread),
            root,
        })
    }

    /// Watches these files (relative to the root, with `/`) from now on, and no others. Gives what they are now; only
    /// what differs from that is told.
    pub fn retarget(&self, files: &[String]) -> Bytes {
        let (answer, told) = mpsc::channel();
        let files = files.to_vec();
        let message = Message::Retarget {
            files: files.clone(),
            answer,
        };
        let sent = self.messages.send(message);
        let answer = sent.ok().and_then(|()| told.recv().ok());
        answer.unwrap_or_else(|| disk::read(&self.root, &files).bytes)
    }
}

impl Drop for Watcher {
    fn drop(&mut self) {
        let _ = self.messages.send(Message::Stop);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// The folder that a file lies in.
fn folder_of(file: &Path) -> &Path {
    file.parent().unwrap_or(file)
}
