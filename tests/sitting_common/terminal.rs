//! The real `tutor` in a real terminal, seen as a grid of letters.

use std::io::{Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// Generous: a loaded machine is slow, and a test that passes does not wait.
const PATIENCE: Duration = Duration::from_secs(60);

pub struct Terminal {
    master: Box<dyn MasterPty + Send>,
    keys: Arc<Mutex<Box<dyn Write + Send>>>,
    window: Arc<Window>,
    child: Box<dyn Child + Send + Sync>,
}

/// What the terminal shows, and all bytes that made it so.
struct Window {
    grid: Mutex<(vt100::Parser, Vec<u8>)>,
    changed: Condvar,
}

impl Window {
    fn grid(&self) -> MutexGuard<'_, (vt100::Parser, Vec<u8>)> {
        self.grid.lock().expect("no panic")
    }

    /// Whether a frame has begun that has not ended: what the grid shows is half of one and half of another.
    fn is_between(bytes: &[u8]) -> bool {
        const BEGIN: &[u8] = b"\x1b[?2026h";
        const END: &[u8] = b"\x1b[?2026l";
        let mut places = bytes.windows(BEGIN.len()).rev();
        let last = places.find(|place| *place == BEGIN || *place == END);
        last == Some(BEGIN)
    }

    fn takes(&self, bytes: &[u8]) {
        let mut grid = self.grid();
        grid.0.process(bytes);
        grid.1.extend_from_slice(bytes);
        self.changed.notify_all();
    }
}

impl Terminal {
    /// `tutor` with these words, in this folder.
    pub fn tutor(folder: &Path, words: &[&str]) -> Terminal {
        Terminal::with(folder, words, &[], (80, 24))
    }

    /// The same with these variables, in a window of so many columns and rows.
    pub fn with(
        folder: &Path,
        words: &[&str],
        env: &[(&str, &str)],
        (columns, rows): (u16, u16),
    ) -> Terminal {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_tutor"));
        command.args(words);
        command.cwd(folder);
        for inherited in [
            "TERM_PROGRAM",
            "EDITOR",
            "VISUAL",
            "TMUX",
            "ZELLIJ",
            "NO_COLOR",
        ] {
            command.env_remove(inherited);
        }
        command.env("TERM", "xterm-256color");
        for (name, value) in env {
            command.env(name, value);
        }
        Terminal::start(command, columns, rows)
    }

    fn start(command: CommandBuilder, columns: u16, rows: u16) -> Terminal {
        let pair = native_pty_system()
            .openpty(size(columns, rows))
            .expect("a terminal");
        let child = pair.slave.spawn_command(command).expect("it starts");
        let keys = Arc::new(Mutex::new(pair.master.take_writer().expect("a writer")));
        let parser = vt100::Parser::new(positive(rows), positive(columns), 200);
        let window = Arc::new(Window {
            grid: Mutex::new((parser, Vec::new())),
            changed: Condvar::new(),
        });
        let reader = pair.master.try_clone_reader().expect("a reader");
        let (shown, answers) = (window.clone(), keys.clone());
        thread::spawn(move || show(reader, &shown, &answers));
        Terminal {
            master: pair.master,
            keys,
            window,
            child,
        }
    }

    pub fn press(&self, keys: &str) -> &Terminal {
        let mut writer = self.keys.lock().expect("no panic");
        writer.write_all(keys.as_bytes()).expect("written");
        self
    }

    pub fn resize(&self, columns: u16, rows: u16) {
        let mut grid = self.window.grid();
        grid.0
            .screen_mut()
            .set_size(positive(rows), positive(columns));
        drop(grid);
        self.master.resize(size(columns, rows)).expect("resized");
    }

    /// What stands in the window now; rows without their last blanks.
    pub fn text(&self) -> String {
        text_of(&self.window.grid().0)
    }

    /// All bytes that it has written so far.
    pub fn received(&self) -> Vec<u8> {
        self.window.grid().1.clone()
    }

    pub fn process(&self) -> u32 {
        self.child.process_id().expect("it runs")
    }

    /// Waits until the window shows again what it showed before: the last bytes of a program that has ended may still
    /// be on their way here.
    #[track_caller]
    pub fn has_left_its_screen(&self) {
        let deadline = Instant::now() + PATIENCE;
        let mut grid = self.window.grid();
        while grid.0.screen().alternate_screen() {
            let left = deadline.saturating_duration_since(Instant::now());
            assert!(!left.is_zero(), "it has kept the screen");
            let waited = self.window.changed.wait_timeout(grid, left);
            grid = waited.expect("no panic").0;
        }
    }

    /// Waits until the window shows all of this.
    #[track_caller]
    pub fn shows(&self, pieces: &[&str]) -> String {
        self.until(&format!("{pieces:?}"), |text| {
            pieces.iter().all(|piece| text.contains(piece))
        })
    }

    /// Waits until the window begins so, and shows this below: another exercise may be named further down.
    #[track_caller]
    pub fn is_at(&self, beginning: &str, piece: &str) -> String {
        self.until(&format!("{beginning:?} and {piece:?}"), |text| {
            text.starts_with(beginning) && text.contains(piece)
        })
    }

    #[track_caller]
    pub fn until(&self, what: &str, is_so: impl Fn(&str) -> bool) -> String {
        let deadline = Instant::now() + PATIENCE;
        let mut grid = self.window.grid();
        loop {
            let text = text_of(&grid.0);
            if is_so(&text) && !Window::is_between(&grid.1) {
                return text;
            }
            let left = deadline.saturating_duration_since(Instant::now());
            assert!(
                !left.is_zero(),
                "waited for {what}; the window shows:\n{text}"
            );
            let waited = self.window.changed.wait_timeout(grid, left);
            grid = waited.expect("no panic").0;
        }
    }

    /// Waits until it has ended; its exit code.
    #[track_caller]
    pub fn ends(&mut self) -> u32 {
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().expect("it can be waited for") {
                return status.exit_code();
            }
            assert!(
                Instant::now() < deadline,
                "it does not end; the window shows:\n{}",
                self.text()
            );
            thread::sleep(Duration::from_millis(5));
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Rows without their last blanks.
fn text_of(parser: &vt100::Parser) -> String {
    let (_, columns) = parser.screen().size();
    let rows = parser.screen().rows(0, columns.get());
    let text: Vec<String> = rows.map(|row| row.trim_end().to_owned()).collect();
    text.join("\n").trim_end().to_owned() + "\n"
}

/// Keeps the grid, and answers where the cursor is when it is asked.
fn show(mut reader: Box<dyn Read + Send>, window: &Window, keys: &Mutex<Box<dyn Write + Send>>) {
    const QUESTION: &[u8] = b"\x1b[6n";
    let mut buffer = [0; 4096];
    let mut pending = Vec::new();
    while let Ok(length @ 1..) = reader.read(&mut buffer) {
        pending.extend_from_slice(&buffer[..length]);
        while let Some(at) = pending.windows(4).position(|bytes| bytes == QUESTION) {
            let before: Vec<u8> = pending.drain(..at + 4).collect();
            window.takes(&before[..at]);
            let (row, column) = window.grid().0.screen().cursor_position();
            let answer = format!("\x1b[{};{}R", row + 1, column + 1);
            let mut keys = keys.lock().expect("no panic");
            keys.write_all(answer.as_bytes()).expect("written");
        }
        // A question may be cut in two between two reads.
        let keep = (1..4)
            .rev()
            .find(|&length| pending.ends_with(&QUESTION[..length]))
            .unwrap_or(0);
        let ready: Vec<u8> = pending.drain(..pending.len() - keep).collect();
        window.takes(&ready);
    }
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols: columns,
        pixel_width: 0,
        pixel_height: 0,
    }
}

fn positive(number: u16) -> NonZero<u16> {
    NonZero::new(number).expect("not zero")
}
