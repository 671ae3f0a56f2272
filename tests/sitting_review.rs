//! `tutor review` as it is called: in a pipe, and in a terminal, with the built-in course and the real compiler.

#![cfg(target_os = "linux")]

mod sitting_common;
mod support;

use std::time::{SystemTime, UNIX_EPOCH};

use expect_test::expect;
use sitting_common::terminal::Terminal;
use support::{Folder, learners_folder};
use tutor::session::calendar;
use tutor::session::progress::{Progress, Record, State};
use tutor::session::progress_text;

const PROGRESS: &str = ".tutor/progress.toml";
const FILE: &str = "rust-tutor/.tutor/review/handed_over.rs";

/// 2026-01-02, a while ago.
const LONG_AGO: u64 = 1_767_312_000;

fn done(at: u64) -> Record {
    Record {
        state: State::Done,
        attempts: 1,
        done_at: Some(at),
        ..Record::default()
    }
}

/// Writes the progress of somebody who has done these exercises.
fn has_done(folder: &Folder, below: &str, course: &str, records: &[(&str, Record)]) {
    let records = records.iter().cloned();
    let progress = Progress {
        course: course.to_owned(),
        welcomed: true,
        exercises: records
            .map(|(id, record)| (id.to_owned(), record))
            .collect(),
        ..Progress::default()
    };
    let text = progress_text::write(&progress, None).expect("a fresh text");
    folder.write(&format!("{below}/{PROGRESS}"), text);
}

fn progress(folder: &Folder, below: &str) -> Progress {
    let text = folder.read(&format!("{below}/{PROGRESS}"));
    progress_text::read(text.as_bytes()).expect("it can be read")
}

/// A learner's folder with the built-in course, in which one exercise is due.
fn due() -> Folder {
    let folder = Folder::new();
    folder.tutor(["init"]).any_output().run();
    has_done(
        &folder,
        "rust-tutor",
        "rust",
        &[("handed_over", done(LONG_AGO))],
    );
    folder
}

#[test]
fn nothing_is_due_before_anything_is_done() {
    let folder = learners_folder();
    folder
        .tutor(["review"])
        .below("learn")
        .stdout(&expect![[r#"
            Nothing is due for review. An exercise that you have mended comes back the day after it is done.
        "#]])
        .run();
    assert!(!folder.has("learn/.tutor/review"));
}

fn today() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    calendar::day(since.expect("after 1970").as_secs())
}

#[test]
fn what_was_done_today_comes_back_tomorrow() {
    let folder = due();
    // Should midnight come in between, once more.
    loop {
        let day = today();
        let record = done(day * 86_400);
        has_done(&folder, "rust-tutor", "rust", &[("handed_over", record)]);
        let said = folder
            .tutor(["review"])
            .below("rust-tutor")
            .any_output()
            .run();
        if day == today() {
            let expected = "Nothing is due for review today. The next review comes tomorrow.\n";
            assert_eq!(said.stdout, expected);
            return;
        }
    }
}

#[test]
fn in_a_pipe_it_asks_in_plain_blocks() {
    let folder = due();
    folder
        .tutor(["review"])
        .below("rust-tutor")
        .stdout(&expect![[r#"
             03.2  Handed over  (Review 1 of 1; 0 of 1)
             You have mended this program before. Here it is as it was at first, without
             comments and tests. Which lines will the compiler refuse, and with which code?
             Mark the end of each such line, as in `//~ E0382`. Change nothing else.
             It is the file .tutor/review/handed_over.rs.

             PREDICT  You speak first, then the compiler. No line is marked yet.

             Choose a code for each line that you expect to be refused:
                E0308   a value of one type where another is wanted
                E0382   uses a value that was given away
                E0499   two at once may change the same value
                E0502   one may change a value while another still reads it

             Where the mark belongs
                At the line that the compiler says no to. Lines that only lead up to it, or
                come after it, get no mark. Neither do lines that are fine.

             Next     Open the file (press o), mark the lines, save. Not sure? Guess: a
                      guess is what makes the answer stick, and a wrong one costs nothing.

             Keys: o open file, ? all keys, q quit

            0 of 1 answered. `tutor review` asks the rest.
        "#]])
        .run();
    let text = folder.read(FILE);
    assert!(
        !text.contains("TODO") && !text.contains("mod tests"),
        "{text}"
    );
    assert_eq!(
        progress(&folder, "rust-tutor").exercises["handed_over"],
        done(LONG_AGO)
    );
}

#[test]
fn what_cannot_be_asked_is_said_and_nothing_is_lost() {
    let folder = learners_folder();
    let records = [("moor", done(LONG_AGO)), ("sunk_long_ago", done(LONG_AGO))];
    has_done(&folder, "learn", "harbour", &records);
    folder
        .tutor(["review"])
        .below("learn")
        .stdout(&expect![[r#"
            Nothing is due for review. An exercise that you have mended comes back the day after it is done.
        "#]])
        .stderr(&expect![[r#"
            `sunk_long_ago` is not in this course any more, so it does not come back. Your progress keeps what you did there.
            01.1 Moor is due, but cannot be asked: tutor does not know any more how it was at first, or where it was refused.
        "#]])
        .run();
    let kept = progress(&folder, "learn").exercises;
    assert_eq!(
        kept.into_iter().collect::<Vec<_>>(),
        records.map(|(id, record)| (id.to_owned(), record))
    );
}

#[test]
fn a_torn_progress_file_is_said_and_kept() {
    let folder = due();
    folder.write(
        &format!("rust-tutor/{PROGRESS}"),
        "version = 1\nhere = \"hand",
    );
    folder
        .tutor(["review"])
        .below("rust-tutor")
        .stdout_has(&["Nothing is due for review."])
        .stderr_has(&["Your progress could not be read", "progress.corrupt-"])
        .run();
}

#[test]
fn what_somebody_wrote_into_the_file_of_a_review_is_kept() {
    let folder = due();
    folder.write(FILE, "// my own thoughts\nfn main() {}\n");
    let said = folder
        .tutor(["review"])
        .below("rust-tutor")
        .any_output()
        .run();
    let (_, copy) = said
        .stderr
        .split_once("is kept in ")
        .expect("it names the copy");
    let copy = copy.trim_end().trim_end_matches('.');
    assert!(
        folder
            .read(&format!("rust-tutor/{copy}"))
            .contains("my own thoughts")
    );
    // Old marks are nothing that anybody needs.
    let fresh = folder.read(FILE);
    folder.write(
        FILE,
        fresh.replace("pass_on(manifest);", "pass_on(manifest); //~ E0499"),
    );
    folder
        .tutor(["review"])
        .below("rust-tutor")
        .stdout_has(&["PREDICT"])
        .run();
    assert_eq!(folder.read(FILE), fresh);
}

#[test]
fn in_a_courses_own_folder_the_copy_of_first_sight_is_asked() {
    let folder = Folder::new();
    support::small_course(&folder, "course");
    let starter = "//! Moor\n\nfn moored(_: String) {}\n\nfn main() {\n    let ship = String::new();\n    \
                   moored(ship); // given away\n    drop(ship); // here\n}\n";
    folder.write("course/exercises/01_quay/01_moor.rs", starter);
    let info = folder
        .read("course/info.toml")
        .replace("at = \"moored(ship)\"", "at = \"drop(ship)\"");
    folder.write("course/info.toml", info);
    let review = || folder.tutor(["--trust", "review"]).below("course");
    has_done(&folder, "course", "harbour", &[("moor", done(LONG_AGO))]);
    review()
        .stdout_has(&["Nothing is due"])
        .stderr_has(&["01.1 Moor is due, but"])
        .run();
    has_done(&folder, "course", "harbour", &[]);
    folder
        .tutor(["go", "unload"])
        .below("course")
        .any_output()
        .run();
    let mended = starter.replace("drop(ship); // here", "");
    folder.write("course/exercises/01_quay/01_moor.rs", mended);
    has_done(&folder, "course", "harbour", &[("moor", done(LONG_AGO))]);
    review().stdout_has(&["PREDICT", "E0382"]).run();
    let asked = folder.read("course/.tutor/review/moor.rs");
    assert!(
        asked.contains("    moored(ship);\n    drop(ship);\n"),
        "{asked}"
    );
}

fn mark(folder: &Folder, code: &str) {
    let text = folder.read(FILE);
    let line = "let crane = pass_on(manifest);";
    let bare: String = text
        .lines()
        .map(|line| line.split(" //~").next().unwrap_or_default().to_owned() + "\n")
        .collect();
    assert!(bare.contains(line), "{bare}");
    folder.write(FILE, bare.replace(line, &format!("{line} //~ {code}")));
}

/// Rows from the verdict on, without the last ones.
fn body(window: &str) -> String {
    let rows: Vec<&str> = window.lines().skip(1).collect();
    let end = rows.len().saturating_sub(1);
    rows[..end].join("\n") + "\n"
}

#[test]
fn a_review_that_is_known() {
    let folder = due();
    let mut terminal = Terminal::tutor(&folder.at("rust-tutor"), &["review"]);
    let window = terminal.shows(&["PREDICT", "Review 1 of 1", "q quit"]);
    expect![[r#"
        ────────────────────────────────────────────────────────────────────────────────
         You have mended this program before. Here it is as it was at first, without
         comments and tests. Which lines will the compiler refuse, and with which code?
         Mark the end of each such line, as in `//~ E0382`. Change nothing else.
         It is the file .tutor/review/handed_over.rs.

         PREDICT  You speak first, then the compiler. No line is marked yet.

         Choose a code for each line that you expect to be refused:
            E0308   a value of one type where another is wanted
            E0382   uses a value that was given away
            E0499   two at once may change the same value
            E0502   one may change a value while another still reads it

         Where the mark belongs
            At the line that the compiler says no to. Lines that only lead up to it, or
            come after it, get no mark. Neither do lines that are fine.

         Next     Open the file (press o), mark the lines, save. Not sure? Guess: a
                  guess is what makes the answer stick, and a wrong one costs nothing.
        ────────────────────────────────────────────────────────────────────────────────
    "#]]
    .assert_eq(&body(&window));
    mark(&folder, "E0382");
    let window = terminal.shows(&["DONE", "You still know it.", " n next "]);
    expect![[r#"
        ────────────────────────────────────────────────────────────────────────────────
         DONE     The line and the code are right, at once.

         Now the compiler. It refuses one line:
         error[E0382]: use of moved value: `manifest`

         manifest
         ┌── 26 │ fn arrive(manifest: Manifest) -> (String, Crane) {
         │      │           ──────── comes in here
         └─> 27 │     let entry = book_entry(manifest);
                │                            ──────── moved: given to `book_entry`
         X   28 │     let crane = pass_on(manifest); //~ E0382
                │                         ^^^^^^^^ used here, but it is gone

         You still know it. It comes back in 2 days.

         Next     Press n: that was the last one.
        ────────────────────────────────────────────────────────────────────────────────
    "#]]
    .assert_eq(&body(&window));
    terminal
        .press("n")
        .shows(&["That was the only review for today."]);
    terminal.press("q");
    assert_eq!(terminal.ends(), 0);
    let record = &progress(&folder, "rust-tutor").exercises["handed_over"];
    assert_eq!(
        (record.state, record.attempts, record.done_at),
        (State::Done, 1, Some(LONG_AGO))
    );
    assert_eq!(
        record
            .reviews
            .iter()
            .map(|(_, right)| *right)
            .collect::<Vec<_>>(),
        [true]
    );
}

#[test]
fn a_wrong_first_answer_is_the_one_that_counts() {
    let folder = due();
    let mut terminal = Terminal::tutor(&folder.at("rust-tutor"), &["review"]);
    terminal.shows(&["PREDICT"]);
    mark(&folder, "E0499");
    terminal.shows(&["NOT YET", "Your mark is not right yet."]);
    mark(&folder, "E0382");
    terminal.shows(&["DONE", "The first answer is the one that counts"]);
    terminal.press("q");
    assert_eq!(terminal.ends(), 0);
    let record = &progress(&folder, "rust-tutor").exercises["handed_over"];
    assert_eq!(
        record
            .reviews
            .iter()
            .map(|(_, right)| *right)
            .collect::<Vec<_>>(),
        [false]
    );
}

#[test]
fn who_gives_up_sees_where_the_marks_belong_and_why() {
    let folder = due();
    let mut terminal = Terminal::tutor(&folder.at("rust-tutor"), &["review"]);
    terminal.shows(&["PREDICT"]);
    terminal.press("s").shows(&["again to see our solution"]);
    terminal.press("s").shows(&["a value has one owner"]);
    terminal.press(" ").shows(&["//~ E0382"]);
    terminal.press("\x1b").shows(&["PREDICT"]);
    terminal.press("q");
    assert_eq!(terminal.ends(), 0);
    let record = &progress(&folder, "rust-tutor").exercises["handed_over"];
    assert_eq!(
        record
            .reviews
            .iter()
            .map(|(_, right)| *right)
            .collect::<Vec<_>>(),
        [false]
    );
    assert!(!record.solution_seen);
}

#[test]
fn a_sitting_says_once_that_something_is_due() {
    let folder = due();
    let terminal = Terminal::tutor(&folder.at("rust-tutor"), &[]);
    terminal.shows(&["One exercise comes back for review today."]);
    terminal.press("\r").shows(&["NOT YET", "e explain"]);
    let window = terminal.text();
    assert!(!window.contains("tutor review"), "{window}");
}
