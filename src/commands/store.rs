//! Progress on the disk. Every change is made to what the file holds at that moment, under a lock, so that two processes
//! lose nothing to each other; what cannot be saved is kept in memory and tried again with the next change.

use std::fmt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::desk::Desk;
use super::place::{self, Kind, Place};
use crate::course::model::Course;
use crate::session::progress::{Progress, Timestamp};
use crate::session::progress_text::{self, ProgressError};
use crate::system::clock;
use crate::system::files::{
    self, Lock, Locking, PathTrouble, ReadTrouble, TempFolder, WriteTrouble,
};
use crate::view::keeping::{self, Notice};
use crate::view::text::Line;

/// Where progress is kept, below the folder.
pub const FILE: &str = ".tutor/progress.toml";
const COPY: &str = ".tutor/progress.toml.bak";
const LOCK: &str = ".tutor/progress.lock";

/// Where the checks of a folder build, below it.
const BUILD: &str = ".tutor/build";

/// The course that a command is for, and the progress in it; what is odd is said.
pub fn open(desk: &Desk) -> anyhow::Result<(Place, Store)> {
    let place = place::open(desk)?;
    let (store, notices) = Store::open(&place, desk.now);
    tell(desk, &notices)?;
    Ok((place, store))
}

/// The id of the course that the progress in a folder belongs to, if there is any that can be read.
pub fn course_of(root: &Path) -> Option<String> {
    let (_, progress) = read(root, FILE).ok().flatten()?;
    Some(progress.course).filter(|id| !id.is_empty())
}

pub fn tell(desk: &Desk, notices: &[Notice]) -> anyhow::Result<()> {
    let lines: Vec<Line> = notices.iter().map(keeping::notice).collect();
    desk.notice(&lines)
}

/// Progress of a whole class would fit.
const MOST: u64 = 64 << 20;
const PATIENCE: Duration = Duration::from_secs(2);

pub struct Store {
    root: PathBuf,
    kind: Kind,
    course: String,
    /// Former ids of exercises, and what they are called now.
    renamed: Vec<(String, String)>,
    progress: Progress,
    /// What the file held when it was last read or written.
    saved: Progress,
    /// The file is not ours to write.
    left_alone: bool,
    /// Said already.
    told: Vec<Notice>,
}

impl Store {
    /// Reads the progress in a folder; the notices say what was not as usual.
    pub fn open(place: &Place, now: Timestamp) -> (Store, Vec<Notice>) {
        let empty = Progress {
            course: place.course.id.clone(),
            ..Progress::default()
        };
        let mut store = Store {
            root: place.root.clone(),
            kind: place.kind,
            course: place.course.id.clone(),
            renamed: renamed(&place.course),
            progress: empty.clone(),
            saved: empty,
            left_alone: false,
            told: Vec::new(),
        };
        let mut notices = store.read(now);
        notices.extend(store.gone(place));
        (store, notices)
    }

    /// What is on the disk, with the changes that are not there yet. Exercises go by the ids that they have now.
    pub fn progress(&self) -> &Progress {
        &self.progress
    }

    /// Makes a change and saves it. Never fails: the notices say if it could not be saved, each once.
    pub fn change(&mut self, change: impl FnOnce(&mut Progress)) -> Vec<Notice> {
        change(&mut self.progress);
        if self.left_alone || self.progress == self.saved {
            return Vec::new();
        }
        let notices = self.save();
        notices
            .into_iter()
            .filter(|notice| self.is_news(notice))
            .collect()
    }

    /// Looks at what others have written since, and puts `ours`, what this process has by now, upon it. Writes nothing.
    pub fn catch_up(&mut self, ours: &Progress) {
        self.progress.clone_from(ours);
        if self.left_alone {
            return;
        }
        // What cannot be read is told when it is to be written.
        if let Ok(Some((_, theirs))) = self.current()
            && theirs != self.saved
        {
            let mut merged = progress_text::merge(&self.saved, ours, &theirs);
            self.by_their_ids(&mut merged);
            self.progress = merged;
            self.saved = theirs;
        }
    }

    fn is_news(&mut self, notice: &Notice) -> bool {
        let news = !self.told.contains(notice);
        if news {
            self.told.push(notice.clone());
        }
        news
    }

    fn read(&mut self, now: Timestamp) -> Vec<Notice> {
        let (found, notice) = match self.current() {
            Ok(Some((_, progress))) => (Some(progress), None),
            Ok(None) => self.missing(),
            Err(Unreadable::Corrupt(what)) => self.corrupt(what, now),
            Err(Unreadable::LeaveAlone(why)) => {
                self.left_alone = true;
                let file = FILE.to_owned();
                (None, Some(Notice::LeftAlone { file, why }))
            }
        };
        if let Some(mut found) = found {
            self.saved.clone_from(&found);
            self.by_their_ids(&mut found);
            self.progress = found;
        }
        notice.into_iter().collect()
    }

    /// The exercise that the learner was at may have left the course. Its record stays.
    fn gone(&self, place: &Place) -> Option<Notice> {
        let was = self.progress.here.as_ref()?;
        let now = &place.course.exercises[place.current(&self.progress)];
        place.course.find(was).is_none().then(|| Notice::Gone {
            was: was.clone(),
            now: now.id.clone(),
        })
    }

    /// The file's bytes and what they say; none where there is no file.
    fn current(&self) -> Result<Option<(Vec<u8>, Progress)>, Unreadable> {
        read(&self.root, FILE)
    }

    /// Never written, or lost between two renames by something else than `tutor`: the copy tells.
    fn missing(&self) -> (Option<Progress>, Option<Notice>) {
        let file = FILE.to_owned();
        match read(&self.root, COPY) {
            Ok(Some((_, progress))) => (Some(progress), Some(Notice::CopyServes { file })),
            _ => (None, None),
        }
    }

    fn corrupt(&mut self, what: String, now: Timestamp) -> (Option<Progress>, Option<Notice>) {
        let kept_as = format!(".tutor/progress.corrupt-{}.toml", clock::stamp(now));
        if let Err(error) = files::rename(&self.root.join(FILE), &self.root.join(&kept_as)) {
            self.left_alone = true;
            let file = FILE.to_owned();
            let why = format!("it could not be read ({what}), nor moved away ({error})");
            return (None, Some(Notice::LeftAlone { file, why }));
        }
        let copy = read(&self.root, COPY).ok().flatten();
        let notice = Notice::Recovered {
            what,
            kept_as,
            from_copy: copy.is_some(),
        };
        (copy.map(|(_, progress)| progress), Some(notice))
    }

    fn save(&mut self) -> Vec<Notice> {
        if let Err(why) = own_folder(&self.root, self.kind) {
            return vec![Notice::NotSaved { why }];
        }
        let about = format!("tutor, process {}", std::process::id());
        let lock = Lock::take(&self.root.join(LOCK), &about, PATIENCE);
        let mut notices = Vec::new();
        if let Locking::Busy { holder } = &lock {
            notices.push(Notice::LockBusy {
                holder: holder.clone(),
            });
        }
        if let Err(why) = self.write() {
            notices.push(Notice::NotSaved { why });
        }
        drop(lock);
        notices
    }

    /// Puts what changed here upon what the file holds now. Where it holds nothing, memory is what counts.
    fn write(&mut self) -> Result<(), String> {
        let (bytes, mut merged) = match self.current() {
            Ok(Some((bytes, theirs))) => {
                let merged = progress_text::merge(&self.saved, &self.progress, &theirs);
                (Some(bytes), merged)
            }
            Ok(None) => (None, self.progress.clone()),
            Err(Unreadable::Corrupt(why) | Unreadable::LeaveAlone(why)) => return Err(why),
        };
        self.by_their_ids(&mut merged);
        let text = progress_text::write(&merged, bytes.as_deref());
        let text = text.map_err(|error| error.to_string())?;
        if let Some(bytes) = bytes {
            self.put(COPY, &bytes)?;
        }
        self.put(FILE, text.as_bytes())?;
        self.saved.clone_from(&merged);
        self.progress = merged;
        Ok(())
    }

    /// A renamed exercise takes its record along.
    fn by_their_ids(&self, progress: &mut Progress) {
        progress.course.clone_from(&self.course);
        for (old, new) in &self.renamed {
            if progress.here.as_ref() == Some(old) {
                progress.here = Some(new.clone());
            }
            if !progress.exercises.contains_key(new)
                && let Some(record) = progress.exercises.remove(old)
            {
                progress.exercises.insert(new.clone(), record);
            }
        }
    }

    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), String> {
        let place = own_path(&self.root, path)?;
        let written = files::write_atomic(&place, bytes);
        written.map_err(|WriteTrouble { why, .. }| format!("{path} cannot be written, {why}"))
    }
}

/// Where something of ours lies in a folder. Not behind a link: the folder may be a stranger's, and what is there is
/// nobody's business of ours. A clause says so.
pub fn own_path(root: &Path, path: &str) -> Result<PathBuf, String> {
    files::inside(root, path).map_err(|trouble| match trouble {
        PathTrouble::Link { link, .. } => {
            let link = link.strip_prefix(root).unwrap_or(&link);
            format!("{} is a link to another place", link.display())
        }
        leaves @ PathTrouble::Leaves { .. } => leaves.to_string(),
    })
}

/// Makes `.tutor`. In a course folder it hides itself from git: what is in it is nobody's but the author's.
pub fn own_folder(root: &Path, kind: Kind) -> Result<(), String> {
    let folder = own_path(root, ".tutor")?;
    files::make_folder(&folder)
        .map_err(|error| format!("the folder .tutor cannot be made, {error}"))?;
    let ignored = folder.join(".gitignore");
    if kind == Kind::Course && !files::exists(&ignored) {
        let written = files::write_atomic(&ignored, b"*\n");
        written.map_err(|trouble| trouble.to_string())?;
    }
    Ok(())
}

/// Makes the folder that checks build in, and sees that it can be written to: a folder that is there may still be one
/// that can only be read. An error is a clause with the reason.
pub fn build_folder(root: &Path, kind: Kind) -> Result<PathBuf, String> {
    let folder = own_path(root, BUILD)?;
    if folder.to_str().is_none() {
        return Err("the course's folder has a name that compilers cannot read".to_owned());
    }
    let closed = |why: &dyn fmt::Display| format!("the folder .tutor cannot be written to: {why}");
    files::make_folder(&folder).map_err(|error| closed(&error))?;
    own_folder(root, kind).map_err(|why| closed(&why))?;
    TempFolder::new_in(&folder, "try-").map_err(|error| closed(&error))?;
    Ok(folder)
}

fn renamed(course: &Course) -> Vec<(String, String)> {
    let current = |id: &String| course.exercises.iter().any(|exercise| exercise.id == *id);
    let pairs = course.exercises.iter().flat_map(|exercise| {
        let formerly = exercise.formerly.iter().filter(|id| !current(id));
        formerly.map(|old| (old.clone(), exercise.id.clone()))
    });
    pairs.collect()
}

enum Unreadable {
    /// It makes no sense; a clause with the reason.
    Corrupt(String),
    /// It is somebody else's business.
    LeaveAlone(String),
}

fn read(root: &Path, path: &str) -> Result<Option<(Vec<u8>, Progress)>, Unreadable> {
    let place = own_path(root, path).map_err(Unreadable::LeaveAlone)?;
    let bytes = match files::read_bounded(&place, MOST) {
        Ok(bytes) => bytes,
        Err(ReadTrouble::Missing) => return Ok(None),
        Err(trouble) => return Err(Unreadable::LeaveAlone(format!("it {trouble}"))),
    };
    match progress_text::read(&bytes) {
        Ok(progress) => Ok(Some((bytes, progress))),
        Err(error @ ProgressError::Corrupt { .. }) => Err(Unreadable::Corrupt(error.to_string())),
        Err(error) => Err(Unreadable::LeaveAlone(error.to_string())),
    }
}
