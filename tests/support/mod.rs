//! A temporary folder and the built binary in it. Both streams and the exit code are compared, exactly, unless a test
//! says otherwise: an unexpected line is a failure too.

#![allow(dead_code, reason = "each test binary uses a part of it")]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use expect_test::Expect;

/// A folder of its own for one test, gone when the test ends.
pub struct Folder {
    temp: tempfile::TempDir,
}

impl Folder {
    pub fn new() -> Folder {
        let temp = tempfile::Builder::new().prefix("tutor-test-").tempdir();
        Folder {
            temp: temp.expect("a temporary folder"),
        }
    }

    pub fn path(&self) -> PathBuf {
        fs::canonicalize(self.temp.path()).expect("the folder is there")
    }

    pub fn at(&self, path: &str) -> PathBuf {
        self.path().join(path)
    }

    #[track_caller]
    pub fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let place = self.at(path);
        let parent = place.parent().expect("it lies in the folder");
        fs::create_dir_all(parent).expect("a folder can be made");
        fs::write(&place, text).expect("a file can be written");
    }

    #[track_caller]
    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.at(path)).unwrap_or_else(|why| panic!("{path}: {why}"))
    }

    pub fn has(&self, path: &str) -> bool {
        self.at(path).exists()
    }

    #[track_caller]
    pub fn remove(&self, path: &str) {
        fs::remove_file(self.at(path)).unwrap_or_else(|why| panic!("{path}: {why}"));
    }

    /// The names in a folder, sorted.
    #[track_caller]
    pub fn names(&self, path: &str) -> Vec<String> {
        let entries = fs::read_dir(self.at(path)).unwrap_or_else(|why| panic!("{path}: {why}"));
        let mut names: Vec<String> = entries
            .map(|entry| entry.expect("it can be read").file_name())
            .map(|name| name.to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    /// Every file below a folder with its bytes, sorted by path.
    pub fn all(&self, path: &str) -> Vec<(String, Vec<u8>)> {
        let root = self.at(path);
        let mut found = Vec::new();
        let mut folders = vec![root.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder).expect("it can be read").flatten() {
                let place = entry.path();
                if place.is_dir() {
                    folders.push(place);
                } else {
                    let below = place.strip_prefix(&root).expect("it is below");
                    let bytes = fs::read(&place).expect("it can be read");
                    found.push((below.to_string_lossy().into_owned(), bytes));
                }
            }
        }
        found.sort();
        found
    }

    /// Copies a folder of this repository, such as `tests/courses/kinds`.
    pub fn copy(&self, from: &str, to: &str) {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(from);
        for path in tutor::system::files::list_below(&root) {
            let bytes = fs::read(root.join(&path)).expect("it can be read");
            self.write(&format!("{to}/{path}"), bytes);
        }
    }

    /// The course with exercises of every kind, with the support crate that some of them need, at `kinds`.
    pub fn kinds(&self) {
        self.copy("tests/courses/kinds", "kinds");
        self.copy("exercises/support", "kinds/exercises/support");
    }

    #[track_caller]
    pub fn rename(&self, from: impl AsRef<Path>, to: impl AsRef<Path>) {
        let (from, to) = (self.path().join(from), self.path().join(to));
        fs::rename(&from, to).unwrap_or_else(|why| panic!("{}: {why}", from.display()));
    }

    /// What a script prints on its two streams.
    pub fn bash(&self, below: &str, script: &str) -> (String, String) {
        let shell = Command::new("bash")
            .args(["-c", script])
            .current_dir(self.at(below))
            .output()
            .expect("bash runs");
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        (text(&shell.stdout), text(&shell.stderr))
    }

    /// A call of the binary in this folder.
    pub fn tutor<'a>(&'a self, args: impl IntoIterator<Item = &'a str>) -> Call<'a> {
        Call {
            folder: self,
            args: args.into_iter().map(str::to_owned).collect(),
            env: Vec::new(),
            below: PathBuf::new(),
            stdin: String::new(),
            stdout: Wanted::Nothing,
            stderr: Wanted::Nothing,
            exit: 0,
        }
    }
}

enum Wanted<'a> {
    Nothing,
    Exactly(&'a Expect),
    Lines(String),
    Containing(Vec<&'a str>),
    Anything,
}

#[must_use = "call run()"]
pub struct Call<'a> {
    folder: &'a Folder,
    args: Vec<String>,
    env: Vec<(String, String)>,
    below: PathBuf,
    stdin: String,
    stdout: Wanted<'a>,
    stderr: Wanted<'a>,
    exit: i32,
}

impl<'a> Call<'a> {
    pub fn env(mut self, name: &str, value: &str) -> Call<'a> {
        self.env.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The folder below the test's own in which it is called.
    pub fn below(mut self, folder: impl AsRef<Path>) -> Call<'a> {
        folder.as_ref().clone_into(&mut self.below);
        self
    }

    pub fn stdin(mut self, text: &str) -> Call<'a> {
        text.clone_into(&mut self.stdin);
        self
    }

    pub fn stdout(mut self, expected: &'a Expect) -> Call<'a> {
        self.stdout = Wanted::Exactly(expected);
        self
    }

    /// For text whose first blanks count.
    pub fn stdout_lines(mut self, lines: &[&str]) -> Call<'a> {
        self.stdout = Wanted::Lines(lines.join("\n") + "\n");
        self
    }

    pub fn stderr(mut self, expected: &'a Expect) -> Call<'a> {
        self.stderr = Wanted::Exactly(expected);
        self
    }

    pub fn stdout_has(mut self, pieces: &[&'a str]) -> Call<'a> {
        self.stdout = Wanted::Containing(pieces.to_vec());
        self
    }

    pub fn stderr_has(mut self, pieces: &[&'a str]) -> Call<'a> {
        self.stderr = Wanted::Containing(pieces.to_vec());
        self
    }

    /// For a test that looks at the streams itself.
    pub fn any_output(mut self) -> Call<'a> {
        self.stdout = Wanted::Anything;
        self.stderr = Wanted::Anything;
        self
    }

    pub fn exit(mut self, code: i32) -> Call<'a> {
        self.exit = code;
        self
    }

    #[track_caller]
    pub fn run(self) -> Output {
        let output = self.spawn();
        let seen = format!("\n{}\n{}", output.stdout, output.stderr);
        assert_eq!(
            output.exit, self.exit,
            "the exit code of {:?}{seen}",
            self.args
        );
        compare(&self.stdout, &output.stdout, "stdout");
        compare(&self.stderr, &output.stderr, "stderr");
        output
    }

    /// Stdout and stderr, whatever the exit code.
    pub fn told(self) -> (String, String) {
        let output = self.spawn();
        (output.stdout, output.stderr)
    }

    fn spawn(&self) -> Output {
        let home = self.folder.path();
        let mut child = Command::new(env!("CARGO_BIN_EXE_tutor"))
            .args(&self.args)
            .current_dir(home.join(&self.below))
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("HOME", &home)
            .envs(rustup_home())
            .envs(self.env.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the binary starts");
        let mut stdin = child.stdin.take().expect("it is piped");
        // A program that ends without reading its input has closed it: no fault of this test.
        let _ = stdin.write_all(self.stdin.as_bytes());
        drop(stdin);
        let output = child.wait_with_output().expect("it ends");
        Output {
            stdout: self.readable(&output.stdout),
            stderr: self.readable(&output.stderr),
            exit: output.status.code().unwrap_or(-1),
        }
    }

    /// The streams as a test compares them: `[HERE]` stands for the test's own folder.
    fn readable(&self, bytes: &[u8]) -> String {
        let here = self.folder.path();
        String::from_utf8_lossy(bytes).replace(&*here.to_string_lossy(), "[HERE]")
    }
}

/// Waits for a condition; a test that waits longer than this has failed.
#[track_caller]
pub fn until(what: &str, condition: impl Fn() -> bool) {
    let deadline = Instant::now() + Duration::from_secs(60);
    while !condition() {
        assert!(Instant::now() < deadline, "waited for this: {what}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// Whether the process still runs. A dead one that nobody has asked for yet does not.
pub fn runs(process: &str) -> bool {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    let state = stat.rsplit_once(") ").map(|(_, rest)| &rest[..1]);
    state.is_some_and(|state| state != "Z" && state != "X")
}

/// Sends a signal, such as `-INT`.
#[track_caller]
pub fn signal(name: &str, process: u32) {
    let sent = Command::new("kill")
        .args([name, &process.to_string()])
        .status();
    assert!(sent.expect("kill runs").success());
}

/// The body of a function that writes the number of its process into a file and then waits for ever, without working.
pub fn parking(file: &Path) -> String {
    format!(
        "    std::fs::write({file:?}, std::process::id().to_string()).expect(\"it is written\");\n    \
             loop {{\n        std::thread::park();\n    }}"
    )
}

/// rustup looks for its toolchains in the home folder unless it is told.
pub fn rustup_home() -> Option<(&'static str, std::ffi::OsString)> {
    let named = std::env::var_os("RUSTUP_HOME");
    let usual = || std::env::var_os("HOME").map(|home| Path::new(&home).join(".rustup").into());
    Some(("RUSTUP_HOME", named.or_else(usual)?))
}

#[derive(Debug)]
pub struct Output {
    pub stdout: String,
    pub stderr: String,
    pub exit: i32,
}

#[track_caller]
fn compare(wanted: &Wanted<'_>, found: &str, stream: &str) {
    match wanted {
        Wanted::Anything => {}
        Wanted::Nothing => assert_eq!(found, "", "nothing was expected on {stream}"),
        Wanted::Exactly(expected) => expected.assert_eq(found),
        Wanted::Lines(expected) => assert_eq!(found, expected, "{stream}"),
        Wanted::Containing(pieces) => {
            for piece in pieces {
                assert!(found.contains(piece), "{stream} has no {piece:?}:\n{found}");
            }
        }
    }
}

/// A small course of two chapters and four exercises, written below `folder`; the third is a folder of two files.
pub fn small_course(test: &Folder, folder: &str) {
    test.write(
        &format!("{folder}/info.toml"),
        "format_version = 2\n\
         id = \"harbour\"\n\
         title = \"A harbour\"\n\
         welcome_message = 'Welcome.'\n\
         final_message = 'Farewell.'\n\
         [[chapters]]\n\
         dir = \"01_quay\"\n\
         title = \"Quay\"\n\
         [[chapters]]\n\
         dir = \"02_crane\"\n\
         title = \"Crane\"\n\
         [[exercises]]\n\
         dir = \"01_quay\"\n\
         name = \"01_moor\"\n\
         kind = \"fix\"\n\
         starts = [{ error = \"E0382\", at = \"moored(ship)\" }]\n\
         hint = ['Who has the ship?', 'Lend it.', 'As with a key.']\n\
         tracks = [\"core\"]\n\
         [[exercises]]\n\
         dir = \"01_quay\"\n\
         name = \"02_unload\"\n\
         kind = \"write\"\n\
         hint = 'Count them.'\n\
         [[exercises]]\n\
         dir = \"02_crane\"\n\
         name = \"01_lift\"\n\
         kind = \"fix\"\n\
         starts = []\n\
         hint = 'Look at the hook.'\n\
         [[exercises]]\n\
         dir = \"02_crane\"\n\
         name = \"02_lower\"\n\
         kind = \"predict\"\n\
         choices = [\"E0382\", \"E0499\", \"E0502\"]\n\
         hint = 'Slowly.'\n\
         tracks = [\"core\"]\n",
    );
    for (path, title) in [
        ("01_quay/01_moor.rs", "Moor"),
        ("01_quay/02_unload.rs", "Unload"),
        ("02_crane/01_lift/main.rs", "Lift"),
        ("02_crane/02_lower.rs", "Lower"),
    ] {
        test.write(&format!("{folder}/exercises/{path}"), starter(title));
        test.write(&format!("{folder}/solutions/{path}"), solution(title));
    }
    test.write(
        &format!("{folder}/exercises/02_crane/01_lift/hook.rs"),
        "pub fn load() -> u32 {\n    0\n}\n",
    );
    test.write(
        &format!("{folder}/solutions/02_crane/01_lift/hook.rs"),
        "pub fn load() -> u32 {\n    7\n}\n",
    );
}

/// What stands in an exercise of the small course before anybody has touched it.
pub fn starter(title: &str) -> String {
    format!(
        "//! {title}\n//! Make it answer 7.\n\n// TODO: another number.\nfn answer() -> u32 {{\n    0\n}}\n\n\
         fn main() {{\n    println!(\"{{}}\", answer());\n}}\n\n\
         #[cfg(test)]\nmod tests {{\n    use super::*;\n\n    #[test]\n    fn the_answer_is_seven() {{\n        \
         assert_eq!(answer(), 7, \"the answer\");\n    }}\n}}\n"
    )
}

pub fn solution(title: &str) -> String {
    format!(
        "//! The note of {title}.\n//! Its second line.\n\nfn answer() -> u32 {{\n    7\n}}\n\n\
         fn main() {{\n    println!(\"{{}}\", answer());\n}}\n"
    )
}

/// A learner's folder with the small course, at `learn`.
pub fn learners_folder() -> Folder {
    let test = Folder::new();
    small_course(&test, "course");
    let init = test
        .tutor(["init", "learn", "--from", "course"])
        .any_output();
    init.run();
    test
}
