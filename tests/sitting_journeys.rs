//! Journeys through the real thing: the built binary in a pseudo-terminal, the built-in course, the real compiler.

#![cfg(target_os = "linux")]

mod sitting_common;
mod support;

use expect_test::{Expect, expect};
use sitting_common::terminal::Terminal;
use support::Folder;

const FIRST: &str = "exercises/00_orientation/01_first_light.rs";

/// A learner's folder with the built-in course, at `rust-tutor`.
fn learner() -> Folder {
    let folder = Folder::new();
    folder.tutor(["init"]).any_output().run();
    folder
}

fn sit(folder: &Folder) -> Terminal {
    Terminal::tutor(&folder.at("rust-tutor"), &[])
}

/// Past the welcome and the first card.
fn begun(folder: &Folder) -> Terminal {
    let terminal = sit(folder);
    terminal.shows(&["Press Enter to begin."]);
    terminal
        .press("\r")
        .shows(&["Press Enter for 00.1, First light."]);
    terminal.press("\r").shows(&["NOT YET", "error[E0425]"]);
    terminal
}

fn mended(folder: &Folder) -> String {
    folder
        .read(&format!("rust-tutor/{FIRST}"))
        .replace("{humidty}", "{humidity}")
}

fn save(folder: &Folder, text: &str) {
    folder.write(&format!("rust-tutor/{FIRST}"), text);
}

/// The window without its first row, as the course may grow, and without the time that the check took.
fn check(window: &str, expected: &Expect) {
    let mut rows: Vec<String> = window.lines().skip(1).map(String::from).collect();
    if let Some(last) = rows.last_mut()
        && let Some(at) = last.rfind("  ")
        && last.ends_with(" s")
    {
        last.truncate(at);
        *last = last.trim_end().to_owned();
    }
    expected.assert_eq(&(rows.join("\n") + "\n"));
}

#[test]
fn the_first_minutes() {
    let folder = learner();
    let terminal = begun(&folder);
    check(
        &terminal.text(),
        &expect![[r#"
            ────────────────────────────────────────────────────────────────────────────────
             The display in the greenhouse should show how damp the air is. It stays dark:
             one name in this program is misspelt. Correct that name.

             NOT YET  Line 11 asks for `humidty`. Nothing in this program has that name.
                      All is well: this error is here on purpose, for you to mend.

             error[E0425]: cannot find value `humidty` in this scope
               --> exercises/00_orientation/01_first_light.rs:11:28
                │
             11 │     println!("Humidity    {humidty} %");
                │                            ^^^^^^^

             That was the compiler. It always says three things:
                E0425       what kind of error it is     (press e to have it explained)
                .rs:11:28   where: in this file, line 11, column 28
                ^^^^^^^     which words it means

             Next     Open the file in your editor (press o), correct line 11, and save.
                      This screen looks again by itself, each time you save.
            ────────────────────────────────────────────────────────────────────────────────
             o open file   h hint   e explain   ? all keys   q quit
        "#]],
    );
    save(&folder, &mended(&folder));
    terminal.shows(&["DONE     It compiles", "n next"]);
    assert!(folder.has("rust-tutor/solutions/00_orientation/01_first_light.rs"));
    terminal.press("n").shows(&["00.2", "PREDICT"]);
    let mut terminal = terminal;
    terminal.press("q");
    assert_eq!(terminal.ends(), 0);
    assert!(!terminal.has_own_screen());
    terminal.shows(&[
        "1 of ",
        " done; you are at 00.2 Read the label. `tutor` goes on from here.",
    ]);
}

#[test]
fn a_sitting_goes_on_where_it_was_left() {
    let folder = learner();
    let mut terminal = begun(&folder);
    terminal.press("h").shows(&["Hint 1 of 3"]);
    terminal.press("q").shows(&["NOT YET"]);
    terminal.press("q");
    assert_eq!(terminal.ends(), 0);
    let terminal = sit(&folder);
    let window = terminal.shows(&["NOT YET", "error[E0425]"]);
    assert!(!window.contains("Stuck?"), "{window}");
    terminal.press("h").shows(&["Hint 1 of 3", "h hint 2 of 3"]);
}

#[test]
fn every_save_is_seen_however_it_is_written() {
    let folder = learner();
    let terminal = begun(&folder);
    let right = mended(&folder);
    save(
        &folder,
        &right.replace("let humidity = 61;", "let humidity = 61"),
    );
    terminal.shows(&["NOT YET  A `;` is missing in line 7.", "it came with your"]);
    // As editors do that write beside the file and rename.
    folder.write("rust-tutor/new", &right);
    folder.rename("rust-tutor/new", format!("rust-tutor/{FIRST}"));
    terminal.shows(&["DONE"]);
}

#[test]
fn a_file_that_is_gone_or_empty_or_cut_in_half_is_told_and_the_sitting_goes_on() {
    let folder = learner();
    let text = mended(&folder);
    let terminal = begun(&folder);
    save(&folder, "");
    terminal.shows(&["The file of this exercise is empty."]);
    folder.remove(&format!("rust-tutor/{FIRST}"));
    terminal.shows(&["The file of this exercise is not there."]);
    save(&folder, &text[..text.len() / 2]);
    terminal.shows(&["NOT YET"]);
    save(&folder, &text);
    terminal.shows(&["DONE"]);
}

#[test]
fn an_endless_loop_is_stopped_by_a_key_and_by_a_save() {
    let folder = learner();
    let terminal = begun(&folder);
    let text = mended(&folder);
    let endless = text.replace("let humidity = 61;", "let humidity = 61;\n    loop {}");
    assert_ne!(endless, text);
    save(&folder, &endless);
    terminal.shows(&["LOOKING"]);
    terminal
        .press("\u{1b}")
        .shows(&["STOPPED  You have stopped it."]);
    terminal.press("r").shows(&["LOOKING"]);
    save(&folder, &text);
    terminal.shows(&["DONE"]);
}

#[test]
fn reset_keeps_what_was_written() {
    let folder = learner();
    let starter = folder.read(&format!("rust-tutor/{FIRST}"));
    let terminal = begun(&folder);
    save(&folder, "fn main() { mine }\n");
    terminal.shows(&["`mine`"]);
    terminal.press("x").shows(&["Press x again"]);
    terminal
        .press("x")
        .shows(&["Note     The file is as it was at first. Your text is kept in"]);
    assert_eq!(folder.read(&format!("rust-tutor/{FIRST}")), starter);
    let mut terminal = terminal;
    terminal.press("q");
    terminal.ends();
    let undo = ["reset", "first_light", "--undo"];
    folder.tutor(undo).below("rust-tutor").any_output().run();
    assert_eq!(
        folder.read(&format!("rust-tutor/{FIRST}")),
        "fn main() { mine }\n"
    );
}

#[test]
fn the_list_finds_and_goes() {
    let folder = learner();
    let terminal = begun(&folder);
    terminal.press("l").shows(&["Find", "type to find"]);
    terminal
        .press("handed")
        .shows(&["Find  handed_", "1 shown of"]);
    terminal.press("\r").shows(&["Chapter 03  Ownership"]);
    terminal
        .press("\r")
        .shows(&["03.2  Handed over", "└─> 26 │", "X   27 │"]);
}

#[test]
fn the_window_may_have_any_size() {
    let folder = learner();
    let terminal = begun(&folder);
    terminal.resize(40, 20);
    terminal.shows(&["00.1  First light", "page 1 of", "space"]);
    terminal.press(" ").shows(&["page 2 of"]);
    terminal.resize(200, 60);
    terminal.shows(&[
        "That was the compiler. It always says three things:",
        "q quit",
    ]);
}

#[test]
fn an_explanation_is_the_compilers_own() {
    let folder = learner();
    let terminal = begun(&folder);
    terminal.press("e").shows(&[
        "E0425, in the compiler's own words",
        "An unresolved name was used.",
    ]);
    terminal.press("\u{1b}").shows(&["NOT YET"]);
}

#[test]
fn in_a_pipe_commands_are_lines() {
    let folder = learner();
    let call = folder
        .tutor([])
        .below("rust-tutor")
        .stdin("h\nhuh?\ngo 3.2\n")
        .any_output();
    let said = call.run().stdout;
    for piece in [
        " Chapter 00  Orientation",
        " Hint 1 of 3",
        " Note     `huh?` is no command.",
        " Chapter 03  Ownership",
        " NOT YET  Line 27 uses `manifest`, but line 26 has given it away.",
        " '-> 26 |     let entry = book_entry(manifest);",
    ] {
        assert!(said.contains(piece), "{piece}\n{said}");
    }
    assert!(!said.contains('\u{1b}'), "{said}");
    let last = said.lines().last().expect("a line");
    let words = " done; you are at 03.2 Handed over. `tutor` goes on from here.";
    assert!(last.starts_with("0 of ") && last.ends_with(words), "{said}");
}
