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

/// A learner's folder, and a sitting at this exercise, past the welcome and the card.
fn sit_at(id: &str, number: &str) -> (Folder, Terminal) {
    let folder = learner();
    let terminal = sit_at_in(&folder, id, number, &[], (80, 24));
    (folder, terminal)
}

fn sit_at_in(
    folder: &Folder,
    id: &str,
    number: &str,
    env: &[(&str, &str)],
    size: (u16, u16),
) -> Terminal {
    let go = folder.tutor(["go", id]).below("rust-tutor").any_output();
    go.run();
    let terminal = Terminal::with(&folder.at("rust-tutor"), &[], env, size);
    terminal.shows(&["Press Enter to begin."]);
    terminal
        .press("\r")
        .shows(&[&format!("Press Enter for {number}")]);
    terminal.press("\r");
    terminal
}

fn solution(file: &str) -> String {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(root.join("solutions").join(file)).expect("a solution of the course")
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

/// The rows above one that begins so: below it stands what differs from run to run.
fn above(window: &str, row: &str) -> String {
    let rows = window.lines().take_while(|line| !line.starts_with(row));
    rows.collect::<Vec<_>>().join("\n")
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
    terminal.has_left_its_screen();
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
    let (half, _) = text.split_once("humidity}").expect("the line to mend");
    save(&folder, half);
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

#[test]
fn a_refused_move_is_a_picture() {
    let (_folder, terminal) = sit_at("handed_over", "03.2");
    check(
        &terminal.shows(&["NOT YET", "X   27"]),
        &expect![[r#"
        ────────────────────────────────────────────────────────────────────────────────
         The harbour office copies each ship's manifest into its book, then passes the
         manifest on to the crane driver. Today nothing is left to pass on: mend that.
         Change only `book_entry` and the line that calls it. Not allowed: `clone`.

         NOT YET  Line 27 uses `manifest`, but line 26 has given it away.
                  This is the error that this exercise is about.

         error[E0382]: use of moved value: `manifest`

         manifest
         ┌── 25 │ fn arrive(manifest: Manifest) -> (String, Crane) {
         │      │           ──────── comes in here
         └─> 26 │     let entry = book_entry(manifest);
                │                            ──────── moved: given to `book_entry`
         X   27 │     let crane = pass_on(manifest);
                │                         ^^^^^^^^ used here, but it is gone

         Next     Make `manifest` still be there in line 27, and save.
                  Stuck? Press h: the first hint is a question.
        ────────────────────────────────────────────────────────────────────────────────
         o open file   h hint   m more from the compiler   e explain   ? keys
    "#]],
    );
    // All that the compiler says begins with its first word.
    let more = terminal
        .press("m")
        .shows(&["value used here after move", "Esc back"]);
    assert!(
        more.contains(" error[E0382]: use of moved value: `manifest`"),
        "{more}"
    );
    terminal.press("m").shows(&["NOT YET"]);
    // What does not fit any more gives way, and never the refused line.
    terminal.resize(40, 24);
    let narrow = terminal.shows(&["and the line\n that calls it.", "X   27"]);
    check(
        &narrow,
        &expect![[r#"
        ────────────────────────────────────────
         Change only `book_entry` and the line
         that calls it. Not allowed: `clone`.
         NOT YET  Line 27 uses `manifest`, but
                  line 26 has given it away.
                  This is the error that this
                  exercise is about.
         error[E0382]: use of moved value:
                       `manifest`
         manifest
         ┌── 25 │ fn arrive(manifest: Manifest..
         │      │           ────────
         │      │           comes in here
         └─> 26 │ ..ntry = book_entry(manifest);
                │                     ────────
                │   moved: given to `book_entry`
         X   27 │ let crane = pass_on(manifest);
                │                     ^^^^^^^^
                │      used here, but it is gone
         Next     Make `manifest` still be
                  there in line 27, and save.
        ────────────────────────────────────────
         o open file   h hint   ? keys
    "#]],
    );
    terminal.resize(120, 40);
    let rule = "─".repeat(120);
    check(
        &terminal.shows(&[&rule, "X   27"]),
        &expect![[r#"
        ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
         The harbour office copies each ship's manifest into its book, then passes the
         manifest on to the crane driver. Today nothing is left to pass on: mend that.
         Change only `book_entry` and the line that calls it. Not allowed: `clone`.

         NOT YET  Line 27 uses `manifest`, but line 26 has given it away.
                  This is the error that this exercise is about.

         error[E0382]: use of moved value: `manifest`

         manifest
         ┌── 25 │ fn arrive(manifest: Manifest) -> (String, Crane) {
         │      │           ──────── comes in here
         └─> 26 │     let entry = book_entry(manifest);
                │                            ──────── moved: given to `book_entry`
         X   27 │     let crane = pass_on(manifest);
                │                         ^^^^^^^^ used here, but it is gone

         Next     Make `manifest` still be there in line 27, and save.
                  Stuck? Press h: the first hint is a question.
        ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
         o open file   h hint   m more from the compiler   e explain   ? all keys
    "#]],
    );
}

#[test]
fn half_right_and_tests_that_fail() {
    let (folder, terminal) = sit_at("tests_are_the_spec", "00.3");
    terminal.shows(&["NOT YET"]);
    let file = "exercises/00_orientation/03_tests_are_the_spec.rs";
    let file = format!("rust-tutor/{file}");
    let starter = folder.read(&file);
    let half = starter.replace("todo!()", "240 + (zones - 1) * 60");
    assert_ne!(half, starter);
    folder.write(&file, half);
    check(
        &terminal.until("another verdict", |window| {
            window.contains("NOT YET") && !window.contains("0 of 4")
        }),
        &expect![[r#"
            ────────────────────────────────────────────────────────────────────────────────
             A tram ride costs 240 cents, and 60 more for each zone after the first. Rides
             at night cost half as much again. What a child pays is in the tests: they say
             what `fare` must be. Write it, and change nothing else.

             NOT YET  It compiles, and 2 of 4 tests pass.
                      A step further: before this save no test passed.

             Tests
               ok       a ride in one zone costs the base fare
               not yet  a child rides for nothing
               ok       every further zone adds sixty cents
               not yet  a night ride costs half as much again
             The first of the two: "a child rides for nothing", line 28
               expected  0        a child's fare for one zone
               found     240
             Your program prints
                │ three zones: 360 cents

             Next     Make a child's fare for one zone come out as 0, and save.
                      Stuck? Press h: the first hint is a question.
            ────────────────────────────────────────────────────────────────────────────────
             o open file   h hint   m the other test   ? all keys   q quit
        "#]],
    );
}

#[test]
fn a_prediction_that_is_half_right() {
    let (folder, terminal) = sit_at("readers_and_a_writer", "04.2");
    check(
        &terminal.shows(&["PREDICT", "Next"]),
        &expect![[r#"
            ────────────────────────────────────────────────────────────────────────────────
             A radio desk looks at its list of songs (each one's length in seconds) while
             requests come in. Which lines will the compiler refuse, and with which code?
             Mark the end of each such line, as in `//~ E0382`. Change nothing else.

             PREDICT  You speak first, then the compiler. No line is marked yet.

             Choose a code for each line that you expect to be refused:
                E0499   two at once may change the same value
                E0502   one may change a value while another still reads it
                E0505   gives a value away while it is lent out
                E0506   overwrites a value that is lent out

             Where the mark belongs
                At the line that the compiler says no to. Lines that only lead up to it, or
                come after it, get no mark. Neither do lines that are fine.

             Next     Open the file (press o), mark the lines, save. Not sure? Guess: a
                      guess is what makes the answer stick, and a wrong one costs nothing.
            ────────────────────────────────────────────────────────────────────────────────
             o open file   h hint   ? all keys   q quit
        "#]],
    );
    let file = "rust-tutor/exercises/04_borrowing/02_readers_and_a_writer.rs";
    let starter = folder.read(file);
    let marked = |lines: &[&str]| {
        let mark = |line: &str| match lines.iter().any(|part| line.contains(part)) {
            true => format!("{line} //~ E0502"),
            false => line.to_owned(),
        };
        starter.lines().map(mark).collect::<Vec<_>>().join("\n") + "\n"
    };
    folder.write(file, marked(&["songs.push(240);"]));
    terminal.shows(&["NOT YET", "1st try"]);
    folder.write(file, marked(&["songs.push(240);", "let up_next"]));
    check(
        &terminal.shows(&["NOT YET", "2nd try"]),
        &expect![[r#"
            ────────────────────────────────────────────────────────────────────────────────
             A radio desk looks at its list of songs (each one's length in seconds) while
             requests come in. Which lines will the compiler refuse, and with which code?
             Mark the end of each such line, as in `//~ E0382`. Change nothing else.

             NOT YET  1 of your 2 marks is right.

             Your marks
                18   let up_next = &songs[1];     E0502   close: this line is not refused
                                                          itself, it leads up to one that
                                                          is
                20   songs.push(240);             E0502   right

             Codes    E0499 two may change it           E0502 change and read
                      E0505 given away while lent       E0506 overwritten while lent out

             Next     Move the mark of line 18, and save.
                      Stuck? Press h: the first hint is a question.
            ────────────────────────────────────────────────────────────────────────────────
             o open file   h hint   s give up and see   ? all keys   q quit          2nd try
        "#]],
    );
}

#[test]
fn done_asks_a_question_and_compares() {
    let (folder, terminal) = sit_at("handed_over", "03.2");
    terminal.shows(&["NOT YET"]);
    let file = "03_ownership/02_handed_over.rs";
    folder.write(&format!("rust-tutor/exercises/{file}"), solution(file));
    check(
        &terminal.shows(&["DONE", "Next"]),
        &expect![[r#"
            ────────────────────────────────────────────────────────────────────────────────
             DONE     It compiles, all 4 tests pass, and nothing is cloned.

             Note     Your file has no tests any more. The course's own were run.

             Our answer lends the manifest: `&Manifest` in the signature, `&manifest` at
             the call. The rule: a value has one owner, and the owner frees it. The refusal
             was needed: `book_entry` frees what it was given, and the crane would have
             read freed memory. C lets that through.
             Tempting: "a call copies what I pass". True of a number. A `String` owns its
             letters elsewhere, so it changes hands, and the whole manifest with it.
             Another way: give it back, `-> (String, Manifest)`. Each caller must catch it.
             To read on, offline: `rustup doc --book`, chapter 4.2.

             One question: when `main` ends, who frees the letters of the ship's name?
                1  `book_entry`, when it returns
                2  `crane`, it owns the manifest now
                3  `alder`, the name that had them first

             Next     Press 1, 2 or 3. Then n goes on to 03.3, Copy or move.
            ────────────────────────────────────────────────────────────────────────────────
             1 2 3 answer   d compare with ours   n next   l list   ? all keys
        "#]],
    );
    let answered = terminal.press("2").shows(&["RIGHT", "Next"]);
    check(
        &above(&answered, " You took"),
        &expect![[r#"
        ────────────────────────────────────────────────────────────────────────────────
         DONE     It compiles, all 4 tests pass, and nothing is cloned.

         Note     Your file has no tests any more. The course's own were run.

         One question: when `main` ends, who frees the letters of the ship's name?
            1  `book_entry`, when it returns
          > 2  `crane`, it owns the manifest now
            3  `alder`, the name that had them first

         RIGHT    `pass_on` gave the manifest to the crane, and `arrive` gave the crane
                  to `main`. The letters go when their owner goes, and not before.
    "#]],
    );
    terminal.press("d").shows(&["Yours and ours are the same."]);
    terminal.press("q").shows(&["RIGHT"]);
    terminal
        .press(" ")
        .shows(&["Our answer lends the manifest"]);
}

#[test]
fn hints_come_one_after_the_other() {
    let (_folder, terminal) = sit_at("handed_over", "03.2");
    terminal.shows(&["NOT YET", "Stuck?"]);
    check(
        &terminal.press("h").shows(&["Hint 1 of 3"]),
        &expect![[r#"
        ────────────────────────────────────────────────────────────────────────────────
         NOT YET  Line 27 uses `manifest`, but line 26 has given it away.

         Hint 1 of 3
           Follow the manifest through `arrive`, line by line. Who has it after the
           call to `book_entry`? And does `book_entry` need to keep it, or only to look
           at it?
        ────────────────────────────────────────────────────────────────────────────────
         h hint 2 of 3   o open file   Esc back
    "#]],
    );
    terminal.press("h").shows(&["Hint 2 of 3"]);
    terminal
        .press("h")
        .shows(&["Hint 3 of 3", "s shows our solution"]);
    let back = terminal.press("\u{1b}").shows(&["NOT YET", "X   27"]);
    assert!(!back.contains("Stuck?"), "{back}");
    // Not without asking twice.
    terminal.press("s").shows(&["Press s again"]);
    terminal.press("s").shows(&["Our solution"]);
}

#[test]
fn the_list_as_it_is_searched() {
    let (_folder, terminal) = sit_at("handed_over", "03.2");
    terminal.shows(&["NOT YET"]);
    terminal.press("l").shows(&["Find", "type to find"]);
    check(
        &terminal.press("lifetimes").shows(&["9 shown of"]),
        &expect![[r#"
            ────────────────────────────────────────────────────────────────────────────────
             Find  lifetimes_                                                 9 shown of 85

               06    Lifetimes                                 [---------]  0 of 9
             > 06.1  Which input              fix
               06.2  Returns a local          fix
               06.3  Outlives its scope       fix
               06.4  Gone by the semicolon    fix
               06.5  Struct with a view       fix
               06.6  The signature lies       fix
               06.7  Self-loan too long       fix
               06.8  Boxed and borrowing      fix
               06.9  Review: ferry log        fix







             Enter goes to 06.1. What you have written there stays as it is.
            ────────────────────────────────────────────────────────────────────────────────
             type to find   up/down   Enter go there   Tab todo/done/skipped/all   Esc back
        "#]],
    );
}

/// Page by page, every line of code of `rustc --explain` is there.
#[test]
fn an_explanation_is_paged() {
    let (folder, terminal) = sit_at("handed_over", "03.2");
    terminal.shows(&["NOT YET"]);
    let (said, _) = folder.bash(".", "rustc --explain E0382");
    let first = terminal
        .press("e")
        .shows(&["E0382, in the compiler's own words", "page 1 of"]);
    let pages = first
        .rsplit("page 1 of ")
        .next()
        .and_then(|count| count.trim().parse().ok());
    let pages: usize = pages.expect("a number of pages");
    assert!(pages > 1, "{first}");
    let mut read = first;
    for page in 2..=pages {
        read += &terminal
            .press(" ")
            .shows(&[&format!("page {page} of {pages}")]);
    }
    let code = said
        .split("```")
        .skip(1)
        .step_by(2)
        .flat_map(|block| block.lines().skip(1));
    let lines: Vec<&str> = code
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    assert!(lines.len() > 10, "{said}");
    for line in lines {
        assert!(read.contains(line), "{line}\n{read}");
    }
}

/// Numbers of a colour or a style, and whether each is one of the sixteen colours or none.
fn styles(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    let sequences = text.split("\u{1b}[").skip(1);
    let styles = sequences.filter_map(|rest| {
        let end = rest.find(|letter: char| letter.is_ascii_alphabetic())?;
        rest[end..].starts_with('m').then(|| rest[..end].to_owned())
    });
    let mut styles: Vec<String> = styles.collect();
    styles.sort();
    styles.dedup();
    styles
}

/// Light and dark ground: no ground of our own, and only what can be read on both. Every frame is one, and the mouse
/// is the terminal's.
#[test]
fn only_sixteen_colours_whole_frames_and_no_mouse() {
    let folder = learner();
    let size = (80, 24);
    let terminal = sit_at_in(
        &folder,
        "handed_over",
        "03.2",
        &[("COLORTERM", "truecolor")],
        size,
    );
    terminal.shows(&["NOT YET", "X   27"]);
    terminal.press("m").shows(&["-->"]);
    terminal.press("m").shows(&["NOT YET"]);
    terminal.press("l").shows(&["type to find"]);
    let bytes = terminal.received();
    assert_eq!(styles(&bytes), ["0", "1", "1;31", "1;33", "2", "36", "4"]);
    let text = String::from_utf8_lossy(&bytes);
    for mouse in ["?1000h", "?1002h", "?1003h", "?1006h", "?9h"] {
        assert!(!text.contains(mouse), "{mouse}");
    }
    // Before the first frame the terminal is taken; after that, all is written inside of one.
    let (_, frames) = text.split_once("\u{1b}[?2026h").expect("a frame");
    for between in frames.split("\u{1b}[?2026l").skip(1) {
        let outside = between.split("\u{1b}[?2026h").next();
        assert_eq!(outside, Some(""), "{text:?}");
    }
    assert!(!text.contains("\u{1b}[2J"), "nothing is cleared first");
}

#[test]
fn without_colours_nothing_is_lost() {
    let folder = learner();
    let plain = [("NO_COLOR", "1")];
    let terminal = sit_at_in(&folder, "handed_over", "03.2", &plain, (80, 24));
    terminal.shows(&["NOT YET", "└─> 26 │", "X   27 │", "^^^^^^^^"]);
    assert_eq!(styles(&terminal.received()), ["0"]);
}

/// For a screen reader, or a terminal that knows no escapes: what is new is appended, nothing is drawn over.
#[test]
fn a_plain_sitting_appends() {
    for (words, env) in [(&["--plain"][..], &[][..]), (&[], &[("TERM", "dumb")])] {
        let folder = learner();
        let mut terminal = Terminal::with(&folder.at("rust-tutor"), words, env, (80, 60));
        terminal.shows(&["Chapter 00  Orientation", "NOT YET", "Keys: o open file"]);
        let right = mended(&folder);
        terminal.press("h\n").shows(&["Hint 1 of 3"]);
        save(&folder, &right);
        terminal.shows(&["NOT YET", "Hint 1 of 3", "DONE"]);
        terminal.press("q\n");
        assert_eq!(terminal.ends(), 0);
        let bytes = terminal.received();
        assert!(
            !bytes.contains(&0x1b),
            "{}",
            String::from_utf8_lossy(&bytes)
        );
    }
}
