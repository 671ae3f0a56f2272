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

const OARS: &str = "pub fn half(full: u32) -> u32 {\n    full / 2\n}\n";

/// The course in `course/`, with a crate of its own in `crates/oars` that the first exercise uses. It is solved there.
fn with_a_crate() -> Folder {
    let folder = ferry::course();
    let info = ferry::INFO
        .replace(
            "edition = \"2024\"\n",
            "edition = \"2024\"\ndependencies = { oars = { path = \"crates/oars\" } }\n",
        )
        .replace(
            "timeout_s = 5\n",
            "timeout_s = 5\nneeds = [\"crate:oars\"]\n",
        );
    folder.write("course/info.toml", info);
    bring_oars(&folder);
    folder.write(
        "course/exercises/Cargo.lock",
        "version = 4\n\n[[package]]\nname = \"exercises\"\nversion = \"0.0.0\"\ndependencies = [\n \"oars\",\n]\n\n\
         [[package]]\nname = \"oars\"\nversion = \"0.1.0\"\n",
    );
    folder.write("course/exercises/01_deck/01_fare.rs", fare_with(ROWED));
    folder
}

const ROWED: &str = "    if child { oars::half(full) } else { full }";

fn bring_oars(folder: &Folder) {
    folder.write(
        "course/crates/oars/Cargo.toml",
        "[package]\nname = \"oars\"\nversion = \"0.1.0\"\nedition = \"2021\"\n",
    );
    folder.write("course/crates/oars/src/lib.rs", OARS);
}

#[track_caller]
fn digest_in(folder: &Folder, below: &str) -> String {
    let asked = folder.tutor(["check"]).below(below).any_output();
    let said = asked.exit(3).run().stderr;
    let digest = said.lines().find_map(|line| line.split_once("blake3    "));
    digest.expect("it is shown").1.trim().to_owned()
}

#[test]
fn the_digest_covers_a_crate_that_the_course_brings_wherever_it_lies() {
    let folder = with_a_crate();
    let digest = digest_in(&folder, "course");
    let check = |exit| {
        let words = ["check", "fare", "--digest", &digest];
        folder
            .tutor(words)
            .below("course")
            .any_output()
            .exit(exit)
            .run()
    };
    check(0);
    let trace = folder.at("trace");
    let sly = OARS.replace(
        "    full",
        &format!("    std::fs::write({trace:?}, \"\").expect(\"it ran\");\n    full"),
    );
    folder.write("course/crates/oars/src/lib.rs", sly);
    check(3);
    assert!(!folder.has("trace"));
    folder.write("course/crates/oars/src/lib.rs", OARS);
    check(0);
    let lock = folder.read("course/exercises/Cargo.lock");
    folder.write("course/exercises/Cargo.lock", lock + "# changed\n");
    check(3);
}

#[test]
fn a_learners_folder_has_the_crates_of_its_course() {
    let folder = with_a_crate();
    let init = folder.tutor(["init", "work", "--from", "course"]);
    init.any_output().run();
    assert_eq!(
        folder.read("work/.tutor/course/crates/oars/src/lib.rs"),
        OARS
    );
    let output = check(&folder, &["fare", "--trust"]).run();
    assert!(output.stdout.contains(" DONE "), "{}", output.stdout);
    assert_eq!(digest_in(&folder, "work"), digest_in(&folder, "course"));
}

#[test]
fn the_lock_file_of_a_course_in_rustlings_format_belongs_to_it_where_it_has_crates() {
    let folder = Folder::new();
    folder.write(
        "course/info.toml",
        "format_version = 1\n[[exercises]]\nname = \"intro\"\ndir = \"00_intro\"\nhint = \"Look.\"\n",
    );
    let package = "[package]\nname = \"exercises\"\nedition = \"2021\"\n";
    folder.write("course/Cargo.toml", package);
    folder.write("course/Cargo.lock", "version = 4\n");
    folder.write(
        "course/exercises/00_intro/intro.rs",
        "// TODO\nfn main() {}\n",
    );
    folder.write("course/solutions/00_intro/intro.rs", "fn main() {}\n");
    let without = digest_in(&folder, "course");
    folder.write("course/Cargo.lock", "version = 3\n");
    assert_eq!(digest_in(&folder, "course"), without, "nobody reads it");

    bring_oars(&folder);
    let crates = format!("{package}[dependencies]\noars = {{ path = \"./crates/oars/\" }}\n");
    folder.write("course/Cargo.toml", crates);
    let one = digest_in(&folder, "course");
    folder.write("course/Cargo.lock", "version = 4\n");
    assert_ne!(digest_in(&folder, "course"), one);
    folder
        .tutor(["init", "work", "--from", "course"])
        .any_output()
        .run();
    assert_eq!(
        folder.read("work/.tutor/course/Cargo.lock"),
        "version = 4\n"
    );
    assert_eq!(
        folder.read("work/.tutor/course/crates/oars/src/lib.rs"),
        OARS
    );
    assert_eq!(digest_in(&folder, "work"), digest_in(&folder, "course"));
}

#[test]
fn a_crate_outside_of_the_course_is_a_fault() {
    let folder = with_a_crate();
    let info = folder.read("course/info.toml");
    folder.write(
        "course/info.toml",
        info.replace("\"crates/oars\"", "\"../../oars\""),
    );
    let output = folder
        .tutor(["list"])
        .below("course")
        .any_output()
        .exit(3)
        .run();
    expect![[r#"
        The course in this folder has 1 fault:

          info.toml:7: the path `../../oars` of the crate `oars` leads out of its folder
              name a folder of the course, such as "exercises/oars"
    "#]]
    .assert_eq(&output.stderr);
}
