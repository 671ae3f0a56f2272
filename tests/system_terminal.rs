//! A full screen in a real terminal: what it shows, what it hears, and how it gives the terminal back.

#![cfg(target_os = "linux")]
#![allow(
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "tests drive processes and wait"
)]

use std::fs::{self, File, OpenOptions};
use std::io::{Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use rustix::termios::{LocalModes, Termios, tcgetattr};
use tutor::check::job::{Job, Limits};
use tutor::session::event::Key;
use tutor::system::files::TempFolder;
use tutor::system::process::{self, Cancel};
use tutor::system::terminal::{FullScreen, Input, Painter};
use tutor::view::text::Line;

const SITS: &str = "TUTOR_TEST_SITS";
const PATIENCE: Duration = Duration::from_secs(30);

/// Not a test of its own: the program in the terminal. It shows what it hears.
#[test]
fn helper_sits() {
    let Some(way) = std::env::var_os(SITS) else {
        return;
    };
    let way = way.to_string_lossy().into_owned();
    let (sender, inputs) = mpsc::channel();
    let mut screen = FullScreen::enter(Painter::default(), move |input| drop(sender.send(input)))
        .expect("a terminal");
    if let Some(file) = way.strip_prefix("stubborn ") {
        let job = waits(file);
        thread::spawn(move || process::run(&job, &Cancel::new()));
    }
    let mut heard = Vec::new();
    loop {
        let size = screen.size();
        let boxes = if screen.has_boxes() { "boxes" } else { "ascii" };
        let head = format!("ready {boxes} {}x{}", size.columns, size.rows);
        let lines: Vec<Line> = [head]
            .into_iter()
            .chain(heard.clone())
            .map(Line::plain)
            .collect();
        screen.draw(&lines).expect("drawn");
        match inputs.recv().expect("somebody sends") {
            Input::Key(Key::Char('q')) => break,
            Input::Key(Key::Char('!')) => panic!("as asked"),
            Input::Key(Key::Char('t')) => {
                let _ = thread::spawn(|| panic!("elsewhere")).join();
            }
            Input::Key(Key::Char('e')) => {
                let script = format!("echo outside; read line; echo \"$line\" > {way}");
                let status = screen.outside(|| {
                    std::process::Command::new("sh")
                        .args(["-c", &script])
                        .status()
                });
                heard.push(format!("back {}", status.expect("sh runs").success()));
            }
            Input::Interrupted if way.starts_with("stubborn") => {
                heard.push("heard Interrupted".into())
            }
            Input::Interrupted => {
                drop(screen);
                std::process::exit(130);
            }
            Input::Ended => {
                drop(screen);
                std::process::exit(77);
            }
            Input::Redraw => screen.forget(),
            other => heard.push(format!("heard {other:?}")),
        }
    }
    drop(screen);
    std::process::exit(42);
}

/// A job that writes its number into this file and then does nothing for a long time.
fn waits(file: &str) -> Job {
    let hour = Duration::from_secs(3600);
    Job {
        program: "/bin/sh".into(),
        args: ["-c", "echo $$ > \"$0\"; exec sleep 3600", file]
            .map(Into::into)
            .to_vec(),
        env: vec![("PATH".into(), "/usr/bin:/bin".into())],
        cwd: "/".into(),
        stdin: None,
        limits: Limits {
            wall: hour,
            cpu_s: 60,
            memory: 1 << 30,
            file_size: 1 << 20,
            keep_head: 1000,
            keep_tail: 1000,
            flood: 1 << 20,
        },
    }
}

/// How the terminal answers when it is asked for the cursor.
#[derive(Clone, Copy)]
enum Answers {
    Truly,
    /// As one that draws a box character two columns wide.
    Wide,
    Never,
}

/// A terminal with a program in it.
struct Terminal {
    master: Box<dyn MasterPty + Send>,
    keys: Arc<Mutex<Box<dyn Write + Send>>>,
    screen: Arc<Mutex<vt100::Parser>>,
    child: Box<dyn portable_pty::Child + Send + Sync>,
    device: File,
    found: Termios,
}

fn this() -> PathBuf {
    std::env::current_exe().expect("this test")
}

fn positive(number: u16) -> std::num::NonZero<u16> {
    std::num::NonZero::new(number).expect("not zero")
}

impl Terminal {
    fn sitting(way: &str) -> Terminal {
        Terminal::answering(way, Answers::Truly)
    }

    fn answering(way: &str, answers: Answers) -> Terminal {
        let mut command = CommandBuilder::new(this());
        command.args(["--exact", "helper_sits", "--nocapture"]);
        command.env(SITS, way);
        Terminal::start(command, answers)
    }

    fn start(mut command: CommandBuilder, answers: Answers) -> Terminal {
        command.env("TERM", "xterm-256color");
        command.env("RUST_BACKTRACE", "0");
        let size = PtySize {
            rows: 24,
            cols: 80,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size).expect("a terminal");
        let name = pair.master.tty_name().expect("it has a name");
        let no_control = i32::try_from(rustix::fs::OFlags::NOCTTY.bits()).expect("small");
        let device = OpenOptions::new()
            .read(true)
            .write(true)
            .custom_flags(no_control)
            .open(name);
        let device = device.expect("it can be opened");
        let found = tcgetattr(&device).expect("it is a terminal");
        let keys = Arc::new(Mutex::new(pair.master.take_writer().expect("a writer")));
        let screen = Arc::new(Mutex::new(vt100::Parser::new(
            positive(24),
            positive(80),
            100,
        )));
        let reader = pair.master.try_clone_reader().expect("a reader");
        let (screen_of_reader, keys_of_reader) = (screen.clone(), keys.clone());
        thread::spawn(move || show(reader, &screen_of_reader, &keys_of_reader, answers));
        let child = pair.slave.spawn_command(command).expect("started");
        Terminal {
            master: pair.master,
            keys,
            screen,
            child,
            device,
            found,
        }
    }

    fn press(&self, keys: &str) {
        let mut writer = self.keys.lock().expect("no panic");
        writer.write_all(keys.as_bytes()).expect("written");
    }

    fn text(&self) -> String {
        self.screen.lock().expect("no panic").screen().contents()
    }

    #[track_caller]
    fn until(&self, what: &str, holds: impl Fn() -> bool) {
        let deadline = Instant::now() + PATIENCE;
        while !holds() {
            assert!(
                Instant::now() < deadline,
                "waited for {what}; the screen shows:\n{}",
                self.text()
            );
            thread::sleep(Duration::from_millis(5));
        }
    }

    #[track_caller]
    fn shows(&self, text: &str) {
        self.until(text, || self.text().contains(text));
    }

    fn settings(&self) -> Termios {
        tcgetattr(&self.device).expect("still a terminal")
    }

    #[track_caller]
    fn is_taken(&self) {
        let modes = self.settings().local_modes;
        assert!(!modes.intersects(LocalModes::ECHO | LocalModes::ICANON));
        let parser = self.screen.lock().expect("no panic");
        assert!(parser.screen().alternate_screen() && parser.screen().hide_cursor());
    }

    #[track_caller]
    fn is_given_back(&self) {
        let settings = self.settings();
        assert_eq!(format!("{settings:?}"), format!("{:?}", self.found));
        self.until("the usual screen", || {
            let parser = self.screen.lock().expect("no panic");
            !parser.screen().alternate_screen() && !parser.screen().hide_cursor()
        });
    }

    #[track_caller]
    fn ends(&mut self) -> ExitStatus {
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().expect("it can be waited for") {
                return status;
            }
            assert!(
                Instant::now() < deadline,
                "it does not end; the screen shows:\n{}",
                self.text()
            );
            thread::sleep(Duration::from_millis(5));
        }
    }

    fn signal(&self, signal: rustix::process::Signal) {
        let number = i32::try_from(self.child.process_id().expect("it runs")).expect("small");
        let pid = rustix::process::Pid::from_raw(number).expect("not zero");
        rustix::process::kill_process(pid, signal).expect("it can be told");
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn show(
    mut reader: Box<dyn Read + Send>,
    screen: &Mutex<vt100::Parser>,
    keys: &Mutex<Box<dyn Write + Send>>,
    answers: Answers,
) {
    let mut buffer = [0; 4096];
    let mut last = Vec::new();
    while let Ok(length @ 1..) = reader.read(&mut buffer) {
        last.extend_from_slice(&buffer[..length]);
        // The answer is given where the question stands, not after what follows it.
        while let Some(at) = last.windows(4).position(|bytes| bytes == b"\x1b[6n") {
            let before: Vec<u8> = last.drain(..at + 4).collect();
            let mut parser = screen.lock().expect("no panic");
            parser.process(&before[..at]);
            let (row, column) = parser.screen().cursor_position();
            let answer = match answers {
                Answers::Truly => format!("\x1b[{};{}R", row + 1, column + 1),
                Answers::Wide => format!("\x1b[{};{}R", row + 1, 2 * column + 1),
                Answers::Never => String::new(),
            };
            keys.lock()
                .expect("no panic")
                .write_all(answer.as_bytes())
                .expect("written");
        }
        // A question may come in two pieces.
        let asks = (1..4)
            .rev()
            .find(|length| last.ends_with(&b"\x1b[6n"[..*length]))
            .unwrap_or(0);
        let rest = last.split_off(last.len() - asks);
        screen.lock().expect("no panic").process(&last);
        last = rest;
    }
}

#[test]
fn the_terminal_is_given_back_on_every_way_out() {
    use rustix::process::Signal;
    type Way<'a> = (&'a str, &'a dyn Fn(&Terminal), u32);
    let ways: &[Way<'_>] = &[
        ("quit", &|terminal| terminal.press("q"), 42),
        ("ctrl-c", &|terminal| terminal.press("\x03"), 130),
        ("a panic", &|terminal| terminal.press("!"), 101),
        ("a panic in a thread", &|terminal| terminal.press("t"), 77),
        ("SIGINT", &|terminal| terminal.signal(Signal::INT), 130),
        ("SIGTERM", &|terminal| terminal.signal(Signal::TERM), 130),
        ("SIGHUP", &|terminal| terminal.signal(Signal::HUP), 130),
        ("SIGQUIT", &|terminal| terminal.signal(Signal::QUIT), 1),
    ];
    for (way, act, code) in ways {
        let mut terminal = Terminal::sitting(way);
        terminal.shows("ready");
        terminal.is_taken();
        act(&terminal);
        let status = terminal.ends();
        assert_eq!(
            status.exit_code(),
            *code,
            "{way}: {status:?} {}",
            terminal.text()
        );
        terminal.is_given_back();
    }
}

#[test]
fn a_stubborn_program_is_ended_by_the_second_request() {
    let mut terminal = Terminal::sitting("stubborn");
    terminal.shows("ready");
    terminal.press("\x03");
    terminal.shows("heard Interrupted");
    terminal.press("\x03");
    assert_ne!(terminal.ends().exit_code(), 42);
    terminal.is_given_back();
}

#[test]
fn a_hung_program_gives_the_terminal_back_all_the_same() {
    let mut terminal = Terminal::sitting("stubborn");
    terminal.shows("ready");
    terminal.signal(rustix::process::Signal::TERM);
    assert_ne!(terminal.ends().exit_code(), 42);
    terminal.is_given_back();
}

#[test]
fn a_hung_program_leaves_nobody() {
    let folder = TempFolder::new("tutor-hung-").expect("a folder");
    let file = folder.path().join("number");
    let number = || fs::read_to_string(&file).unwrap_or_default();
    let mut terminal = Terminal::sitting(&format!("stubborn {}", file.display()));
    terminal.shows("ready");
    terminal.until("the job", || number().ends_with('\n'));
    terminal.signal(rustix::process::Signal::TERM);
    assert_ne!(terminal.ends().exit_code(), 42);
    // Who is dead has no memory any more.
    let memory = fs::read(format!("/proc/{}/environ", number().trim())).unwrap_or_default();
    assert_eq!(String::from_utf8_lossy(&memory), "");
}

#[test]
fn keys_are_heard() {
    let terminal = Terminal::sitting("");
    terminal.shows("ready boxes 80x24");
    let keys = [
        ("n", "Char('n')"),
        ("ü", "Char('ü')"),
        ("?", "Char('?')"),
        ("\r", "Enter"),
        ("\x1b[A", "Up"),
        ("\x1b[6~", "PageDown"),
        ("\x7f", "Backspace"),
        ("\x04", "Leave"),
        ("\x1b", "Esc"),
    ];
    for (bytes, name) in keys {
        terminal.press(bytes);
        terminal.shows(&format!("heard Key({name})"));
    }
}

#[test]
fn what_was_typed_before_is_heard_too() {
    let terminal = Terminal::sitting("");
    terminal.press("hm");
    terminal.shows("heard Key(Char('h'))");
    terminal.shows("heard Key(Char('m'))");
}

#[test]
fn box_characters_are_drawn_only_where_they_take_one_column() {
    Terminal::answering("", Answers::Truly).shows("ready boxes");
    Terminal::answering("", Answers::Wide).shows("ready ascii");
    Terminal::answering("", Answers::Never).shows("ready ascii");
}

#[test]
fn every_size_is_drawn() {
    let terminal = Terminal::sitting("");
    terminal.shows("ready boxes 80x24");
    for (columns, rows) in [(500, 50), (20, 2), (79, 24), (1, 1), (40, 10)] {
        // The screen first: what is drawn for the new size is to find it.
        let (r, c) = (positive(rows), positive(columns));
        terminal
            .screen
            .lock()
            .expect("no panic")
            .screen_mut()
            .set_size(r, c);
        let size = PtySize {
            rows,
            cols: columns,
            pixel_width: 0,
            pixel_height: 0,
        };
        terminal.master.resize(size).expect("resized");
        let wanted = format!("ready boxes {columns}x{rows}");
        terminal.shows(&wanted[..wanted.len().min(usize::from(columns))]);
    }
    terminal
        .master
        .resize(PtySize {
            rows: 0,
            cols: 0,
            pixel_width: 0,
            pixel_height: 0,
        })
        .expect("resized");
    terminal
        .screen
        .lock()
        .expect("no panic")
        .screen_mut()
        .set_size(positive(24), positive(80));
    terminal.shows("ready boxes 80x24");
}

#[test]
fn an_editor_gets_the_terminal_and_all_keys() {
    let folder = TempFolder::new("tutor-editor-").expect("a folder");
    let file = folder.path().join("line");
    let terminal = Terminal::sitting(&file.display().to_string());
    terminal.shows("ready");
    for round in 0..3 {
        terminal.press("e");
        terminal.shows("outside");
        terminal.is_given_back();
        terminal.press(&format!("all of this {round}\n"));
        let back = "back true\n".repeat(round + 1);
        terminal.until("the screen again", || {
            terminal.text().contains(back.trim_end())
        });
        terminal.is_taken();
        let line = fs::read_to_string(&file).expect("the editor has read it");
        assert_eq!(line, format!("all of this {round}\n"));
    }
    assert!(!terminal.text().contains("heard"));
}

#[test]
fn it_is_suspended_and_comes_back() {
    if !Path::new("/bin/dash").exists() {
        eprintln!("SKIPPED: there is no dash, the shell that leaves the terminal alone");
        return;
    }
    let mut command = CommandBuilder::new("/bin/dash");
    command.arg("-i");
    command.env(SITS, "");
    command.env("PS1", "shell> ");
    let terminal = Terminal::start(command, Answers::Truly);
    terminal.shows("shell>");
    terminal.press(&format!(
        "{} --exact helper_sits --nocapture\n",
        this().display()
    ));
    terminal.shows("ready boxes");
    for round in 0..3 {
        terminal.is_taken();
        terminal.press("\x1a");
        terminal.until("the shell", || {
            terminal.text().trim_end().ends_with("shell>")
        });
        terminal.is_given_back();
        terminal.press(&format!("echo {round}-$((40 + 2))-\n"));
        terminal.shows(&format!("{round}-42-"));
        if round == 1 {
            // In the background it leaves the terminal to the shell.
            terminal.press("bg\n");
            terminal.press("echo bg-$((30 + 3))-\n");
            terminal.shows("bg-33-");
            terminal.is_given_back();
        }
        terminal.press("fg\n");
        terminal.shows("ready boxes");
        terminal.press("n");
        terminal.until("the key", || {
            terminal.text().matches("heard Key(Char('n'))").count() == round + 1
        });
    }
    terminal.press("q");
    terminal.until("the shell", || {
        terminal.text().trim_end().ends_with("shell>")
    });
    terminal.is_given_back();
}
