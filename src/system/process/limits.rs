//! Limits that the kernel keeps, even when we are no longer there.

use rustix::process::{Pid, Resource, Rlimit, prlimit};

use crate::check::job::Limits;

/// Room for threads and processes above what runs on the machine now, and for each core: an exercise may start a
/// thousand threads, many compilers may run at once, and a fork bomb still ends.
const SPARE_TASKS: u64 = 1024;
const TASKS_PER_CORE: u64 = 128;

/// Limits a process that was just started. It has run for some microseconds by now: there is no safe call that would
/// be made in the child itself.
pub(super) fn apply(pid: Pid, limits: &Limits) {
    // One second more before the kernel does not ask any longer.
    set(
        pid,
        Resource::Cpu,
        limits.cpu_s,
        limits.cpu_s.saturating_add(1),
    );
    set(pid, Resource::As, limits.memory, limits.memory);
    set(pid, Resource::Fsize, limits.file_size, limits.file_size);
    set(pid, Resource::Core, 0, 0);
    if let Some(tasks) = tasks_now() {
        let cores = std::thread::available_parallelism().map_or(1, usize::from) as u64;
        let most = tasks + SPARE_TASKS + TASKS_PER_CORE * cores;
        set(pid, Resource::Nproc, most, most);
    }
}

/// Never above what the learner's own shell allows. An error means that the process is gone already.
fn set(pid: Pid, resource: Resource, soft: u64, hard: u64) {
    let wanted = Rlimit {
        current: Some(soft),
        maximum: Some(hard),
    };
    if prlimit(Some(pid), resource, wanted).is_err() {
        let allowed = rustix::process::getrlimit(resource).maximum.unwrap_or(hard);
        let lower = Rlimit {
            current: Some(soft.min(allowed)),
            maximum: Some(hard.min(allowed)),
        };
        let _ = prlimit(Some(pid), resource, lower);
    }
}

/// Threads of all processes: the fourth word of `0.20 0.18 0.12 1/80 11206`, after the slash.
fn tasks_now() -> Option<u64> {
    let text = std::fs::read_to_string("/proc/loadavg").ok()?;
    text.split(' ').nth(3)?.split_once('/')?.1.parse().ok()
}
