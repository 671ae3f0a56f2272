//! A course that is not built in runs nothing before a yes.

use expect_test::expect;

use crate::ferry::{self, FARE_FILE, GOOD, fare_with};
use crate::support::{Call, Folder};

const TRUSTED: &str = ".local/state/tutor/trusted";

/// A learner's folder whose answer leaves a trace when it runs.
fn tripwire() -> Folder {
    let folder = ferry::work();
    let trace = folder.at("trace");
    let body = format!("    std::fs::write({trace:?}, \"\").expect(\"it ran\");\n{GOOD}");
    folder.write(FARE_FILE, fare_with(&body));
    folder
}

fn check<'a>(folder: &'a Folder, words: &[&'a str]) -> Call<'a> {
    let all = ["check"].iter().chain(words).copied();
    folder.tutor(all).below("work").any_output()
}

fn without_digest(text: &str) -> String {
    let lines = text
        .lines()
        .map(|line| match line.split_once("blake3    ") {
            Some((before, digest)) if digest.len() == 64 => format!("{before}blake3    [DIGEST]\n"),
            _ => format!("{line}\n"),
        });
    lines.collect()
}

#[test]
fn without_anybody_to_ask_nothing_runs_and_that_is_said() {
    let folder = tripwire();
    let output = check(&folder, &["fare"]).exit(3).run();
    assert_eq!(output.stdout, "");
    expect![[r#"
        This is not the course that is built into tutor:

            title     A course about a ferry (ferry)
            in        [HERE]/work
            blake3    [DIGEST]
            brings    3 exercises, no crates of others

        A check compiles code of this course and runs it, here and with your rights.
        Let it run only if you know where it comes from.

        Nothing was run, as nobody can be asked here. If you trust the course,
        call the same command with --trust.
    "#]]
    .assert_eq(&without_digest(&output.stderr));
    assert!(!folder.has("trace"));
    assert!(!folder.has(TRUSTED));
}

#[test]
fn trust_on_the_command_line_is_a_yes_for_once() {
    let folder = tripwire();
    check(&folder, &["fare", "--trust"]).run();
    assert!(folder.has("trace"));
    check(&folder, &["fare"]).exit(3).run();
}

#[test]
fn naming_the_digest_is_a_yes_to_exactly_that_course() {
    let folder = tripwire();
    let said = check(&folder, &["fare"]).exit(3).run().stderr;
    let digest = said.lines().find_map(|line| line.split_once("blake3    "));
    let digest = digest.expect("it is shown").1.trim().to_owned();
    check(&folder, &["fare", "--digest", &digest]).run();
    assert!(folder.has("trace"));

    let info = folder.read("work/.tutor/course/info.toml");
    folder.write("work/.tutor/course/info.toml", info + "\n# changed\n");
    let output = check(&folder, &["fare", "--digest", &digest]).exit(3).run();
    let shown = output.stderr.replace(&digest, "[DIGEST]");
    assert!(shown.starts_with("Nothing was run: the course here is not the one that `--digest` names.\n    wanted    [DIGEST]\n    found     "), "{shown}");
}

#[test]
fn the_course_that_is_built_in_needs_no_yes() {
    let folder = Folder::new();
    folder.tutor(["init", "work"]).any_output().run();
    check(&folder, &["--all", "--format", "csv"]).exit(1).run();
    // A later tutor will know it again.
    assert!(folder.read(TRUSTED).contains("  built into tutor "));
    // With one byte changed it is a stranger's.
    let info = folder.read("work/.tutor/course/info.toml");
    folder.write("work/.tutor/course/info.toml", info + "\n");
    check(&folder, &[]).exit(3).run();
}

#[test]
fn a_folder_cannot_bring_its_own_yes() {
    let folder = tripwire();
    let said = check(&folder, &["fare"]).exit(3).run().stderr;
    let digest = said.lines().find_map(|line| line.split_once("blake3    "));
    let line = format!("{}  mine\n", digest.expect("it is shown").1.trim());
    for place in [".tutor/trusted", "trusted", TRUSTED] {
        folder.write(&format!("work/{place}"), &line);
    }
    check(&folder, &["fare"]).exit(3).run();
    folder.write(TRUSTED, &line);
    check(&folder, &["fare"]).run();
}

#[test]
fn marking_others_asks_for_the_course_alone() {
    let folder = tripwire();
    let words = ["check", "--in", "work", "--course", "course"];
    folder.tutor(words).any_output().exit(3).run();
    assert!(!folder.has("trace"));
    let words = ["check", "--in", "work", "--course", "course", "--trust"];
    folder.tutor(words).any_output().exit(1).run();
    assert!(folder.has("trace"));
}

#[test]
fn nothing_else_that_reads_a_course_runs_any_of_it() {
    let folder = tripwire();
    for words in [&["list"][..], &["hint"], &["go", "2"], &["next"], &["prev"]] {
        let call = folder.tutor(words.iter().copied()).below("work");
        call.any_output().run();
    }
    assert!(!folder.has("trace"));
}

/// `tutor check fare` in a terminal, with somebody who answers the question.
#[cfg(unix)]
fn answered(folder: &Folder, answer: &str) -> (String, u32) {
    use std::io::{Read, Write};

    let size = portable_pty::PtySize {
        rows: 30,
        cols: 100,
        pixel_width: 0,
        pixel_height: 0,
    };
    let pair = portable_pty::native_pty_system().openpty(size);
    let pair = pair.expect("a terminal");
    let mut command = portable_pty::CommandBuilder::new(env!("CARGO_BIN_EXE_tutor"));
    command.args(["check", "fare", "--plain"]);
    command.cwd(folder.at("work"));
    command.env("HOME", folder.path());
    command.env("XDG_STATE_HOME", "");
    let home = std::env::var_os("HOME").unwrap_or_default();
    let rustup = std::env::var_os("RUSTUP_HOME")
        .unwrap_or_else(|| std::path::Path::new(&home).join(".rustup").into());
    command.env("RUSTUP_HOME", rustup);
    let mut child = pair.slave.spawn_command(command).expect("it starts");
    drop(pair.slave);
    let mut writer = pair.master.take_writer().expect("a keyboard");
    writer.write_all(answer.as_bytes()).expect("it is typed");
    let mut reader = pair.master.try_clone_reader().expect("a screen");
    let mut seen = Vec::new();
    // At its end a terminal reports an error on some systems.
    let _ = reader.read_to_end(&mut seen);
    let exit = child.wait().expect("it ends").exit_code();
    (String::from_utf8_lossy(&seen).into_owned(), exit)
}

#[test]
#[cfg(unix)]
fn a_yes_on_the_terminal_is_remembered_until_the_course_changes() {
    let folder = tripwire();
    let (screen, exit) = answered(&folder, "n\n");
    assert_eq!(exit, 3, "{screen}");
    assert!(
        screen.contains("May it run? A yes holds until the course changes. [y/N]"),
        "{screen}"
    );
    assert!(screen.contains("Nothing was run."), "{screen}");
    assert!(!folder.has("trace"));

    let (screen, exit) = answered(&folder, "y\n");
    assert_eq!(exit, 0, "{screen}");
    assert!(folder.has("trace"));
    check(&folder, &["fare"]).run();

    let info = folder.read("work/.tutor/course/info.toml");
    folder.write("work/.tutor/course/info.toml", info + "\n");
    check(&folder, &["fare"]).exit(3).run();
}
