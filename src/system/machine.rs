//! What this machine lets us do at once.

use std::num::NonZero;
use std::thread;

/// Files that are open whatever we do: streams, locks, signals, the guardian.
const FILES_FOR_US: u64 = 16;
/// Files that one job may need while it is started: its pipes, and what is read and written around it.
const FILES_PER_JOB: u64 = 12;
/// A compiler seldom needs more.
const MEMORY_PER_JOB: u64 = 1 << 30;

/// How many jobs may run side by side: one for each core, fewer where open files or memory would not do.
pub fn jobs_at_once() -> usize {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    allowed(cores, most_files(), memory())
}

fn allowed(cores: usize, files: Option<u64>, memory: Option<u64>) -> usize {
    let by_files = files.map(|files| files.saturating_sub(FILES_FOR_US) / FILES_PER_JOB);
    let by_memory = memory.map(|memory| memory / MEMORY_PER_JOB);
    let least = by_files.into_iter().chain(by_memory).min();
    let least = least.map_or(cores, |least| usize::try_from(least).unwrap_or(cores));
    least.clamp(1, cores.max(1))
}

#[cfg(unix)]
fn most_files() -> Option<u64> {
    rustix::process::getrlimit(rustix::process::Resource::Nofile).current
}

#[cfg(not(unix))]
fn most_files() -> Option<u64> {
    None
}

/// Of the machine, or of the container that we are in.
#[cfg(target_os = "linux")]
fn memory() -> Option<u64> {
    let read = |place: &str| std::fs::read_to_string(place).ok();
    let machine = read("/proc/meminfo").and_then(|text| total(&text));
    let container = read("/sys/fs/cgroup/memory.max").and_then(|text| text.trim().parse().ok());
    machine.into_iter().chain(container).min()
}

#[cfg(not(target_os = "linux"))]
fn memory() -> Option<u64> {
    None
}

/// `MemTotal:        8136548 kB`
#[cfg(target_os = "linux")]
fn total(meminfo: &str) -> Option<u64> {
    let line = meminfo
        .lines()
        .find_map(|line| line.strip_prefix("MemTotal:"))?;
    let kilobytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    kilobytes.checked_mul(1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GIB: Option<u64> = Some(1 << 30);

    #[test]
    fn whatever_is_scarcest_decides() {
        let plenty = Some(64 << 30);
        assert_eq!(allowed(8, Some(1024), plenty), 8);
        assert_eq!(allowed(8, None, None), 8);
        assert_eq!(allowed(8, Some(64), plenty), 4);
        assert_eq!(allowed(8, Some(1024), Some(3 << 30)), 3);
        assert_eq!(allowed(8, Some(24), plenty), 1);
        assert_eq!(allowed(8, Some(1024), GIB), 1);
        assert_eq!(allowed(8, Some(0), Some(0)), 1, "one job always may");
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn the_memory_of_this_machine_is_found() {
        assert_eq!(
            total("MemTotal:        2048 kB\nMemFree: 1 kB\n"),
            Some(2 << 20)
        );
        assert_eq!(total("nothing"), None);
        assert!(memory().is_some_and(|bytes| bytes > 1 << 20));
    }
}
