//! The crates of others that a course uses: built by cargo when the first exercise needs them, and kept until they, their
//! lock file or the compiler change. Where they cannot be had, the exercises that need them are skipped.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use crate::check::crates::{self, Built};
use crate::check::job::{End, Ended, Job};
use crate::check::judge;
use crate::check::plan::{Cargo, Tools};
use crate::check::verdict::{Checked, Fault, Verdict};
use crate::course;
use crate::course::model::{Build, Format};
use crate::system::cache;
use crate::system::clock::Stopwatch;
use crate::system::files::{self, Lock, Locking};
use crate::system::process::{self, Cancel};

use super::{Step, compiler};

/// What the course brings for its crates, by paths as in the course's folder.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Brought {
    /// The text of the lock file.
    pub lock: Option<String>,
    /// The files of its own crates.
    pub files: BTreeMap<String, Vec<u8>>,
}

/// Below the engine's folder.
const FOLDER: &str = "dependencies";
/// What is kept of a build, beside it.
const BUILT: &str = "built.json";
const MOST: u64 = 4 << 20;

/// How long another process is waited for before a look whether anybody still waits for us.
const PATIENCE: Duration = Duration::from_millis(200);

pub(super) struct Dependencies {
    tools: Tools,
    exact: bool,
    /// The manifest that cargo is given.
    manifest: String,
    brought: Brought,
    /// What they are built from, as a number.
    key: String,
    home: PathBuf,
    /// A build that was cancelled leaves nothing here.
    found: Mutex<Option<Found>>,
}

/// Built, or why not.
struct Found {
    outcome: Result<Built, String>,
    age: Stopwatch,
}

/// What could not be had is not asked for again at once: many exercises may need it. Later the network may be there.
const AGAIN_AFTER: Duration = Duration::from_secs(30);

/// Why there is nothing to link.
enum Without {
    Cancelled,
    Broken(Fault),
    Why(String),
}

impl Dependencies {
    pub(super) fn new(
        tools: &Tools,
        build: &Build,
        format: Format,
        brought: Brought,
        folder: &Path,
    ) -> Dependencies {
        let compiler = [
            tools.version.as_bytes(),
            tools.rustc.as_os_str().as_encoded_bytes(),
        ];
        let manifest = course::crates::manifest(build);
        let lock = brought.lock.as_deref().unwrap_or_default();
        let files = brought.files.iter();
        let files = files.flat_map(|(path, bytes)| [path.as_bytes(), bytes]);
        let parts: Vec<&[u8]> = compiler
            .into_iter()
            .chain([super::SOURCE, &manifest, lock].map(str::as_bytes))
            .chain(files)
            .collect();
        let key = cache::hash(&parts);
        Dependencies {
            tools: tools.clone(),
            // In rustlings' format the lock file is that of another package, if there is one.
            exact: format == Format::Tutor,
            manifest,
            key,
            home: folder.join(FOLDER).join(&cache::hash(&compiler)[..32]),
            brought,
            found: Mutex::default(),
        }
    }

    /// Builds them, if that was not done before. What is missing for these, if anything is.
    pub(super) fn obtain(&self, names: &[&str], cancel: &Cancel) -> Step<Option<String>> {
        let Some(first) = names.first() else {
            return Ok(None);
        };
        let mut found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        found.take_if(|found| found.outcome.is_err() && found.age.elapsed() > AGAIN_AFTER);
        let found = match &*found {
            Some(found) => found,
            None => found.insert(self.find(cancel)?),
        };
        let missing = |name: &str, why: &str| Some(format!("the crate `{name}` ({why})"));
        Ok(match &found.outcome {
            Err(why) => missing(first, why),
            Ok(built) => names
                .iter()
                .find(|name| !built.externs.contains_key(&crates::name_in_text(name)))
                .and_then(|name| missing(name, "it is no library")),
        })
    }

    fn find(&self, cancel: &Cancel) -> Step<Found> {
        let outcome = match self.built(cancel) {
            Ok(built) => Ok(built),
            Err(Without::Why(why)) => Err(why),
            Err(Without::Cancelled) => return Err(Box::new(compiler::cancelled())),
            Err(Without::Broken(fault)) => return Err(Box::new(judge::broken(fault))),
        };
        Ok(Found {
            outcome,
            age: Stopwatch::start(),
        })
    }

    /// Whether the next check that needs one of these has to build it first.
    pub(super) fn has_to_build(&self, names: &[&str]) -> bool {
        let found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        !names.is_empty() && found.is_none() && self.kept().is_none()
    }

    /// What [`Dependencies::obtain`] has found, for these or, where nobody said which, for all.
    pub(super) fn linked(&self, names: &[&str]) -> Built {
        let found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        let built = found.as_ref().and_then(|found| found.outcome.as_ref().ok());
        let Some(built) = built else {
            return Built::default();
        };
        let is_meant = |name: &String| {
            let mut names = names.iter();
            !self.exact || names.any(|wanted| crates::name_in_text(wanted) == *name)
        };
        let mut linked = built.clone();
        linked.externs.retain(|name, _| is_meant(name));
        linked
    }

    fn built(&self, cancel: &Cancel) -> Result<Built, Without> {
        if let Some(kept) = self.kept() {
            return Ok(kept);
        }
        let why = |why: &str| Without::Why(why.to_owned());
        let cargo = self.tools.cargo.as_ref();
        let cargo = cargo.ok_or_else(|| why("cargo is not installed"))?;
        if self.exact && self.brought.lock.is_none() {
            return Err(why("the course has no exercises/Cargo.lock"));
        }
        files::make_folder(&self.home).map_err(|error| self.unwritable(&error))?;
        let _lock = self.alone(cancel)?;
        // Somebody else may have done it while we waited.
        match self.kept() {
            Some(kept) => Ok(kept),
            None => self.build(cargo, cancel),
        }
    }

    /// What was built before, from the same things and with nothing missing.
    fn kept(&self) -> Option<Built> {
        let text = files::read_text(&self.home.join(BUILT), MOST).ok()?;
        let kept = Built::read(&text, &self.key)?;
        kept.externs
            .values()
            .all(|path| files::is_file(path))
            .then_some(kept)
    }

    /// Two processes at once would write to the same folder.
    fn alone(&self, cancel: &Cancel) -> Result<Option<Lock>, Without> {
        let path = self.home.join("lock");
        while !cancel.is_cancelled() {
            match Lock::take(&path, "builds the crates of a course", PATIENCE) {
                Locking::Held(lock) => return Ok(Some(lock)),
                Locking::Busy { .. } => {}
                Locking::Unavailable { .. } => return Ok(None),
            }
        }
        Err(Without::Cancelled)
    }

    fn build(&self, cargo: &Cargo, cancel: &Cancel) -> Result<Built, Without> {
        let folder = self.home.join("course");
        self.write(&folder)?;
        let target = self.home.join("target");
        let job = crates::build(&self.tools, cargo, &folder, &target, self.exact);
        let printed = ask(&job, cancel)?.stdout.text();
        let job = crates::describe(&self.tools, cargo, &folder);
        let description = ask(&job, cancel)?.stdout.text();
        let built = crates::built(&printed, &description, &cargo.host)
            .ok_or_else(|| Without::Why("cargo does not say what it has built".to_owned()))?;
        let text = built.write(&self.key);
        // Where it cannot be kept, cargo is asked again the next time, and finds that all is there.
        let _ = files::write_atomic(&self.home.join(BUILT), text.as_bytes());
        Ok(built)
    }

    fn write(&self, folder: &Path) -> Result<(), Without> {
        files::remove_folder(folder).map_err(|error| self.unwritable(&error))?;
        let own = [("Cargo.toml", self.manifest.as_bytes()), ("lib.rs", b"")];
        let lock = self.brought.lock.as_ref();
        let lock = lock.map(|text| ("Cargo.lock", text.as_bytes()));
        let brought = self.brought.files.iter();
        let brought = brought.map(|(path, bytes)| (path.as_str(), bytes.as_slice()));
        files::write_tree(folder, own.into_iter().chain(lock).chain(brought))
            .map_err(|error| self.unwritable(&error))
    }

    fn unwritable(&self, error: &dyn std::fmt::Display) -> Without {
        Without::Broken(compiler::unwritable(&self.home, error))
    }
}

fn ask(job: &Job, cancel: &Cancel) -> Result<Ended, Without> {
    let ended = process::run(job, cancel);
    match &ended.end {
        End::Exited(0) => Ok(ended),
        End::Cancelled => Err(Without::Cancelled),
        End::TimedOut => Err(Without::Why("building it took too long".to_owned())),
        End::NotStarted { why, .. } => Err(Without::Why(format!("cargo does not start: {why}"))),
        _ => Err(Without::Why(crates::why(&ended.stderr.text()))),
    }
}

/// What is told of an exercise that has to wait.
pub(super) fn skipped(missing: String) -> Checked {
    Checked {
        verdict: Verdict::Skipped { missing },
        evidence: Default::default(),
    }
}
