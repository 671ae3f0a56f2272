//! A small program with a test, under the flags and limits of a check.

use std::path::Path;
use std::time::Duration;

use super::folder::Site;
use crate::check::diagnostic::Severity;
use crate::check::diagnostic_json::{self, Messages};
use crate::check::job::{End, Ended};
use crate::check::judge::compiled::lacks_linker;
use crate::check::plan::{self, Compile, Driver, Emit, Shape, Tools};
use crate::course::model::{Build, Profile};
use crate::system::clock::Stopwatch;
use crate::system::files;
use crate::system::process::{self, Cancel};
use crate::system::scratch::Scratch;
use crate::system::toolchain::Toolchain;
use crate::view::doctor::Trial;

const SOURCE: &str = "trial.rs";
const TEXT: &str = "\
fn main() {
    println!(\"it runs\");
}

#[cfg(test)]
mod tests {
    #[test]
    fn it_runs() {
        assert_eq!(2 + 2, 4);
    }
}
";

/// How long the program may run.
const LIMIT: Duration = Duration::from_secs(10);

pub(super) fn run(toolchain: &Toolchain, site: &Site, cancel: &Cancel) -> Trial {
    let build = site.build();
    let scratch = match build.as_ref().map(|build| prepare(build.path())) {
        Some(Ok(scratch)) => scratch,
        Some(Err(error)) => return Trial::NoPlace(error.to_string()),
        None => return Trial::NoPlace("no temporary folder can be made".to_owned()),
    };
    let tools = tools(toolchain, &scratch);
    // Without the linker first: then it is clear whose fault it is.
    if let Some(said) = refused(&compile(&tools, &scratch, Emit::Metadata, cancel)) {
        return Trial::NotCompiled(said);
    }
    let watch = Stopwatch::start();
    let linked = compile(&tools, &scratch, Emit::Link, cancel);
    if let Some(said) = refused(&linked) {
        return match linked
            .1
            .diagnostics
            .iter()
            .any(|error| lacks_linker(&error.message))
        {
            true => Trial::NoLinker(said),
            false => Trial::NotLinked(said),
        };
    }
    match not_run(&execute(&tools, &scratch, cancel)) {
        Some(said) => Trial::NotRun(said),
        None => Trial::Works(watch.elapsed()),
    }
}

fn prepare(folder: &Path) -> std::io::Result<Scratch> {
    let scratch = Scratch::new(folder)?;
    scratch.write(SOURCE, TEXT)?;
    // An empty configuration of clippy's: it would look for one in the folders above.
    scratch.write("clippy.toml", "")?;
    Ok(scratch)
}

fn tools(toolchain: &Toolchain, scratch: &Scratch) -> Tools {
    let mut tools = toolchain.tools(&scratch.run());
    let folder = scratch.src().into_os_string();
    tools.env.push(("CLIPPY_CONF_DIR".into(), folder));
    tools
}

fn compile(tools: &Tools, scratch: &Scratch, emit: Emit, cancel: &Cancel) -> (Ended, Messages) {
    let build = Build {
        edition: "2024".into(),
        ..Build::default()
    };
    let (src, out) = (scratch.src(), scratch.out());
    let ended = process::run(
        &plan::compile(tools, &order(&src, &out, &build, emit)),
        cancel,
    );
    let messages = diagnostic_json::parse(&ended.stderr.text());
    (ended, messages)
}

fn order<'a>(src: &'a Path, out: &'a Path, build: &'a Build, emit: Emit) -> Compile<'a> {
    Compile {
        driver: Driver::Clippy,
        source: SOURCE,
        cwd: src,
        crate_name: "trial",
        shape: Shape::Test,
        emit,
        out,
        profile: Profile::Debug,
        build,
        force_warn: &[],
        cfg: &[],
        externs: &[],
        search: &[],
    }
}

/// Why it was not compiled, in the compiler's words.
fn refused((ended, messages): &(Ended, Messages)) -> Option<String> {
    let why = match &ended.end {
        End::Exited(0) => return None,
        End::NotStarted { why, .. } => why.clone(),
        End::TimedOut => "it took longer than a minute".to_owned(),
        _ => String::new(),
    };
    let errors = messages
        .diagnostics
        .iter()
        .filter(|d| d.level == Severity::Error);
    let rendered = errors.map(|error| error.rendered.trim_end().to_owned());
    let said: Vec<String> = rendered
        .chain(messages.other.clone())
        .chain([why])
        .collect();
    Some(said.join("\n"))
}

fn execute(tools: &Tools, scratch: &Scratch, cancel: &Cancel) -> Ended {
    let (src, out, cwd) = (scratch.src(), scratch.out(), scratch.run());
    let build = Build::default();
    let program = plan::artifact(&order(&src, &out, &build, Emit::Link));
    let run = plan::Run {
        program: &program,
        cwd: &cwd,
        args: plan::test_args("tests", ["it_runs"].into_iter()),
        stdin: None,
        timeout: LIMIT,
    };
    process::run(&plan::run(tools, run), cancel)
}

fn not_run(ended: &Ended) -> Option<String> {
    let why = match &ended.end {
        End::Exited(0) => return None,
        End::NotStarted { why, .. } => why.clone(),
        End::TimedOut => format!("it was still running after {} seconds", LIMIT.as_secs()),
        End::Signal(signal) => format!("it was ended by signal {signal}"),
        End::Exited(code) => format!("it ended with exit code {code}"),
        End::Flooded | End::Cancelled => "it was ended".to_owned(),
    };
    Some(format!("{why}\n{}", ended.stderr.text()))
}

/// The folder in which the trial builds: where checks do, else a temporary one.
pub(super) enum BuildFolder {
    Own(std::path::PathBuf),
    Temporary(files::TempFolder),
}

impl BuildFolder {
    pub(super) fn path(&self) -> &Path {
        match self {
            BuildFolder::Own(path) => path,
            BuildFolder::Temporary(folder) => folder.path(),
        }
    }
}
