//! A course from disk, and an engine for it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tempfile::TempDir;
use tutor::check::diagnostic::Diagnostic;
use tutor::check::verdict::{Checked, Reason, TokenMissKind, Verdict};
use tutor::course::model::{Course, Exercise};
use tutor::course::{CourseFiles, TextFile, crates, load};
use tutor::engine::{Answer, AnswerFile, Brought, Engine, Setup};
use tutor::system::process::Cancel;
use tutor::system::toolchain::{self, Toolchain};

pub struct Lab {
    pub course: Course,
    pub engine: Engine,
    pub root: PathBuf,
    _folder: Option<TempDir>,
}

impl Lab {
    /// Opens `tests/courses/NAME`.
    pub fn open(name: &str) -> Lab {
        Lab::open_with(&root().join("tests/courses").join(name), &toolchain())
    }

    /// Opens a course folder with another toolchain than the usual one.
    pub fn open_with(root: &Path, toolchain: &Toolchain) -> Lab {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let mut lab = Lab::open_in(root, toolchain, folder.path());
        lab._folder = Some(folder);
        lab
    }

    /// The same, with what was built before in this folder.
    pub fn open_in(root: &Path, toolchain: &Toolchain, folder: &Path) -> Lab {
        let root = root.to_owned();
        let course = read_course(&root);
        let support = fs::read_to_string(root.join("exercises/support/lib.rs"))
            .or_else(|_| fs::read_to_string(self::root().join("exercises/support/lib.rs")));
        let setup = Setup {
            tools: toolchain.tools(folder),
            build: course.build.clone(),
            format: course.format,
            support: support.ok(),
            brought: brought(&course, &root),
            folder: folder.to_owned(),
        };
        let engine = Engine::new(setup, &Cancel::new()).unwrap_or_else(|fault| panic!("{fault:?}"));
        Lab {
            course,
            engine,
            root,
            _folder: None,
        }
    }

    pub fn exercise(&self, id: &str) -> &Exercise {
        &self.course.exercises[self
            .course
            .find(id)
            .unwrap_or_else(|| panic!("no exercise {id}"))]
    }

    /// The verdict on a text as the answer to an exercise.
    pub fn check(&self, id: &str, text: &str) -> Checked {
        self.check_until(id, text, &Cancel::new())
    }

    pub fn check_until(&self, id: &str, text: &str, cancel: &Cancel) -> Checked {
        self.engine.check(&self.answer(id, text), cancel)
    }

    fn answer(&self, id: &str, text: &str) -> Answer<'_> {
        let exercise = self.exercise(id);
        let starter =
            fs::read_to_string(self.root.join(exercise.main_file())).expect("the starter");
        let mutants = exercise.solution_file().replace(
            &format!("{}.rs", exercise.name),
            &format!("{id}.mutants.rs"),
        );
        Answer {
            exercise,
            files: vec![AnswerFile {
                path: exercise.main_file().to_owned(),
                bytes: Some(text.into()),
            }],
            starter: starter.into(),
            mutants: fs::read_to_string(self.root.join(mutants))
                .ok()
                .map(Arc::from),
        }
    }

    /// The verdicts of so many runs of what is compiled once for each profile.
    pub fn check_often(&self, id: &str, text: &str, times: u32) -> Vec<Verdict> {
        let answer = self.answer(id, text);
        self.engine.check_often(&answer, times, &Cancel::new())
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.root.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }
}

/// The real toolchain.
pub fn toolchain() -> Toolchain {
    let found = toolchain::find(&|name| std::env::var_os(name), &root());
    found.unwrap_or_else(|fault| panic!("{fault:?}"))
}

/// The repository, which is the built-in course's folder.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

pub fn read_course(root: &Path) -> Course {
    let text = |path: &str| TextFile {
        path: path.to_owned(),
        bytes: fs::read(root.join(path)).expect(path),
    };
    let mut paths = BTreeSet::new();
    collect(root, root, &mut paths);
    let chapters = paths
        .iter()
        .filter(|path| path.starts_with("exercises/") && path.ends_with("/info.toml"));
    let files = CourseFiles {
        folder_name: "course".into(),
        info: text("info.toml"),
        chapters: chapters.map(|path| text(path)).collect(),
        cargo_toml: paths.contains("Cargo.toml").then(|| text("Cargo.toml")),
        paths: paths.clone(),
    };
    let loaded = load(&files);
    loaded
        .course
        .unwrap_or_else(|| panic!("{:?}", loaded.faults))
}

/// What the course brings for the crates of others.
fn brought(course: &Course, root: &Path) -> Brought {
    let mut paths = BTreeSet::new();
    collect(root, root, &mut paths);
    let files = crates::local_files(&course.build, &paths).into_iter();
    Brought {
        lock: fs::read_to_string(root.join("exercises/Cargo.lock")).ok(),
        files: files
            .map(|path| (path.clone(), fs::read(root.join(path)).expect("a file")))
            .collect(),
    }
}

fn collect(root: &Path, folder: &Path, paths: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(root, &path, paths);
        } else if let Ok(relative) = path.strip_prefix(root) {
            paths.insert(relative.to_string_lossy().replace('\\', "/"));
        }
    }
}

/// One line for each reason, in the words of a `//! refused:` line.
pub fn reasons(checked: &Checked) -> Vec<String> {
    match &checked.verdict {
        Verdict::Passed => vec!["passed".into()],
        Verdict::NotYet(reasons) => reasons.iter().map(reason).collect(),
        Verdict::Unclear { raw } => vec![format!("unclear {raw}")],
        Verdict::Broken(fault) => vec![format!("broken {} {}", fault.what, fault.detail)],
        Verdict::Skipped { missing } => vec![format!("skipped {missing}")],
    }
}

fn reason(reason: &Reason) -> String {
    match reason {
        Reason::Refused { error, line, .. } => format!("error {} line {line}", code(error)),
        Reason::Test(test) => format!("test {}", test.name),
        Reason::EndedEarly { .. } => "ended early".into(),
        Reason::Token(miss) => match miss.kind {
            TokenMissKind::Absent { .. } => format!("absent {}", miss.tokens),
            _ => format!("token {}", miss.tokens),
        },
        Reason::Output(_) => "output".into(),
        Reason::Hangs { test, .. } => format!("hangs {}", test.as_deref().unwrap_or_default()),
        Reason::Floods { .. } => "floods".into(),
        Reason::Crashed { .. } => "crash".into(),
        Reason::Lint { lint, .. } => format!("lint {lint}"),
        Reason::Budget {
            what,
            used,
            allowed,
            ..
        } => format!("budget {what} {used} of {allowed}"),
        Reason::Marks(_) => "marks".into(),
        Reason::Trace(_) => "output".into(),
        Reason::Changed { .. } => "changed".into(),
        Reason::Break(miss) => format!("break {:?}", std::mem::discriminant(&miss.kind)),
        Reason::Examples(_) => "misuse".into(),
        Reason::Mutants { survivors, .. } => format!("mutant {}", survivors[0].key),
        Reason::File(_) => "file".into(),
        Reason::ReadsOther { .. } => "reads".into(),
    }
}

fn code(error: &Diagnostic) -> &str {
    error.code.as_deref().unwrap_or(&error.message)
}
