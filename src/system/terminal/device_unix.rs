//! Setting the terminal, on Unix.
//!
//! Signals from the keyboard stay on (Ctrl-C, Ctrl-Z), so that they work whatever the program is busy with.

use std::io;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fd::BorrowedFd;
use rustix::stdio::{stdin, stdout};
use rustix::termios::{
    InputModes, LocalModes, OptionalActions, SpecialCodeIndex, Termios, tcgetattr, tcgetpgrp,
    tcgetwinsize, tcsetattr,
};

/// A terminal that takes nothing for so long is stuck; we do not get stuck with it.
const STUCK: Duration = Duration::from_secs(2);

/// The settings that were found.
pub(super) struct Settings(Mutex<Termios>);

impl Settings {
    /// Changes nothing yet.
    pub(super) fn find() -> io::Result<Settings> {
        Ok(Settings(Mutex::new(tcgetattr(stdin())?)))
    }

    /// Looks again: somebody else may have set it meanwhile.
    pub(super) fn look(&self) {
        if let Ok(now) = tcgetattr(stdin()) {
            *self.0.lock().unwrap_or_else(PoisonError::into_inner) = now;
        }
    }

    pub(super) fn set_for_keys(&self) {
        let ours = for_keys(&self.0.lock().unwrap_or_else(PoisonError::into_inner));
        let _ = tcsetattr(stdin(), OptionalActions::Now, &ours);
    }

    /// Never waits: a panic may come at any time.
    pub(super) fn set_back(&self) {
        if let Ok(found) = self.0.try_lock() {
            let _ = tcsetattr(stdin(), OptionalActions::Now, &found);
        }
    }
}

/// Line by line no more, no echo; and Ctrl-S does not freeze the screen.
fn for_keys(found: &Termios) -> Termios {
    let mut ours = found.clone();
    ours.local_modes
        .remove(LocalModes::ICANON | LocalModes::ECHO | LocalModes::IEXTEN);
    ours.local_modes.insert(LocalModes::ISIG);
    ours.input_modes.remove(InputModes::IXON);
    ours.special_codes[SpecialCodeIndex::VMIN] = 1;
    ours.special_codes[SpecialCodeIndex::VTIME] = 0;
    ours
}

/// Setting a terminal that belongs to another job would stop us.
pub(super) fn is_foreground() -> bool {
    tcgetpgrp(stdin()).is_ok_and(|group| group == rustix::process::getpgrp())
}

/// Writes at once, past the library's buffer and its lock.
pub(super) fn write(text: &str) -> io::Result<()> {
    let mut left = text.as_bytes();
    let until = Instant::now() + STUCK;
    while !left.is_empty() {
        if !is_ready(stdout(), PollFlags::OUT, until) {
            return Err(io::ErrorKind::TimedOut.into());
        }
        // Little at a time: a terminal with room for one byte would keep us with the rest.
        let piece = &left[..left.len().min(1 << 10)];
        match rustix::io::write(stdout(), piece) {
            Ok(length) => left = &left[length..],
            Err(rustix::io::Errno::INTR | rustix::io::Errno::AGAIN) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

/// Columns and rows.
pub(super) fn window() -> Option<(u16, u16)> {
    let found = tcgetwinsize(stdout())
        .or_else(|_| tcgetwinsize(stdin()))
        .ok()?;
    Some((found.ws_col, found.ws_row))
}

/// Writes the text and asks for the cursor's column, counted from 1. What came in beside the answer was typed.
pub(super) fn cursor_column_after(text: &str, patience: Duration) -> (Option<u16>, Vec<u8>) {
    let mut come = Vec::new();
    if write(&format!("{text}\u{1b}[6n")).is_err() {
        return (None, come);
    }
    let until = Instant::now() + patience;
    while is_ready(stdin(), PollFlags::IN, until) {
        let mut buffer = [0; 256];
        match rustix::io::read(stdin(), &mut buffer) {
            Ok(0) | Err(_) => break,
            Ok(length) => come.extend_from_slice(&buffer[..length]),
        }
        if let Some(column) = take_answer(&mut come) {
            return (Some(column), come);
        }
    }
    (None, come)
}

/// Takes `ESC [ ROW ; COLUMN R` out of what has come in.
fn take_answer(come: &mut Vec<u8>) -> Option<u16> {
    for start in 0..come.len() {
        let Some(rest) = come[start..].strip_prefix(b"\x1b[") else {
            continue;
        };
        let Some(length) = rest
            .iter()
            .position(|byte| !matches!(byte, b'0'..=b'9' | b';'))
        else {
            continue;
        };
        let numbers = std::str::from_utf8(&rest[..length]).ok()?;
        if rest[length] == b'R'
            && let Some((_, column)) = numbers.split_once(';')
        {
            let column = column.parse().ok();
            come.drain(start..start + 2 + length + 1);
            return column;
        }
    }
    None
}

/// Waits until the stream takes or has something; false when the time is over or nothing will ever come.
fn is_ready(stream: BorrowedFd<'_>, what: PollFlags, until: Instant) -> bool {
    loop {
        let left = until.saturating_duration_since(Instant::now());
        let timeout = Timespec {
            tv_sec: i64::try_from(left.as_secs()).unwrap_or(i64::MAX),
            tv_nsec: left.subsec_nanos().into(),
        };
        let mut fds = [PollFd::from_borrowed_fd(stream, what)];
        match poll(&mut fds, Some(&timeout)) {
            Ok(0) => return false,
            Ok(_) => return fds[0].revents().intersects(what),
            Err(rustix::io::Errno::INTR) => {}
            Err(_) => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_taken_out_of_what_was_typed() {
        let check = |come: &[u8], column: Option<u16>, typed: &[u8]| {
            let mut come = come.to_vec();
            assert_eq!(take_answer(&mut come), column);
            assert_eq!(come, typed);
        };
        check(b"\x1b[1;4R", Some(4), b"");
        check(b"n\x1b[A\x1b[12;140Rq", Some(140), b"n\x1b[Aq");
        check(b"\x1b[1;", None, b"\x1b[1;");
        check(b"\x1b[1R", None, b"\x1b[1R");
        check(b"\x1b[1;99999R", None, b"");
        check(b"", None, b"");
    }
}
