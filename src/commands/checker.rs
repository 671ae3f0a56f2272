//! From a folder to verdicts: the recipe that `check` and `watch` share.
//!
//! [`Checker::open`] asks for consent where that is needed, finds the compiler and builds what every check links.
//! Then [`read`] takes an exercise's files from a folder, and [`Checker::check`] judges them.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context;

use super::desk::Desk;
use super::parts::{self, Files};
use super::place::{self, Kind, Place};
use super::source::Source;
use super::stop::Stop;
use super::{consent, digest, store, verdict_key};
use crate::check::verdict::{Checked, Fault};
use crate::course::model::{Course, Exercise};
use crate::course::{SUPPORT, crates};
use crate::engine::{Answer, AnswerFile, Brought, Engine, Setup};
use crate::system::files::{self, TempFolder};
use crate::system::process::Cancel;
use crate::system::toolchain::{self, Fingerprint, Toolchain};
use crate::system::{cache, environment, scratch};
use crate::view::faults;
use crate::view::text::Line;

/// The first Rust that knows the edition of the crates that every check links.
const LEAST: (u32, u32) = (1, 85);

/// The largest file of an exercise that is read; far more than one may have.
const MOST_TEXT: u64 = 16 << 20;

/// Judges answers to the exercises of one course. Cheap to clone, and to share between threads.
#[derive(Clone)]
pub struct Checker(Arc<Bench>);

struct Bench {
    engine: Engine,
    locked: Locked,
    /// A number for all that every verdict depends on.
    common: String,
    /// The compiler, and how its files looked before anything was built with it.
    toolchain: Toolchain,
    fingerprint: Fingerprint,
    /// Kept as long as we build there.
    _build: BuildFolder,
}

/// Where the course's own text lies.
enum Locked {
    /// In a course's own folder: an answer brings its own tests.
    InTheAnswer(PathBuf),
    /// In the copy that a learner's folder has of it.
    Folder(PathBuf),
    Memory(Files),
}

impl Checker {
    /// For the folder that a command works in. Stops where the user says no to a course that is not built in, and
    /// where the machine lacks something.
    pub fn open(desk: &Desk, place: &Place, cancel: &Cancel) -> anyhow::Result<Checker> {
        consent::demand(desk, place)?;
        let checker = Checker::without_asking(place, cancel)?;
        desk.notice(&checker.old_rust())?;
        Ok(checker)
    }

    /// The same, where the user has said yes before.
    pub fn without_asking(place: &Place, cancel: &Cancel) -> anyhow::Result<Checker> {
        Checker::of(place, BuildFolder::of(place)?, &place.root, cancel)
    }

    fn of(
        place: &Place,
        build: BuildFolder,
        home: &Path,
        cancel: &Cancel,
    ) -> anyhow::Result<Checker> {
        let (course, locked) = (&place.course, Locked::of(place));
        Ok(Checker::new(course, locked, build, home, cancel)?)
    }

    /// The same for somebody who believes nothing in the folder but the course with this digest: what was built there
    /// before is not used either, nor a compiler that a file there chooses.
    pub fn of_digest(place: &Place, wanted: &str, cancel: &Cancel) -> anyhow::Result<Checker> {
        consent::demand_digest(wanted, &digest::of_place(place))?;
        let home = consent::neutral_folder(&place.root);
        Checker::of(place, BuildFolder::elsewhere()?, &home, cancel)
    }

    /// For files of ours that no course has, such as those of a review: `locked` says what they were at first.
    pub fn of_texts(place: &Place, locked: Files, cancel: &Cancel) -> anyhow::Result<Checker> {
        let (build, locked) = (BuildFolder::of(place)?, Locked::Memory(locked));
        Ok(Checker::new(
            &place.course,
            locked,
            build,
            &place.root,
            cancel,
        )?)
    }

    /// For answers in folders of others, judged by this course's own tests. Nothing is written to those folders.
    pub fn marking(desk: &Desk, source: Source, cancel: &Cancel) -> anyhow::Result<Checker> {
        let Source { course, files } = source;
        let build = BuildFolder::elsewhere()?;
        let locked = Locked::Memory(files);
        Ok(Checker::new(&course, locked, build, &desk.here, cancel)?)
    }

    /// `home`: the folder whose toolchain is meant.
    fn new(
        course: &Course,
        locked: Locked,
        build: BuildFolder,
        home: &Path,
        cancel: &Cancel,
    ) -> Result<Checker, Stop> {
        let toolchain = toolchain::find(&environment::variable, home).map_err(Stop::broken)?;
        let fingerprint = toolchain.fingerprint();
        let setup = setup(course, &locked, &build.path, &toolchain).map_err(Stop::broken)?;
        let common = verdict_key::common(&setup);
        let engine = Engine::new(setup, cancel).map_err(Stop::broken)?;
        let bench = Bench {
            engine,
            locked,
            common,
            toolchain,
            fingerprint,
            _build: build,
        };
        Ok(Checker(Arc::new(bench)))
    }

    /// What is to be said where the compiler is older than those that tutor is tested with. It is not refused: most
    /// exercises do not mind.
    pub fn old_rust(&self) -> Vec<Line> {
        let tested = env!("CARGO_PKG_RUST_VERSION");
        let toolchain = &self.0.toolchain;
        let old = is_old(toolchain).then(|| faults::old_rust(&toolchain.release, tested));
        Vec::from_iter(old)
    }

    /// The verdict on these files, which [`read`] has read, or a caller has in memory.
    pub fn check(&self, exercise: &Exercise, files: Vec<AnswerFile>, cancel: &Cancel) -> Checked {
        self.0.engine.check(&self.answer(exercise, files), cancel)
    }

    /// Whether another compiler stands there by now, or another one is meant: what was built for this one does not fit
    /// any more. Costs some looks at files.
    pub fn is_stale(&self) -> bool {
        self.0.toolchain.fingerprint() != self.0.fingerprint
    }

    /// Whether that begins with a build of the crates of others.
    pub fn has_to_build(&self, exercise: &Exercise, files: Vec<AnswerFile>) -> bool {
        self.0.engine.has_to_build(&self.answer(exercise, files))
    }

    fn answer<'a>(&self, exercise: &'a Exercise, files: Vec<AnswerFile>) -> Answer<'a> {
        let starter = self.starter(exercise, &files);
        let mutants = self.locked(&parts::mutants(exercise));
        Answer {
            exercise,
            files,
            starter: text(starter).unwrap_or_default(),
            mutants: text(mutants),
        }
    }

    /// A number for all that the verdict on these files depends on.
    pub fn key(&self, exercise: &Exercise, files: &[AnswerFile]) -> String {
        let entry = verdict_key::entry(exercise);
        let starter = self.starter(exercise, files).unwrap_or_default();
        let mutants = self.locked(&parts::mutants(exercise)).unwrap_or_default();
        let files = hash(files);
        let texts = [&self.0.common, &entry, &files].map(|text| text.as_bytes());
        cache::hash(&[texts[0], texts[1], texts[2], &starter, &mutants])
    }

    fn starter(&self, exercise: &Exercise, files: &[AnswerFile]) -> Option<Vec<u8>> {
        match &self.0.locked {
            Locked::InTheAnswer(_) => files.first().and_then(|file| file.bytes.clone()),
            _ => self.locked(exercise.main_file()),
        }
    }

    /// One of the course's own files.
    pub fn locked(&self, path: &str) -> Option<Vec<u8>> {
        self.0.locked.read(path)
    }
}

fn setup(
    course: &Course,
    locked: &Locked,
    folder: &Path,
    toolchain: &Toolchain,
) -> Result<Setup, Fault> {
    if toolchain.numbers().is_some_and(|found| found < LEAST) {
        return Err(too_old(toolchain));
    }
    let temp = folder.join("tmp");
    files::make_folder(&temp).map_err(|error| unwritable(&temp, &error))?;
    let support = locked.read(SUPPORT);
    Ok(Setup {
        tools: toolchain.tools(&temp),
        build: course.build.clone(),
        format: course.format,
        support: support.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()),
        brought: brought(course, locked),
        folder: folder.to_owned(),
    })
}

/// What a course in a folder brings for the crates of others.
pub fn brought_from(course: &Course, root: &Path) -> Brought {
    brought(course, &Locked::Folder(root.to_owned()))
}

/// Nothing is looked for where a course has no crates of others.
fn brought(course: &Course, locked: &Locked) -> Brought {
    if course.build.dependencies.is_empty() {
        return Brought::default();
    }
    let lock = locked.read(parts::lock(course));
    let files = crates::local_files(&course.build, &locked.paths(course));
    let files = files.into_iter().filter_map(|path| {
        let bytes = locked.read(&path)?;
        Some((path, bytes))
    });
    Brought {
        lock: lock.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()),
        files: files.collect(),
    }
}

impl Locked {
    fn of(place: &Place) -> Locked {
        let root = place.text_root();
        match place.kind {
            Kind::Learner => Locked::Folder(root),
            Kind::Course => Locked::InTheAnswer(root),
        }
    }

    fn read(&self, path: &str) -> Option<Vec<u8>> {
        match self {
            Locked::InTheAnswer(root) | Locked::Folder(root) => read_one(root, path),
            Locked::Memory(files) => files.get(path).cloned(),
        }
    }

    fn paths(&self, course: &Course) -> BTreeSet<String> {
        match self {
            Locked::InTheAnswer(root) | Locked::Folder(root) => place::paths(root, course),
            Locked::Memory(files) => files.keys().cloned().collect(),
        }
    }
}

/// The files of an exercise as they are now below `root`, the main one first.
pub fn read(root: &Path, exercise: &Exercise) -> Vec<AnswerFile> {
    let paths = exercise.files.iter();
    paths
        .map(|path| AnswerFile {
            path: path.clone(),
            bytes: read_one(root, path),
        })
        .collect()
}

/// One number for what was read: what a verdict is bound to, and what progress keeps of a done exercise.
pub fn hash(files: &[AnswerFile]) -> String {
    let pieces = files.iter().flat_map(|file| {
        let there: &[u8] = if file.bytes.is_some() { b"+" } else { b"-" };
        let bytes = file.bytes.as_deref().unwrap_or_default();
        [file.path.as_bytes(), there, bytes]
    });
    let pieces: Vec<&[u8]> = pieces.collect();
    cache::hash(&pieces)
}

/// The main file as people read it.
pub fn main_text(files: &[AnswerFile]) -> String {
    let bytes = files.first().and_then(|file| file.bytes.as_deref());
    String::from_utf8_lossy(bytes.unwrap_or_default()).into_owned()
}

/// Where checks build.
struct BuildFolder {
    path: PathBuf,
    /// Where the learner's folder cannot be written to; gone with us.
    _temporary: Option<TempFolder>,
}

impl BuildFolder {
    /// Below the place's folder; where that cannot be written to, or has a name that compilers stumble over, elsewhere.
    fn of(place: &Place) -> anyhow::Result<BuildFolder> {
        let Ok(path) = store::build_folder(&place.root, place.kind) else {
            return BuildFolder::elsewhere();
        };
        scratch::sweep(&path);
        Ok(BuildFolder {
            path,
            _temporary: None,
        })
    }

    fn elsewhere() -> anyhow::Result<BuildFolder> {
        let temporary = TempFolder::new("tutor-check-").context("make a temporary folder")?;
        Ok(BuildFolder {
            path: temporary.path().to_owned(),
            _temporary: Some(temporary),
        })
    }
}

fn read_one(root: &Path, path: &str) -> Option<Vec<u8>> {
    let place = files::inside(root, path).ok()?;
    files::read_bounded(&place, MOST_TEXT).ok()
}

fn text(bytes: Option<Vec<u8>>) -> Option<Arc<str>> {
    bytes.map(|bytes| Arc::from(&*String::from_utf8_lossy(&bytes)))
}

/// Older than those that tutor is tested with.
pub fn is_old(toolchain: &Toolchain) -> bool {
    toolchain.numbers() < toolchain::numbers(env!("CARGO_PKG_RUST_VERSION"))
}

fn too_old(toolchain: &Toolchain) -> Fault {
    let (major, minor) = LEAST;
    Fault {
        what: format!(
            "Rust {} is here, but a check needs {major}.{minor} or newer.",
            toolchain.release
        ),
        remedy: "Run `rustup update`, then start `tutor` again; `tutor doctor` says more."
            .to_owned(),
        detail: format!("the compiler is {}", toolchain.rustc.display()),
    }
}

fn unwritable(folder: &Path, error: &std::io::Error) -> Fault {
    Fault {
        what: format!("tutor cannot write to the folder {}.", folder.display()),
        remedy: "See that there is space on the disk, then try again.".to_owned(),
        detail: error.to_string(),
    }
}
