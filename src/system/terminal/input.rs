//! What comes in from a person: keys, or whole lines where there is no terminal.

use std::io::{self, BufRead, Read};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::mode::Mode;
use crate::session::event::Key;

/// One message of the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    Key(Key),
    /// A line that was typed where keys cannot be read; without its end.
    Line(String),
    /// The window has another size, or was somebody else's for a while: draw again.
    Redraw,
    /// Ctrl-C, a request to end, or the window was closed.
    Interrupted,
    /// Nothing will come any more.
    Ended,
}

/// A line longer than this is cut: it is no command.
const LONGEST_LINE: u64 = 4096;

/// Reads the standard input line by line in a thread of its own.
pub fn read_lines(send: impl Fn(Input) + Send + 'static) -> io::Result<()> {
    let work = move || {
        let mut input = io::stdin().lock();
        loop {
            let mut line = Vec::new();
            let mut piece = (&mut input).take(LONGEST_LINE);
            match piece.read_until(b'\n', &mut line) {
                Ok(0) | Err(_) => break,
                Ok(_) => send(Input::Line(
                    String::from_utf8_lossy(&line)
                        .trim_end_matches(['\n', '\r'])
                        .to_owned(),
                )),
            }
        }
        send(Input::Ended);
    };
    thread::Builder::new()
        .name("lines".into())
        .spawn(work)
        .map(drop)
}

/// The thread that reads keys while the terminal is ours.
pub(super) struct Keys {
    thread: Option<JoinHandle<()>>,
    #[cfg(target_os = "linux")]
    wake: io::PipeWriter,
}

impl Keys {
    /// `typed` came before; it is told first.
    pub(super) fn read(
        mode: Mode,
        typed: &[u8],
        send: impl Fn(Input) + Send + 'static,
    ) -> io::Result<Keys> {
        let early: Vec<Key> = typed.iter().filter_map(|byte| plain_key(*byte)).collect();
        #[cfg(target_os = "linux")]
        let (waiting, wake) = io::pipe()?;
        let work = move || {
            early.into_iter().for_each(|key| send(Input::Key(key)));
            #[cfg(target_os = "linux")]
            let wait = || await_input(&waiting);
            #[cfg(not(target_os = "linux"))]
            let wait = await_input;
            while mode.await_entry() {
                match wait() {
                    Wait::Something => {
                        if let Some(Err(_)) = mode.while_entered(|| tell_keys(&send)) {
                            break;
                        }
                    }
                    Wait::Nothing => {}
                    Wait::Never => break,
                }
            }
            send(Input::Ended);
        };
        let thread = thread::Builder::new().name("keys".into()).spawn(work)?;
        Ok(Keys {
            thread: Some(thread),
            #[cfg(target_os = "linux")]
            wake,
        })
    }
}

impl Drop for Keys {
    /// The mode has ended by now, so the thread ends as soon as it looks.
    fn drop(&mut self) {
        #[cfg(target_os = "linux")]
        {
            let _ = io::Write::write_all(&mut self.wake, b"!");
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

enum Wait {
    Something,
    Nothing,
    /// The terminal is gone.
    Never,
}

/// Not crossterm's own waiting: that would take keys which an editor in the foreground is to get.
#[cfg(target_os = "linux")]
fn await_input(wake: &io::PipeReader) -> Wait {
    use rustix::event::{PollFd, PollFlags, poll};
    let stdin = rustix::stdio::stdin();
    let mut fds = [
        PollFd::from_borrowed_fd(stdin, PollFlags::IN),
        PollFd::new(wake, PollFlags::IN),
    ];
    match poll(&mut fds, None) {
        Err(_) => return Wait::Nothing,
        Ok(_) if !fds[1].revents().is_empty() => return Wait::Never,
        Ok(_) => {}
    }
    let keys = fds[0].revents();
    // First of all: crossterm would read the end of a closed terminal for ever.
    if keys.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) {
        Wait::Never
    } else if keys.contains(PollFlags::IN) {
        Wait::Something
    } else if keys.is_empty() {
        Wait::Nothing
    } else {
        Wait::Never
    }
}

#[cfg(not(target_os = "linux"))]
fn await_input() -> Wait {
    match crossterm::event::poll(Duration::from_millis(100)) {
        Ok(true) => Wait::Something,
        Ok(false) => Wait::Nothing,
        Err(_) => Wait::Never,
    }
}

/// As good as at once. Not zero: with that, crossterm does not look at a terminal at all. And it looks by `poll`
/// (`use-dev-tty`): the other way it forgets a key that comes together with another size of the window.
const AT_ONCE: Duration = Duration::from_millis(1);

/// Tells all keys that are there; an error when the terminal is gone.
fn tell_keys(send: &impl Fn(Input)) -> io::Result<()> {
    while crossterm::event::poll(AT_ONCE)? {
        match crossterm::event::read()? {
            Event::Key(event) => {
                if let Some(key) = key(event) {
                    send(Input::Key(key));
                }
            }
            Event::Resize(..) => send(Input::Redraw),
            _ => {}
        }
    }
    Ok(())
}

fn key(event: KeyEvent) -> Option<Key> {
    if event.kind != KeyEventKind::Press {
        return None;
    }
    let control = event.modifiers.contains(KeyModifiers::CONTROL);
    match event.code {
        KeyCode::Char('c' | 'd') if control => Some(Key::Leave),
        KeyCode::Char(_)
            if event
                .modifiers
                .intersects(KeyModifiers::CONTROL | KeyModifiers::ALT) =>
        {
            None
        }
        KeyCode::Char(letter) => Some(Key::Char(letter)),
        KeyCode::Enter => Some(Key::Enter),
        KeyCode::Esc => Some(Key::Esc),
        KeyCode::Tab => Some(Key::Tab),
        KeyCode::Backspace => Some(Key::Backspace),
        KeyCode::Up => Some(Key::Up),
        KeyCode::Down => Some(Key::Down),
        KeyCode::PageUp => Some(Key::PageUp),
        KeyCode::PageDown => Some(Key::PageDown),
        KeyCode::Home => Some(Key::Home),
        KeyCode::End => Some(Key::End),
        _ => None,
    }
}

/// Of what was typed before anybody read keys only letters are sure to be keys.
fn plain_key(byte: u8) -> Option<Key> {
    match byte {
        b'\r' | b'\n' => Some(Key::Enter),
        b' '..=b'~' => Some(Key::Char(char::from(byte))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_presses_of_known_keys_are_told() {
        let press = |code, modifiers| key(KeyEvent::new(code, modifiers));
        let none = KeyModifiers::NONE;
        assert_eq!(press(KeyCode::Char('n'), none), Some(Key::Char('n')));
        assert_eq!(
            press(KeyCode::Char('N'), KeyModifiers::SHIFT),
            Some(Key::Char('N'))
        );
        assert_eq!(
            press(KeyCode::Char('c'), KeyModifiers::CONTROL),
            Some(Key::Leave)
        );
        assert_eq!(press(KeyCode::Char('x'), KeyModifiers::CONTROL), None);
        assert_eq!(press(KeyCode::F(1), none), None);
        let release = KeyEvent::new_with_kind(KeyCode::Enter, none, KeyEventKind::Release);
        assert_eq!(key(release), None);
    }
}
