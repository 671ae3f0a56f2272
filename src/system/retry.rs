//! Trying again what another program (a virus scanner, an indexer, a fork in another thread) holds for a moment.

use std::io;
use std::thread;
use std::time::Duration;

/// Pauses between attempts at a rename or a deletion: 385 ms in all.
pub const FILE_PAUSES: [Duration; 5] = [
    Duration::from_millis(10),
    Duration::from_millis(25),
    Duration::from_millis(50),
    Duration::from_millis(100),
    Duration::from_millis(200),
];

/// Pauses between attempts at starting a program: half a second in all.
pub const START_PAUSES: [Duration; 3] = [
    Duration::from_millis(20),
    Duration::from_millis(120),
    Duration::from_millis(360),
];

/// The outcome of the first attempt that succeeds or whose error is not `passing`, else of the last one.
pub fn retry<T>(
    pauses: &[Duration],
    passing: impl Fn(&io::Error) -> bool,
    mut attempt: impl FnMut() -> io::Result<T>,
) -> io::Result<T> {
    for pause in pauses {
        match attempt() {
            Err(error) if passing(&error) => thread::sleep(*pause),
            outcome => return outcome,
        }
    }
    attempt()
}

/// Whether another program may be the reason why a file cannot be moved or removed: on Windows alone.
pub fn is_held(error: &io::Error) -> bool {
    const SHARING_VIOLATION: i32 = 32;
    const LOCK_VIOLATION: i32 = 33;
    let held = [SHARING_VIOLATION, LOCK_VIOLATION];
    cfg!(windows)
        && (error.kind() == io::ErrorKind::PermissionDenied
            || error
                .raw_os_error()
                .is_some_and(|code| held.contains(&code)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NO_PAUSES: [Duration; 3] = [Duration::ZERO; 3];

    fn failing(times: usize) -> impl FnMut() -> io::Result<usize> {
        let mut calls = 0;
        move || {
            calls += 1;
            if calls > times {
                Ok(calls)
            } else {
                Err(io::ErrorKind::PermissionDenied.into())
            }
        }
    }

    #[test]
    fn a_passing_error_is_tried_again() {
        let outcome = retry(&NO_PAUSES, |_| true, failing(3));
        assert_eq!(outcome.expect("the fourth attempt"), 4);
    }

    #[test]
    fn the_last_error_is_returned() {
        let outcome = retry(&NO_PAUSES, |_| true, failing(4));
        let kind = outcome.expect_err("four failures").kind();
        assert_eq!(kind, io::ErrorKind::PermissionDenied);
    }

    #[test]
    fn another_error_is_returned_at_once() {
        let mut calls = 0;
        let outcome = retry(
            &NO_PAUSES,
            |_| false,
            || -> io::Result<()> {
                calls += 1;
                Err(io::ErrorKind::NotFound.into())
            },
        );
        assert!(outcome.is_err());
        assert_eq!(calls, 1);
    }
}
