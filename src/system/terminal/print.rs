//! Blocks of lines on a stream, and a question now and then.

use std::io::{self, IsTerminal, Write};

use super::Painter;
use crate::view::text::Line;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stream {
    Out,
    Err,
}

/// Writes the lines, each with its end. A reader that has gone away (`tutor list | head`) is no error.
pub fn print(stream: Stream, lines: &[Line], painter: Painter) -> io::Result<()> {
    print_bytes(stream, painter.block(lines).as_bytes())
}

/// Writes what is no text for people: JSON, a script for a shell.
pub fn print_bytes(stream: Stream, bytes: &[u8]) -> io::Result<()> {
    let written = match stream {
        Stream::Out => {
            let mut out = io::stdout().lock();
            out.write_all(bytes).and_then(|()| out.flush())
        }
        Stream::Err => io::stderr().lock().write_all(bytes),
    };
    match written {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        outcome => outcome,
    }
}

/// Asks for yes or no, on the error stream; anything but yes is no. `None`: nobody is there to answer.
pub fn ask_yes(question: &Line, painter: Painter) -> io::Result<Option<bool>> {
    if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
        return Ok(None);
    }
    let mut err = io::stderr().lock();
    write!(err, "{} ", painter.line(question))?;
    err.flush()?;
    let mut answer = String::new();
    io::stdin().read_line(&mut answer)?;
    let answer = answer.trim().to_lowercase();
    Ok(Some(answer == "y" || answer == "yes"))
}
