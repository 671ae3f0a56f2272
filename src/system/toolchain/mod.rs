//! The compilers themselves. Behind rustup's proxies stand the real `rustc` and `clippy-driver` of a toolchain: they are
//! found once, and called without a proxy between from then on.

mod environment;
mod explain;
mod fault;
mod search;

pub use environment::base_env;
pub use explain::explain;
pub use search::pin;
pub(super) use search::program as on_path;

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::process::{self, Cancel};
use crate::check::job::{End, Ended, Job, Limits};
use crate::check::plan::{Cargo, Tools};
use crate::check::verdict::Fault;

/// Reads an environment variable: [`super::environment::variable`], or what a test says.
pub type Env<'a> = &'a dyn Fn(&str) -> Option<OsString>;

/// One installed Rust.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toolchain {
    /// The compiler itself, not a proxy for it.
    pub rustc: PathBuf,
    pub clippy: Option<PathBuf>,
    pub rustfmt: Option<PathBuf>,
    pub cargo: Option<PathBuf>,
    pub sysroot: PathBuf,
    /// What `rustc -vV` says, whole: part of every cached verdict.
    pub version: String,
    /// `1.95.0`, `1.97.0-nightly`
    pub release: String,
    /// `x86_64-unknown-linux-gnu`
    pub host: String,
    /// What children get of our environment.
    inherited: Vec<(OsString, OsString)>,
    /// What cargo gets besides.
    for_cargo: Vec<(OsString, OsString)>,
    /// Files whose change may mean another toolchain.
    watched: Vec<PathBuf>,
}

/// Of the files that make a toolchain what it is. Another one means: look again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fingerprint(Vec<Option<Outside>>);

/// What can be seen of a file without reading it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Outside {
    size: u64,
    modified: Option<SystemTime>,
    /// Unpacking may give a new file the time that it had elsewhere: which file it is, and the disk's own time of its
    /// last change.
    identity: Option<(u64, i64, i64)>,
}

/// The toolchain that is meant in `folder`, as rustup sees it.
pub fn find(env: Env<'_>, folder: &Path) -> Result<Toolchain, Fault> {
    find_named(env, folder, None)
}

/// The same, or the toolchain that rustup knows under this name.
pub fn find_named(env: Env<'_>, folder: &Path, name: Option<&str>) -> Result<Toolchain, Fault> {
    let asked = search::program(env, "rustc").ok_or_else(fault::no_rustc)?;
    let said = ask_sysroot(&asked, env, folder, name)?;
    let sysroot = PathBuf::from(said.trim_end());
    let rustc = search::tool(&sysroot, "rustc").unwrap_or(asked);
    let inherited = environment::for_children(env, &sysroot);
    let version = ask_version(&rustc, &inherited, folder)?;
    let field = |name: &str| {
        let line = version.lines().find_map(|line| line.strip_prefix(name));
        line.map(|value| value.trim().to_owned())
    };
    let (Some(release), Some(host)) = (field("release:"), field("host:")) else {
        return Err(fault::strange(&rustc, &version));
    };
    let clippy = search::tool(&sysroot, "clippy-driver");
    let mut watched = search::deciding_files(env, folder);
    watched.extend([Some(rustc.clone()), clippy.clone()].into_iter().flatten());
    Ok(Toolchain {
        rustfmt: search::tool(&sysroot, "rustfmt"),
        cargo: search::tool(&sysroot, "cargo"),
        rustc,
        clippy,
        sysroot,
        release,
        host,
        version,
        inherited,
        for_cargo: environment::for_cargo(env),
        watched,
    })
}

impl Toolchain {
    /// Some looks at files and no process: fit to be taken before every check.
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint(self.watched.iter().map(|path| outside(path)).collect())
    }

    /// What a check needs of it. Temporary files go to `temp`, an existing folder.
    pub fn tools(&self, temp: &Path) -> Tools {
        Tools {
            rustc: self.rustc.clone(),
            clippy: self.clippy.clone(),
            sysroot: self.sysroot.clone(),
            env: base_env(self, temp),
            version: self.version.clone(),
            cargo: self.cargo.clone().map(|program| Cargo {
                program,
                host: self.host.clone(),
                env: self.for_cargo.clone(),
            }),
        }
    }

    /// `(1, 95)`
    pub fn numbers(&self) -> Option<(u32, u32)> {
        numbers(&self.release)
    }
}

/// `(1, 95)` of `1.95` and of `1.95.0-nightly`.
pub fn numbers(version: &str) -> Option<(u32, u32)> {
    let mut parts = version.split('.');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

fn outside(path: &Path) -> Option<Outside> {
    let found = fs::metadata(path).ok()?;
    #[cfg(unix)]
    let identity = {
        use std::os::unix::fs::MetadataExt;
        Some((found.ino(), found.ctime(), found.ctime_nsec()))
    };
    #[cfg(not(unix))]
    let identity = None;
    Some(Outside {
        size: found.len(),
        modified: found.modified().ok(),
        identity,
    })
}

fn ask_sysroot(
    rustc: &Path,
    env: Env<'_>,
    folder: &Path,
    name: Option<&str>,
) -> Result<String, Fault> {
    let toolchain = name.map(|name| OsString::from(format!("+{name}")));
    let args = toolchain
        .into_iter()
        .chain(["--print".into(), "sysroot".into()]);
    let ended = ask(rustc, args.collect(), environment::for_proxies(env), folder);
    answer(&ended).ok_or_else(|| fault::from_proxy(rustc, env, folder, name, &ended))
}

fn ask_version(
    rustc: &Path,
    inherited: &[(OsString, OsString)],
    folder: &Path,
) -> Result<String, Fault> {
    let ended = ask(rustc, vec!["-vV".into()], inherited.to_vec(), folder);
    answer(&ended).ok_or_else(|| fault::does_not_run(rustc, &ended))
}

/// What a tool, of this toolchain or beside it, answers to a short question; an error is what it said instead.
pub fn question(
    toolchain: &Toolchain,
    tool: &Path,
    args: &[&str],
    folder: &Path,
) -> Result<String, String> {
    let args = args.iter().map(OsString::from).collect();
    let mut env = toolchain.inherited.clone();
    // Cargo would look for one by itself, and find a proxy.
    env.push(("RUSTC".into(), toolchain.rustc.clone().into()));
    let ended = ask(tool, args, env, folder);
    answer(&ended).ok_or_else(|| fault::detail(&ended))
}

fn answer(ended: &Ended) -> Option<String> {
    let text = ended.stdout.text();
    (ended.end == End::Exited(0) && !text.trim().is_empty()).then_some(text)
}

/// A question to a tool that is answered in moments and a few lines.
fn ask(
    program: &Path,
    args: Vec<OsString>,
    env: Vec<(OsString, OsString)>,
    folder: &Path,
) -> Ended {
    let job = Job {
        program: program.to_owned(),
        args,
        env,
        cwd: folder.to_owned(),
        stdin: None,
        limits: Limits {
            wall: Duration::from_secs(60),
            cpu_s: 60,
            memory: 6 << 30,
            file_size: 1 << 30,
            keep_head: 1 << 20,
            keep_tail: 0,
            flood: 16 << 20,
        },
    };
    process::run(&job, &Cancel::new())
}

#[cfg(test)]
mod tests;
