//! For the end that nobody can catch: when `tutor` is killed with SIGKILL, its jobs are ended by a process that waits
//! for just that (Linux). It is this program again, started with [`ARGUMENT`]; its input is a pipe that closes with us.
//!
//! Nobody has to tell it of jobs: they carry a mark with our number in their environment.

use std::ffi::OsString;
use std::io::{self, Read};
use std::path::Path;

/// The first word of the hidden command line; the second is the number of the process to be guarded.
pub const ARGUMENT: &str = "--end-the-jobs-of";

/// The number of the process that the command line asks to guard, if it does: then [`run`] is all that is to be done.
pub fn asked_for(words: &[OsString]) -> Option<u32> {
    let [_, argument, number] = words else {
        return None;
    };
    if argument != ARGUMENT {
        return None;
    }
    number.to_str()?.parse().ok()
}

/// Waits until the other end of `input` is closed without a word, then ends whatever is left of the jobs of that
/// process.
pub fn run(guarded: u32, mut input: impl Read) {
    let mut buffer = [0];
    loop {
        match input.read(&mut buffer) {
            // It ends in order.
            Ok(1..) => return,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Ok(0) | Err(_) => break,
        }
    }
    jobs::end_all(guarded);
}

/// Ends our own jobs, whoever waits for them: before an end that waits for nobody.
pub(super) fn end_own_jobs() {
    jobs::end_all(std::process::id());
}

/// A guardian that is on duty as long as this lives. Dropped in order, there is nothing left for it to end.
pub struct Guardian {
    _process: jobs::Guarding,
}

impl Guardian {
    /// One for this process, by the program that runs in it, whatever lies at its place by now.
    pub fn keep() -> io::Result<Guardian> {
        Guardian::start(Path::new("/proc/self/exe"))
    }

    /// Starts `program` (this one) with the words that make it a guardian.
    pub fn start(program: &Path) -> io::Result<Guardian> {
        let number = std::process::id().to_string();
        Guardian::start_with(program, &[ARGUMENT.into(), number.into()])
    }

    /// The same with other words, for tests.
    pub fn start_with(program: &Path, words: &[OsString]) -> io::Result<Guardian> {
        let _process = jobs::Guarding::start(program, words)?;
        Ok(Guardian { _process })
    }
}

#[cfg(target_os = "linux")]
mod jobs {
    use std::ffi::OsString;
    use std::fs;
    use std::io;
    use std::path::Path;
    use std::process::Stdio;
    use std::thread;
    use std::time::{Duration, Instant};

    use rustix::process::{Pid, Signal, getpgid, kill_process, kill_process_group};

    use super::super::process::{Guarded, MARK, environment};

    /// A new process may be started while we look: it is found by the next look.
    const LOOKS_IN_VAIN: u32 = 3;
    const PATIENCE: Duration = Duration::from_secs(5);

    pub(super) struct Guarding(#[allow(dead_code, reason = "closing its pipe is its end")] Guarded);

    impl Guarding {
        pub(super) fn start(program: &Path, words: &[OsString]) -> io::Result<Guarding> {
            Guarded::start(program, |command| {
                command
                    .args(words)
                    .current_dir("/")
                    .env_clear()
                    .env("LANG", "C");
                command
                    .stdin(Stdio::piped())
                    .stdout(Stdio::null())
                    .stderr(Stdio::null());
            })
            .map(Guarding)
        }
    }

    pub(super) fn end_all(guarded: u32) {
        let mark = format!("{MARK}={guarded}.");
        let until = Instant::now() + PATIENCE;
        let mut in_vain = 0;
        while in_vain < LOOKS_IN_VAIN && Instant::now() < until {
            let found = marked(mark.as_bytes());
            found.iter().for_each(|pid| end(*pid));
            in_vain = if found.is_empty() { in_vain + 1 } else { 0 };
            thread::sleep(Duration::from_millis(5));
        }
    }

    fn marked(mark: &[u8]) -> Vec<Pid> {
        let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
        let numbers = entries.filter_map(|entry| entry.file_name().to_str()?.parse::<i32>().ok());
        let ours = numbers.filter(|number| {
            let environment = environment(*number);
            environment
                .split(|byte| *byte == 0)
                .any(|variable| variable.starts_with(mark))
        });
        ours.filter_map(Pid::from_raw).collect()
    }

    fn end(pid: Pid) {
        if getpgid(Some(pid)) == Ok(pid) {
            let _ = kill_process_group(pid, Signal::KILL);
        }
        let _ = kill_process(pid, Signal::KILL);
    }
}

#[cfg(not(target_os = "linux"))]
mod jobs {
    use std::ffi::OsString;
    use std::io;
    use std::path::Path;

    pub(super) struct Guarding;

    impl Guarding {
        pub(super) fn start(_program: &Path, _words: &[OsString]) -> io::Result<Guarding> {
            Ok(Guarding)
        }
    }

    /// Their processor limit ends them, where there is one.
    pub(super) fn end_all(_guarded: u32) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    /// It is nothing that anybody should type.
    #[test]
    fn no_shell_offers_its_command_line() {
        let script = crate::cli::completions(crate::cli::Shell::Bash);
        let script = String::from_utf8(script).expect("text");
        assert!(script.contains("--trust") && !script.contains(ARGUMENT));
    }

    #[test]
    fn only_its_own_command_line_makes_a_guardian() {
        let asked =
            |words: &[&str]| asked_for(&words.iter().map(OsString::from).collect::<Vec<_>>());
        assert_eq!(asked(&["tutor", ARGUMENT, "17"]), Some(17));
        for words in [
            &["tutor"] as &[&str],
            &["tutor", "list"],
            &["tutor", ARGUMENT],
            &["tutor", ARGUMENT, "x"],
        ] {
            assert_eq!(asked(words), None, "{words:?}");
        }
    }
}
