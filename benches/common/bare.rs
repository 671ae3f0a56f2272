//! The compiler alone, and what it takes: what tutor is measured against.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use tutor::check::plan::Tools;

pub const EDITION: &str = "2024";

pub fn clippy(tools: &Tools, folder: &Path, source: &Path, args: &[&str]) {
    let driver = tools.clippy.as_ref().expect("clippy");
    compiler(tools, driver, folder, source, args);
}

#[allow(dead_code, reason = "not every bench needs it")]
pub fn rustc(tools: &Tools, folder: &Path, source: &Path, args: &[&str]) {
    compiler(tools, &tools.rustc, folder, source, args);
}

fn compiler(tools: &Tools, program: &Path, folder: &Path, source: &Path, args: &[&str]) {
    let mut command = Command::new(program);
    command.env_clear().envs(tools.env.iter().cloned());
    command
        .arg("--sysroot")
        .arg(&tools.sysroot)
        .args(["--edition", EDITION]);
    command
        .arg("--error-format=json")
        .args(args)
        .arg(source)
        .current_dir(folder);
    quiet(command);
}

pub fn quiet(mut command: Command) {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command.status().expect("it starts");
}

pub fn time(work: &impl Fn()) -> Duration {
    let started = Instant::now();
    work();
    started.elapsed()
}

pub fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

pub fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

pub fn text(path: &Path) -> &str {
    path.to_str().expect("a plain path")
}
