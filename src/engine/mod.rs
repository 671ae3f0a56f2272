//! One check from bytes to verdict: plan, process, judge. Beside `commands` the one place that knows both `check` and `system`.

mod broken;
mod compiler;
mod crates;
mod dependencies;
mod guard;
mod mutants;
mod predict;
mod program;
mod rules;
mod run;
mod side_by_side;
mod trace;

pub use dependencies::Brought;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::check::judge;
use crate::check::plan::Tools;
use crate::check::source::Source;
use crate::check::verdict::{Checked, Fault, FileTrouble, Reason, Verdict};
use crate::course::model::{Build, Exercise, Format, Kind, Need};
use crate::system::clock::Stopwatch;
use crate::system::files;
use crate::system::machine;
use crate::system::process::Cancel;
use crate::system::scratch;

use dependencies::Dependencies;
use side_by_side::Width;

/// The source of this program: another one may build otherwise.
const SOURCE: &str = env!("TUTOR_SOURCE");

/// Checks answers. Cheap to share between threads: everything it holds is read only.
pub struct Engine {
    tools: Tools,
    build: Build,
    format: Format,
    crates: crates::Crates,
    dependencies: Dependencies,
    /// Scratch folders and built crates go here.
    folder: PathBuf,
    width: Width,
}

/// What is to be checked: an exercise's files as they are now, beside what the course has locked.
#[derive(Debug, Clone)]
pub struct Answer<'a> {
    pub exercise: &'a Exercise,
    /// The main file first. `None` where it is not there.
    pub files: Vec<AnswerFile>,
    /// The main starter's text: its tests are the required ones.
    pub starter: Arc<str>,
    /// Kind `tests`: the file with the faulty versions.
    pub mutants: Option<Arc<str>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerFile {
    /// Relative to the course folder, as diagnostics are to name it.
    pub path: String,
    pub bytes: Option<Vec<u8>>,
}

/// The course's own crates and how its files are compiled.
#[derive(Debug, Clone)]
pub struct Setup {
    pub tools: Tools,
    pub build: Build,
    pub format: Format,
    /// The support crate's text, where the course has one.
    pub support: Option<String>,
    /// What it brings for the crates of others.
    pub brought: Brought,
    /// An existing folder of ours, for scratch and built crates.
    pub folder: PathBuf,
}

/// A check that ends before its last step ends with this verdict.
type Step<T> = Result<T, Box<Checked>>;

impl Engine {
    /// Builds the probe and the support crate, unless that was done before with the same compiler.
    pub fn new(setup: Setup, cancel: &Cancel) -> Result<Engine, Fault> {
        let Setup {
            tools,
            build,
            format,
            support,
            brought,
            folder,
        } = setup;
        can_be_named(&folder)?;
        scratch::sweep(&folder);
        let tools = compiler::with_lint_config(tools, &folder)?;
        let crates = crates::build(&tools, support.as_deref(), &folder, cancel)?;
        let dependencies = Dependencies::new(&tools, &build, format, brought, &folder);
        Ok(Engine {
            tools,
            build,
            format,
            crates,
            dependencies,
            folder,
            width: Width::new(machine::jobs_at_once()),
        })
    }

    /// So many compilers and programs are to be at work at once, not as many as there are cores: a check takes several
    /// where there is room.
    pub fn keep_to(&self, width: usize) {
        self.width.set(width);
    }

    pub fn format(&self) -> Format {
        self.format
    }

    pub fn build(&self) -> &Build {
        &self.build
    }

    /// The verdict on these bytes, and what was seen on the way. Never fails: a broken machine is a verdict too.
    pub fn check(&self, answer: &Answer<'_>, cancel: &Cancel) -> Checked {
        let watch = Stopwatch::start();
        let _busy = self.width.enter();
        let checked = match self.lacks(answer, cancel) {
            Ok(None) => self.by_kind(answer, cancel),
            Ok(Some(missing)) => Ok(dependencies::skipped(missing)),
            Err(stopped) => Err(stopped),
        };
        let mut checked = checked.unwrap_or_else(|stopped| *stopped);
        checked.evidence.took = watch.elapsed();
        checked
    }

    /// The verdicts on several answers of one course, each the same as that of [`Engine::check`], found in one compilation
    /// where that can be. `None`: to be checked alone. Worth it for answers that are expected to compile.
    pub fn check_together(&self, answers: &[Answer<'_>], cancel: &Cancel) -> Vec<Option<Checked>> {
        let _busy = self.width.enter();
        program::merged::check(self, answers, cancel)
    }

    /// Runs what an answer is so often, to see whether it always ends in the same way; compiled once where that can be.
    pub fn check_often(&self, answer: &Answer<'_>, times: u32, cancel: &Cancel) -> Vec<Verdict> {
        match answer.exercise.kind {
            _ if !matches!(self.lacks(answer, cancel), Ok(None)) => Vec::new(),
            // Nothing is run.
            Kind::Predict | Kind::Break => Vec::new(),
            Kind::Fix | Kind::Write | Kind::Lint | Kind::Measure => {
                let _busy = self.width.enter();
                program::repeated::check(self, answer, times, cancel)
            }
            Kind::Trace | Kind::Guard | Kind::Tests => {
                let runs = (0..times).take_while(|_| !cancel.is_cancelled());
                runs.map(|_| self.check(answer, cancel).verdict).collect()
            }
        }
    }

    /// Whether the check of an answer begins with a build of the crates of others, which takes its time.
    pub fn has_to_build(&self, answer: &Answer<'_>) -> bool {
        self.dependencies.has_to_build(&self.crates_of(answer))
    }

    fn by_kind(&self, answer: &Answer<'_>, cancel: &Cancel) -> Step<Checked> {
        match answer.exercise.kind {
            Kind::Fix | Kind::Write | Kind::Lint | Kind::Measure => {
                program::check(self, answer, cancel)
            }
            Kind::Predict => predict::check(self, answer, cancel),
            Kind::Trace => trace::check(self, answer, cancel),
            Kind::Break => broken::check(self, answer, cancel),
            Kind::Guard => guard::check(self, answer, cancel),
            Kind::Tests => mutants::check(self, answer, cancel),
        }
    }

    /// What the exercise needs and cannot be had here. Its crates are built for that, the first time.
    fn lacks(&self, answer: &Answer<'_>, cancel: &Cancel) -> Step<Option<String>> {
        if let Some(missing) = self.lacks_a_tool(answer.exercise) {
            return Ok(Some(missing));
        }
        self.dependencies.obtain(&self.crates_of(answer), cancel)
    }

    fn lacks_a_tool(&self, exercise: &Exercise) -> Option<String> {
        exercise.needs.iter().find_map(|need| match need {
            Need::Clippy if self.tools.clippy.is_none() => {
                Some("clippy (`rustup component add clippy`)".to_owned())
            }
            Need::Wasm32 if !self.has_target(WASM32) => Some(format!(
                "the target {WASM32} (`rustup target add {WASM32}`)"
            )),
            _ => None,
        })
    }

    fn has_target(&self, target: &str) -> bool {
        let libraries = self.tools.sysroot.join("lib/rustlib").join(target);
        files::is_folder(&libraries.join("lib"))
    }

    /// The crates of others that an answer uses. In rustlings' format no exercise says which: then those that its text names.
    fn crates_of<'a>(&'a self, answer: &'a Answer<'_>) -> Vec<&'a str> {
        if self.format == Format::Tutor {
            return compiler::named(&answer.exercise.needs);
        }
        let all = self.build.dependencies.keys().map(String::as_str);
        if self.build.dependencies.is_empty() {
            return Vec::new();
        }
        let texts = answer.files.iter().filter_map(|file| file.bytes.as_deref());
        let texts: Vec<Source> = texts
            .map(|text| Source::new(String::from_utf8_lossy(text)))
            .collect();
        let is_named = |name: &&str| {
            let name = crate::check::crates::name_in_text(name);
            texts.iter().any(|text| text.mentions(&name))
        };
        all.filter(is_named).collect()
    }
}

/// A path stands in the texts that are compiled.
fn can_be_named(folder: &Path) -> Result<(), Fault> {
    if folder.to_str().is_some() {
        return Ok(());
    }
    Err(Fault {
        what: format!(
            "The path of the folder {} is no UTF-8 text.",
            folder.display()
        ),
        remedy:
            "Move what you work on to a folder whose name is plain text, then start `tutor` there."
                .into(),
        detail: String::new(),
    })
}

const WASM32: &str = "wasm32-unknown-unknown";

/// The main file's text, or why it is none.
fn text_of(answer: &Answer<'_>) -> Step<String> {
    let path = answer.exercise.main_file();
    let bytes = answer
        .files
        .iter()
        .find(|file| file.path == path)
        .and_then(|file| file.bytes.as_deref());
    let readable = match bytes {
        None => Err(FileTrouble::Missing {
            path: path.to_owned(),
        }),
        Some(bytes) => judge::file::readable(bytes, path),
    };
    readable.map_err(|trouble| Box::new(judge::only(Reason::File(trouble))))
}
