//! One check from bytes to verdict: plan, process, judge. Beside `commands` the one place that knows both `check` and `system`.

mod broken;
mod compiler;
mod crates;
mod guard;
mod mutants;
mod predict;
mod program;
mod rules;
mod run;
mod side_by_side;
mod trace;

use std::path::PathBuf;
use std::sync::Arc;

use crate::check::judge;
use crate::check::plan::Tools;
use crate::check::verdict::{Checked, Fault, FileTrouble, Reason, Verdict};
use crate::course::model::{Build, Exercise, Format, Kind, Need};
use crate::system::clock::Stopwatch;
use crate::system::process::Cancel;
use crate::system::scratch;

/// Checks answers. Cheap to share between threads: everything it holds is read only.
pub struct Engine {
    tools: Tools,
    build: Build,
    format: Format,
    crates: crates::Crates,
    /// Scratch folders and built crates go here.
    folder: PathBuf,
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
            folder,
        } = setup;
        scratch::sweep(&folder);
        let tools = compiler::with_lint_config(tools, &folder)?;
        let crates = crates::build(&tools, support.as_deref(), &folder, cancel)?;
        Ok(Engine {
            tools,
            build,
            format,
            crates,
            folder,
        })
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
        let mut checked = self
            .missing(answer.exercise)
            .unwrap_or_else(|| self.by_kind(answer, cancel));
        checked.evidence.took = watch.elapsed();
        checked
    }

    /// The verdicts on several answers of one course, each the same as that of [`Engine::check`], found in one compilation
    /// where that can be. `None`: to be checked alone. Worth it for answers that are expected to compile.
    pub fn check_together(&self, answers: &[Answer<'_>], cancel: &Cancel) -> Vec<Option<Checked>> {
        program::merged::check(self, answers, cancel)
    }

    /// Runs what an answer is so often, to see whether it always ends in the same way; compiled once where that can be.
    pub fn check_often(&self, answer: &Answer<'_>, times: u32, cancel: &Cancel) -> Vec<Verdict> {
        match answer.exercise.kind {
            _ if self.missing(answer.exercise).is_some() => Vec::new(),
            // Nothing is run.
            Kind::Predict | Kind::Break => Vec::new(),
            Kind::Fix | Kind::Write | Kind::Lint | Kind::Measure => {
                program::repeated::check(self, answer, times, cancel)
            }
            Kind::Trace | Kind::Guard | Kind::Tests => {
                let runs = (0..times).take_while(|_| !cancel.is_cancelled());
                runs.map(|_| self.check(answer, cancel).verdict).collect()
            }
        }
    }

    fn by_kind(&self, answer: &Answer<'_>, cancel: &Cancel) -> Checked {
        let outcome = match answer.exercise.kind {
            Kind::Fix | Kind::Write | Kind::Lint | Kind::Measure => {
                program::check(self, answer, cancel)
            }
            Kind::Predict => predict::check(self, answer, cancel),
            Kind::Trace => trace::check(self, answer, cancel),
            Kind::Break => broken::check(self, answer, cancel),
            Kind::Guard => guard::check(self, answer, cancel),
            Kind::Tests => mutants::check(self, answer, cancel),
        };
        outcome.unwrap_or_else(|stopped| *stopped)
    }

    /// What the exercise needs and this machine lacks.
    fn missing(&self, exercise: &Exercise) -> Option<Checked> {
        let missing = exercise.needs.iter().find_map(|need| match need {
            Need::Clippy if self.tools.clippy.is_none() => {
                Some("clippy (`rustup component add clippy`)".to_owned())
            }
            Need::Crate(name) => Some(format!("the crate `{name}`")),
            _ => None,
        })?;
        Some(Checked {
            verdict: Verdict::Skipped { missing },
            evidence: Default::default(),
        })
    }
}

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
