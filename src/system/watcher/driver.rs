//! The thread around the core: it waits, asks the disk, and tells.

use std::fs;
use std::iter;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use super::core::{Act, Core, Event, Hint, LOOK_ALONE};
use super::disk::{self, Files};
use super::native::{self, Native};
use super::{Mode, Settings, Told, folder_of};
use crate::session::event::Bytes;

/// How long the system is given to tell of a file that we made ourselves.
const PROBE: Duration = Duration::from_millis(250);

/// How many messages are taken before the time is looked at again.
const MOST_AT_ONCE: usize = 256;

pub(super) enum Message {
    Heard(notify::Result<notify::Event>),
    Retarget {
        files: Vec<String>,
        answer: Sender<Bytes>,
    },
    Stop,
}

pub(super) struct Driver<T: Fn(Told)> {
    settings: Settings,
    outbox: Sender<Message>,
    tell: T,
    started: Instant,
    core: Core,
    files: Files,
    native: Native,
    /// Why nothing is heard, if that is so.
    deaf: Option<String>,
    /// It was only concluded that nothing is heard: an event proves the contrary.
    silent: bool,
    probe: Option<Probe>,
    /// The folder of the files was not there when it was looked for last.
    gone: Option<PathBuf>,
    mode: Mode,
}

/// A file of ours, of which the system should tell.
struct Probe {
    file: PathBuf,
    until: Duration,
}

impl<T: Fn(Told)> Driver<T> {
    pub(super) fn new(settings: Settings, outbox: Sender<Message>, tell: T) -> Driver<T> {
        Driver {
            core: Core::new(Bytes(String::new()), Duration::ZERO),
            settings,
            outbox,
            tell,
            started: Instant::now(),
            files: Files::default(),
            native: Native::default(),
            deaf: None,
            silent: false,
            probe: None,
            gone: None,
            mode: Mode::Listening,
        }
    }

    pub(super) fn run(mut self, inbox: &Receiver<Message>) {
        self.begin_to_listen();
        loop {
            let due = self
                .probe
                .as_ref()
                .map_or(self.core.due(), |probe| probe.until.min(self.core.due()));
            let first = inbox.recv_timeout(due.saturating_sub(self.now()));
            let others = iter::repeat_with(|| inbox.recv_timeout(Duration::ZERO));
            // Many hints are one. Not without end: they may come as fast as they are taken.
            for next in iter::once(first).chain(others).take(MOST_AT_ONCE) {
                match next {
                    Ok(Message::Stop) | Err(RecvTimeoutError::Disconnected) => {
                        return self.end_probe();
                    }
                    Ok(message) => self.take(message),
                    Err(RecvTimeoutError::Timeout) => break,
                }
            }
            self.act();
        }
    }

    fn now(&self) -> Duration {
        self.started.elapsed()
    }

    fn take(&mut self, message: Message) {
        match message {
            Message::Heard(Ok(event)) => self.hear(&event),
            Message::Heard(Err(_)) => self.hint(Hint::Complete),
            Message::Retarget { files, answer } => {
                let _ = answer.send(self.retarget(files));
            }
            Message::Stop => {}
        }
    }

    fn hear(&mut self, event: &notify::Event) {
        if let Some(hint) = native::hint(event, &self.files.places) {
            self.hint(hint);
            if std::mem::take(&mut self.silent) {
                self.listens(None);
            }
        }
        let ours = |probe: &Probe| event.paths.contains(&probe.file);
        if self.probe.as_ref().is_some_and(ours) {
            self.end_probe();
            self.listens(None);
        }
    }

    fn hint(&mut self, hint: Hint) {
        let now = self.now();
        self.core.step(Event::Hint(hint), now);
    }

    fn retarget(&mut self, names: Vec<String>) -> Bytes {
        self.files = Files::new(&self.settings.root, names);
        self.listen_to_folders();
        let bytes = disk::read(&self.settings.root, &self.files.names).bytes;
        let now = self.now();
        self.core.step(
            Event::Retarget {
                bytes: bytes.clone(),
            },
            now,
        );
        bytes
    }

    /// Asks the core what is to be done until it wants nothing more.
    fn act(&mut self) {
        let now = self.now();
        if self.probe.as_ref().is_some_and(|probe| probe.until <= now) {
            self.end_probe();
            self.silent = true;
            self.listens(Some("the system does not tell of changes here".to_owned()));
        }
        let mut wanted = self.core.step(Event::Time, now);
        while let Some(act) = wanted {
            let answer = match act {
                Act::Look => self.look(),
                Act::Read { sure } => self.read(sure),
                Act::Tell(bytes) => {
                    (self.tell)(Told::Changed(bytes));
                    return;
                }
            };
            let now = self.now();
            wanted = self.core.step(answer, now);
        }
    }

    fn look(&mut self) -> Event {
        self.find_folders();
        Event::Looked {
            changed: self.files.look(),
        }
    }

    fn read(&mut self, sure: bool) -> Event {
        self.files.look();
        let reading = disk::read(&self.settings.root, &self.files.names);
        Event::Read {
            bytes: reading.bytes,
            doubtful: reading.doubtful,
            sure,
        }
    }

    /// A folder may have been moved away, and another one put in its place.
    fn find_folders(&mut self) {
        match self.native.arm() {
            Ok(true) => self.hint(Hint::Other),
            Ok(false) => {}
            // Why is known better from when it began.
            Err(why) if self.deaf.is_none() => self.listens(Some(why)),
            Err(_) => {}
        }
        let missing = self
            .files
            .places
            .first()
            .map(|file| folder_of(file))
            .filter(|folder| !folder.is_dir());
        let missing = missing.map(Path::to_owned);
        // Once may be the moment of a rename.
        let twice = missing.is_some() && missing == self.gone;
        let back = missing.is_none() && self.gone.is_some();
        self.gone = missing;
        if twice || back {
            self.say_mode();
        }
    }

    fn begin_to_listen(&mut self) {
        if self.settings.only_look {
            return self.listens(Some("it was told to look only".to_owned()));
        }
        match Native::start(self.outbox.clone()) {
            Ok(native) => self.native = native,
            Err(why) => return self.listens(Some(why)),
        }
        #[cfg(target_os = "linux")]
        if let Some(name) = super::suspect::name(&self.settings.root) {
            self.listens(Some(format!(
                "this disk ({name}) does not tell of all changes"
            )));
        }
        self.begin_probe();
        self.listen_to_folders();
        if let Some(probe) = &self.probe {
            let _ = fs::write(&probe.file, "");
        }
    }

    fn listen_to_folders(&mut self) {
        let of_files = self
            .files
            .places
            .iter()
            .map(|file| folder_of(file).to_owned());
        let of_probe = self
            .probe
            .iter()
            .map(|probe| folder_of(&probe.file).to_owned());
        let mut folders: Vec<PathBuf> = of_files.chain(of_probe).collect();
        folders.dedup();
        if let Err(why) = self.native.want(folders)
            && self.deaf.is_none()
        {
            self.listens(Some(why));
        }
    }

    fn begin_probe(&mut self) {
        let ours = self
            .settings
            .ours
            .as_ref()
            .filter(|folder| self.deaf.is_none() && folder.is_dir());
        if let Some(folder) = ours {
            let file = folder.join(format!(".heard-{}", std::process::id()));
            let until = self.now() + PROBE;
            self.probe = Some(Probe { file, until });
        }
    }

    fn end_probe(&mut self) {
        if let Some(probe) = self.probe.take() {
            let _ = fs::remove_file(&probe.file);
            self.listen_to_folders();
        }
    }

    /// Whether changes are told from now on; if not, why.
    fn listens(&mut self, deaf: Option<String>) {
        let now = self.now();
        self.core.step(Event::Hearing(deaf.is_none()), now);
        self.deaf = deaf;
        self.say_mode();
    }

    fn say_mode(&mut self) {
        let mode = match (&self.gone, &self.deaf) {
            (Some(folder), _) => Mode::Gone {
                folder: folder.clone(),
            },
            (None, Some(why)) => Mode::Looking {
                every: LOOK_ALONE,
                why: why.clone(),
            },
            (None, None) => Mode::Listening,
        };
        if mode != self.mode {
            self.mode = mode.clone();
            (self.tell)(Told::Mode(mode));
        }
    }
}
