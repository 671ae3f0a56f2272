//! One process to run, as a value: planned by [`super::plan`], run by `system::process`, read by [`super::report`].

use std::ffi::OsString;
use std::path::PathBuf;
use std::time::Duration;

/// What to run, and within which limits. The environment is built, never inherited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    pub program: PathBuf,
    pub args: Vec<OsString>,
    /// All of it: nothing else reaches the child.
    pub env: Vec<(OsString, OsString)>,
    pub cwd: PathBuf,
    /// Closed (`/dev/null`) where the course gives no input.
    pub stdin: Option<Vec<u8>>,
    pub limits: Limits,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Wall-clock time; then the whole group is ended.
    pub wall: Duration,
    /// Processor seconds, in case we are no longer there to end it.
    pub cpu_s: u64,
    /// Address space in bytes.
    pub memory: u64,
    /// Bytes that one file may grow to.
    pub file_size: u64,
    /// Bytes kept of the beginning of each stream, and of its end.
    pub keep_head: usize,
    pub keep_tail: usize,
    /// Bytes of output after which the group is ended.
    pub flood: u64,
}

/// How it went. Every way in which a process can end is told apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ended {
    pub end: End,
    pub stdout: Captured,
    pub stderr: Captured,
    pub took: Duration,
    /// Processes of its session outlived it, and were ended.
    pub left_processes: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum End {
    Exited(i32),
    /// Killed by a signal that was not ours.
    Signal(i32),
    TimedOut,
    /// More output than [`Limits::flood`].
    Flooded,
    /// A newer save or the learner asked for it.
    Cancelled,
    /// It could not be started: the reason in words, and whether the program was not found.
    NotStarted {
        why: String,
        not_found: bool,
    },
}

/// A bounded copy of a stream.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Captured {
    pub head: Vec<u8>,
    /// The last bytes, if not all fitted into `head`; they do not overlap.
    pub tail: Vec<u8>,
    pub bytes: u64,
    pub lines: u64,
}

impl Captured {
    /// Whether nothing was dropped between the beginning and the end.
    pub fn is_whole(&self) -> bool {
        self.bytes <= (self.head.len() + self.tail.len()) as u64
    }

    /// All that was kept, as text; bytes that are no UTF-8 are replaced.
    pub fn text(&self) -> String {
        // A letter may lie across the end of the head.
        if self.is_whole() && !self.tail.is_empty() {
            return String::from_utf8_lossy(&[&self.head[..], &self.tail].concat()).into_owned();
        }
        let mut all = String::from_utf8_lossy(&self.head).into_owned();
        all.push_str(&String::from_utf8_lossy(&self.tail));
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(head: &[u8], tail: &[u8], bytes: u64) -> Captured {
        Captured {
            head: head.to_vec(),
            tail: tail.to_vec(),
            bytes,
            lines: 1,
        }
    }

    #[test]
    fn a_letter_across_the_end_of_the_head_is_one_letter() {
        let (head, tail) = "Kühe".as_bytes().split_at(2);
        assert_eq!(cut(head, tail, 5).text(), "Kühe");
        assert!(cut(head, tail, 5).is_whole());
    }

    #[test]
    fn halves_of_two_letters_make_no_letter() {
        let (head, tail) = "Kühe".as_bytes().split_at(2);
        assert_eq!(cut(head, tail, 900).text(), "K\u{fffd}\u{fffd}he");
        assert!(!cut(head, tail, 900).is_whole());
    }
}
