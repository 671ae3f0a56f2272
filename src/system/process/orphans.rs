//! Descendants that left their session (Linux). Whoever calls `setsid` is out of reach of a signal to the group; but
//! since we are the subreaper, he becomes our child when his parent dies, and he carries a mark in his environment.
//!
//! The kernel's list of our children belongs to the whole process, and so does what we know about it: [`TABLE`] is the
//! one thing in this house that is shared without being handed over.

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::Read;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use rustix::io::Errno;
use rustix::process::{
    Pid, Signal, WaitId, WaitIdOptions, getpgid, getpid, kill_process, kill_process_group,
    set_child_subreaper, waitid,
};

/// `PROCESS.NUMBER`: whose job it is.
pub(in crate::system) const MARK: &str = "TUTOR_JOB";

/// An environment is some kilobytes; the kernel allows it to be megabytes.
const MARK_WITHIN: u64 = 1 << 20;

/// How long survivors are chased that start new processes as fast as they are ended.
const PATIENCE: Duration = Duration::from_secs(1);

/// How long a process without an environment is given to show one.
const EXEC_PATIENCE: Duration = Duration::from_millis(20);

static TABLE: Mutex<Table> = Mutex::new(Table {
    next: 0,
    starting: 0,
    leaders: Vec::new(),
});

struct Table {
    next: u64,
    /// Jobs whose process may be there without its number being known yet.
    starting: usize,
    /// Children that a job waits for: nobody else may reap them.
    leaders: Vec<i32>,
}

fn table() -> MutexGuard<'static, Table> {
    TABLE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// All processes that come of one job.
pub(super) struct Family {
    mark: String,
    leader: Option<i32>,
}

impl Family {
    /// To be made before the job is started.
    pub(super) fn new() -> Family {
        let _ = set_child_subreaper(Some(getpid()));
        let mut table = table();
        table.next += 1;
        table.starting += 1;
        Family {
            mark: format!("{}.{}", std::process::id(), table.next),
            leader: None,
        }
    }

    /// The variable that the job's process gets.
    pub(super) fn mark(&self) -> Option<(&OsStr, OsString)> {
        Some((OsStr::new(MARK), self.mark.clone().into()))
    }

    pub(super) fn started(&mut self, leader: i32) {
        let mut table = table();
        table.starting -= 1;
        table.leaders.push(leader);
        self.leader = Some(leader);
    }

    /// Ends those who outlived the session, after it was ended and its leader reaped. Gives whether there were any.
    pub(super) fn end_survivors(&self) -> bool {
        let chase_until = Instant::now() + PATIENCE;
        let decide_until = Instant::now() + EXEC_PATIENCE;
        let mut any = false;
        while has_children() {
            let found = self.end_once();
            any |= found.ended;
            let now = Instant::now();
            let again = found.ended && now < chase_until || found.undecided && now < decide_until;
            if !again {
                break;
            }
            if !found.ended {
                thread::sleep(Duration::from_millis(1));
            }
        }
        any
    }

    fn end_once(&self) -> Found {
        // Held while numbers are read and used: nobody else reaps meanwhile, so they stay the same processes.
        let table = table();
        let adopted = adopted(&table);
        let mut found = Found {
            ended: false,
            undecided: false,
        };
        for pid in &adopted {
            match whose(*pid, &self.mark) {
                Whose::Ours => {
                    found.ended = true;
                    end(*pid);
                }
                Whose::Undecided => found.undecided = true,
                Whose::Others => {}
            }
        }
        if !found.ended {
            reap_strays(&table, &adopted);
        }
        found
    }
}

struct Found {
    ended: bool,
    undecided: bool,
}

impl Drop for Family {
    fn drop(&mut self) {
        let mut table = table();
        match self.leader {
            Some(leader) => table.leaders.retain(|other| *other != leader),
            None => table.starting -= 1,
        }
    }
}

/// The quick answer for nearly every job: no children at all.
fn has_children() -> bool {
    let options = WaitIdOptions::EXITED | WaitIdOptions::NOHANG | WaitIdOptions::NOWAIT;
    !matches!(waitid(WaitId::All, options), Err(Errno::CHILD))
}

/// Kills one of our children with his group, and reaps him. His own children come to us then.
fn end(pid: Pid) {
    if getpgid(Some(pid)) == Ok(pid) {
        let _ = kill_process_group(pid, Signal::KILL);
    }
    let _ = kill_process(pid, Signal::KILL);
    let deadline = Instant::now() + Duration::from_millis(200);
    let options = WaitIdOptions::EXITED | WaitIdOptions::NOHANG;
    while let Ok(None) = waitid(WaitId::Pid(pid), options) {
        if Instant::now() > deadline {
            break;
        }
        thread::sleep(Duration::from_micros(200));
    }
}

/// Adopted children that are dead already leave zombies, which have no mark any more. Not while a job is being
/// started: its process might be one of them.
fn reap_strays(table: &Table, adopted: &[Pid]) {
    if table.starting == 0 {
        for pid in adopted {
            let _ = waitid(
                WaitId::Pid(*pid),
                WaitIdOptions::EXITED | WaitIdOptions::NOHANG,
            );
        }
    }
}

/// Children that no job waits for. The kernel gives orphans to our first thread.
fn adopted(table: &Table) -> Vec<Pid> {
    let own = std::process::id();
    let listed = std::fs::read_to_string(format!("/proc/self/task/{own}/children"));
    let numbers = match &listed {
        Ok(text) => text
            .split_whitespace()
            .filter_map(|word| word.parse().ok())
            .collect(),
        Err(_) => children_by_parent(own),
    };
    let free = numbers
        .into_iter()
        .filter(|number| !table.leaders.contains(number));
    free.filter_map(Pid::from_raw).collect()
}

/// For kernels without the list: whoever names us as his parent.
fn children_by_parent(own: u32) -> Vec<i32> {
    let entries = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    let numbers = entries.filter_map(|entry| entry.file_name().to_str()?.parse::<i32>().ok());
    numbers
        .filter(|number| parent_of(*number) == Some(own))
        .collect()
}

/// `11 (name with ) in it) S PARENT …`
fn parent_of(number: i32) -> Option<u32> {
    let stat = std::fs::read_to_string(format!("/proc/{number}/stat")).ok()?;
    let after_name = stat.rsplit_once(") ")?.1;
    after_name.split(' ').nth(1)?.parse().ok()
}

enum Whose {
    Ours,
    Others,
    /// Between two programs: for a moment it has no environment.
    Undecided,
}

/// Looks for this job's variable in the environment that the process was started with.
fn whose(pid: Pid, mark: &str) -> Whose {
    let environment = environment(pid.as_raw_nonzero().get());
    let is_mark = |variable: &[u8]| {
        let value = variable.strip_prefix(MARK.as_bytes());
        value.and_then(|value| value.strip_prefix(b"=")) == Some(mark.as_bytes())
    };
    if environment.split(|byte| *byte == 0).any(is_mark) {
        Whose::Ours
    } else if environment.is_empty() && is_alive(pid) {
        Whose::Undecided
    } else {
        Whose::Others
    }
}

fn is_alive(pid: Pid) -> bool {
    let options = WaitIdOptions::EXITED | WaitIdOptions::NOHANG | WaitIdOptions::NOWAIT;
    matches!(waitid(WaitId::Pid(pid), options), Ok(None))
}

/// Empty if the process is dead or not ours to read.
pub(in crate::system) fn environment(number: i32) -> Vec<u8> {
    let mut bytes = Vec::new();
    if let Ok(file) = File::open(format!("/proc/{number}/environ")) {
        let _ = file.take(MARK_WITHIN).read_to_end(&mut bytes);
    }
    bytes
}
