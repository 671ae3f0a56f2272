//! `tests/courses/unsound`, a course whose manifest can be read and in which nothing else is in order.

use crate::support::{Folder, Output};

/// The course, in `mill/`.
pub fn mill() -> Folder {
    let folder = Folder::new();
    folder.copy("tests/courses/unsound", "mill");
    folder
}

/// The same with what no repository can hold, or should.
pub fn mill_with_all_its_faults() -> Folder {
    let folder = mill();
    folder.write("mill/.cargo/config.toml", "");
    folder.write("mill/.vscode/tasks.json", "{}");
    #[cfg(unix)]
    std::os::unix::fs::symlink("/tmp", folder.at("mill/exercises/01_starters/elsewhere"))
        .expect("a link");
    folder.write("mill/exercises/.git/HEAD", "ref: refs/heads/main");
    folder.write("mill/exercises/01_starters/.vscode/tasks.json", "{}");
    folder.write("mill/exercises/02_texts/build.rs", "fn main() {}");
    folder.write("mill/solutions/04_answers/10_no_text.rs", b"\xff\xfe");
    folder
}

/// `tutor verify …` in the mill.
#[track_caller]
pub fn verify(folder: &Folder, words: &[&str], exit: i32) -> Output {
    let words = ["verify", "--trust"].iter().chain(words).copied();
    let call = folder.tutor(Vec::from_iter(words)).below("mill");
    call.any_output().exit(exit).run()
}

/// The findings, without the line that sums up and says how long it took.
pub fn findings(text: &str) -> String {
    let lines = text.lines().filter(|line| !is_summary(line));
    lines.map(|line| format!("{line}\n")).collect()
}

/// That line without its time.
pub fn summary(text: &str) -> &str {
    let line = text.lines().find(|line| is_summary(line));
    line.and_then(|line| line.rsplit_once(" ("))
        .expect("a line sums up")
        .0
}

fn is_summary(line: &str) -> bool {
    line.starts_with("sound: ") || line.starts_with("not sound: ")
}
