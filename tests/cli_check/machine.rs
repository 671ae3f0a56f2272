//! A machine, a course or a command line that lacks something: what is said, and the exit code.

use std::path::PathBuf;
use std::process::Command;

use expect_test::{Expect, expect};

use crate::ferry::{self, FARE_FILE, GOOD, SPEED_FILE, TICKET, TICKET_FILE, fare_with, timeless};
use crate::support::{Folder, Output};

/// `tutor check …` in `work/` with another search path.
#[track_caller]
fn with_path(folder: &Folder, path: &str, words: &[&str], exit: i32) -> Output {
    let all = ["check", "--trust"].iter().chain(words).copied();
    let call = folder.tutor(all).below("work").env("PATH", path);
    timeless(call.any_output().exit(exit).run())
}

#[track_caller]
fn complains(output: &Output, expected: &Expect) {
    assert_eq!(output.stdout, "");
    expected.assert_eq(&output.stderr);
}

fn sysroot() -> PathBuf {
    let asked = Command::new("rustc").args(["--print", "sysroot"]).output();
    let said = asked.expect("rustc runs").stdout;
    PathBuf::from(String::from_utf8_lossy(&said).trim())
}

/// A `rustc` of its own in `bin/`, whose toolchain has this one and its libraries, and nothing else.
#[cfg(unix)]
fn bare_toolchain(folder: &Folder) -> String {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let (real, bare) = (sysroot(), folder.at("bare"));
    std::fs::create_dir_all(bare.join("bin")).expect("a folder");
    symlink(real.join("bin/rustc"), bare.join("bin/rustc")).expect("a link");
    symlink(real.join("lib"), bare.join("lib")).expect("a link");
    folder.write(
        "bin/rustc",
        format!(
            "#!/bin/sh\ncase \"$*\" in *sysroot*) echo '{}';; *) exec '{}' \"$@\";; esac\n",
            bare.display(),
            real.join("bin/rustc").display()
        ),
    );
    let script = folder.at("bin/rustc");
    let mode = std::fs::Permissions::from_mode(0o755);
    std::fs::set_permissions(&script, mode).expect("a mode");
    folder.at("bin").display().to_string()
}

#[test]
fn no_rustc() {
    let folder = ferry::work();
    let empty = folder.at("empty").display().to_string();
    let output = with_path(&folder, &empty, &[], 4);
    complains(
        &output,
        &expect![[r#"
        Rust is not installed here: there is no `rustc` on your PATH.
        Install it with `curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh`, then open a new terminal and start `tutor` again.
    "#]],
    );
    let output = with_path(&folder, &empty, &["--all", "--format", "json"], 4);
    assert_eq!(output.stdout, "");
}

/// A search path whose compiler says that it is this one.
#[cfg(unix)]
fn toolchain_of(folder: &Folder, release: &str) -> String {
    use std::os::unix::fs::PermissionsExt;
    let bin = bare_toolchain(folder);
    let place = folder.at("bare/bin/rustc");
    std::fs::remove_file(&place).expect("the link goes");
    let real = sysroot().join("bin/rustc").display().to_string();
    folder.write(
        "bare/bin/rustc",
        format!(
            "#!/bin/sh\ncase \"$*\" in -vV) '{real}' -vV | sed 's/^release: .*/release: {release}/';; *) exec '{real}' \"$@\";; esac\n"
        ),
    );
    let mode = std::fs::Permissions::from_mode(0o755);
    std::fs::set_permissions(&place, mode).expect("a mode");
    format!("{bin}:/usr/bin:/bin")
}

#[test]
#[cfg(unix)]
fn a_rust_that_is_too_old() {
    let folder = ferry::work();
    folder.write(FARE_FILE, fare_with(GOOD));
    let path = toolchain_of(&folder, "1.60.0");
    let output = with_path(&folder, &path, &["fare"], 4);
    complains(
        &output,
        &expect![[r#"
            Rust 1.60.0 is here, but a check needs 1.85 or newer.
            Run `rustup update`, then start `tutor` again; `tutor doctor` says more.

                the compiler is [HERE]/bare/bin/rustc
        "#]],
    );
}

#[test]
#[cfg(unix)]
fn a_rust_that_is_old_but_does() {
    let folder = ferry::work();
    folder.write(FARE_FILE, fare_with(GOOD));
    let path = toolchain_of(&folder, "1.85.0");
    let output = with_path(&folder, &path, &["fare"], 0);
    assert!(output.stdout.contains("DONE     It"), "{}", output.stdout);
    expect![[r#"
        Rust 1.85.0 is older than 1.95, the oldest that tutor is tested with: its errors may not be the ones that an exercise expects. `rustup update` brings a newer one.
    "#]]
    .assert_eq(&output.stderr);
    let output = with_path(&folder, &path, &["fare", "--quiet"], 0);
    assert_eq!(output.stderr, "");
}

#[test]
#[cfg(unix)]
fn no_clippy() {
    let folder = ferry::work();
    let path = format!("{}:/usr/bin:/bin", bare_toolchain(&folder));
    folder.write(FARE_FILE, fare_with(GOOD));
    // Where clippy is not what it is about, rustc serves, and that is said.
    let output = with_path(&folder, &path, &["fare"], 0);
    expect![[r#"
         01.1  Fare   [TIME]

         DONE     It compiles, and both tests pass.

         Our solution is in  solutions/01_deck/01_fare.rs

         Note     clippy is missing on this machine: only the compiler has looked at
                  this.

         Next     `tutor next` goes on to the next exercise that is not done.
    "#]]
    .assert_eq(&output.stdout);
    // Where it is, nothing else can judge.
    folder.write(SPEED_FILE, ferry::speed_solved());
    let output = with_path(&folder, &path, &["speed"], 4);
    expect![[r#"
         02.1  Speed   [TIME]

         TROUBLE  This exercise needs clippy (`rustup component add clippy`), which is
                  not here.
                  That is not your fault: the exercise can wait.

         Next     Try again when it is there, or go on without it: `tutor next`.
    "#]]
    .assert_eq(&output.stdout);
    let output = with_path(&folder, &path, &["fare", "speed"], 0);
    expect![[r#"
         SKIPPED   02.1  Speed   exercises/02_engine/01_speed.rs
                   This exercise needs clippy (`rustup component add clippy`), which is
                   not here.

         1 of 2 exercises passed, 1 skipped   [TIME]
    "#]]
    .assert_eq(&output.stdout);
}

#[test]
#[cfg(unix)]
fn no_linker() {
    let folder = ferry::work();
    let path = bare_toolchain(&folder);
    folder.write(FARE_FILE, fare_with(GOOD));
    folder.write(TICKET_FILE, ferry::ticket_solved());
    let output = with_path(&folder, &path, &["fare"], 4);
    expect![[r#"
         01.1  Fare   [TIME]

         TROUBLE  The compiler found no linker: the program that puts the parts of a
                  program together.
                  That is not your fault, and says nothing about your answer.

         What the machine said
            │ error: linker `cc` not found
            │   |
            │   = note: No such file or directory (os error 2)

         Next     Install a C compiler (`sudo apt install build-essential`, or `gcc` on
                  other systems), then check again.
    "#]]
    .assert_eq(&output.stdout);
    // Said once, however many it stops.
    let output = with_path(&folder, &path, &["--all"], 4);
    expect![[r#"
         BROKEN    01.1  Fare   exercises/01_deck/01_fare.rs
                   The compiler found no linker: the program that puts the parts of a
                   program together. Install a C compiler (`sudo apt install
                   build-essential`, or `gcc` on other systems), then check again.

         0 of 3 exercises passed, 1 untouched, 2 broken   [TIME]
    "#]]
    .assert_eq(&output.stdout);
    // What the compiler refuses needs no linker.
    folder.write(
        TICKET_FILE,
        TICKET.replace("to the island", "to the lighthouse"),
    );
    let output = with_path(&folder, &path, &["ticket", "--format", "csv"], 1);
    assert!(
        output.stdout.contains("ticket,1.2,fix,todo,not_yet,18,"),
        "{}",
        output.stdout
    );
}

#[test]
fn a_broken_info_toml_in_a_learners_folder() {
    let folder = ferry::work();
    folder.write(
        "work/.tutor/course/info.toml",
        "format_version = 2\n[[exercises",
    );
    let output = ferry::check(&folder, &[], 3);
    complains(
        &output,
        &expect![[r#"
        The course in .tutor/course has 1 fault:

          info.toml:2: this is no TOML: unclosed array table, expected `]]`
              close the bracket

        This is not your doing, and your work is safe. To write the course anew, call this in the same folder:
            tutor init    (with --from COURSE, if it was written so)
    "#]],
    );
}

#[test]
fn a_broken_info_toml_in_a_course() {
    let folder = ferry::course();
    let info = ferry::INFO.replace("kind = \"lint\"", "kind = \"lnt\"");
    folder.write(
        "course/info.toml",
        info.replace("\"02_ticket\"", "\"03_ticket\""),
    );
    let words = ["check", "--trust", "--course", "course"];
    let output = folder.tutor(words).any_output().exit(3).run();
    complains(
        &output,
        &expect![[r#"
        The course in course has 2 faults:

          info.toml:27: there is no file `exercises/01_deck/03_ticket.rs`
              `02_ticket.rs` is there: rename one of them
          info.toml:36: there is no kind `lnt`
              did you mean "lint"?
    "#]],
    );
}

#[test]
fn an_unknown_exercise() {
    let folder = ferry::work();
    complains(
        &ferry::check(&folder, &["tickt"], 2),
        &expect![[r#"
        There is no exercise `tickt`. Did you mean `ticket`?
    "#]],
    );
    complains(
        &ferry::check(&folder, &["7", "xyz"], 2),
        &expect![[r#"
        There is no chapter 7; they go from 1 to 2.
        There is no exercise `xyz`. `tutor list` shows all of them.
    "#]],
    );
    complains(
        &ferry::check(&folder, &["--track", "cor"], 2),
        &expect![[r#"
        No exercise belongs to a track `cor`. There are: core.
    "#]],
    );
}

#[test]
fn no_course() {
    let folder = Folder::new();
    let output = folder.tutor(["check"]).any_output().exit(3).run();
    complains(
        &output,
        &expect![[r#"
        There is no course in this folder, nor in a folder above it.

        To begin with the course that comes with tutor:
            tutor init
            cd rust-tutor
            tutor

        If you have a folder already, go there, or name it:
            tutor --course DIR
    "#]],
    );
    let output = folder.tutor(["check", "--course", "nowhere"]);
    complains(
        &output.any_output().exit(3).run(),
        &expect![[r#"
        There is no course in nowhere.

        To begin with the course that comes with tutor:
            tutor init
            cd rust-tutor
            tutor

        If you have a folder already, go there, or name it:
            tutor --course DIR
    "#]],
    );
}

#[test]
#[cfg(unix)]
fn a_folder_that_can_only_be_read_is_checked_all_the_same() {
    use std::os::unix::fs::PermissionsExt;
    let folder = ferry::work();
    folder.write(FARE_FILE, fare_with(GOOD));
    let dirs = ["work/.tutor", "work"].map(|dir| folder.at(dir));
    let mode = |mode| {
        for dir in &dirs {
            let mode = std::fs::Permissions::from_mode(mode);
            std::fs::set_permissions(dir, mode).expect("a mode");
        }
    };
    mode(0o555);
    // Root may write everywhere: then there is nothing to see here.
    let root = std::fs::write(folder.at("work/probe"), "").is_ok();
    let words = ["check", "--trust", "fare"];
    let output = folder.tutor(words).below("work").any_output().run();
    mode(0o755);
    assert!(output.stdout.contains(" DONE "), "{}", output.stdout);
    assert!(
        root || output.stderr.contains("not saved"),
        "{}",
        output.stderr
    );
}

#[test]
#[cfg(unix)]
fn few_open_files() {
    let folder = ferry::work();
    folder.write(FARE_FILE, fare_with(GOOD));
    folder.write(TICKET_FILE, ferry::ticket_solved());
    folder.write(SPEED_FILE, ferry::speed_solved());
    let limited = |files: u32, words: &str| {
        let tutor = env!("CARGO_BIN_EXE_tutor");
        let script =
            format!("ulimit -n {files}; '{tutor}' check --trust {words}; echo \"exit $?\"");
        folder.bash("work", &script)
    };
    // One after another, if they cannot be checked side by side.
    for _ in 0..3 {
        let (told, complained) = limited(24, "--all --format csv");
        assert!(told.contains("exit 0\n"), "{told}{complained}");
    }
    // Too few for anything: that is no reason to install Rust again.
    let (told, complained) = limited(12, "--all");
    assert_eq!(told, "exit 4\n");
    expect![[r#"
        Programs may open too few files at once in this terminal to start a compiler.
        Run `ulimit -n 256` here, or open a new terminal, then start `tutor` again.

            the system lets tutor open no more files at once (`ulimit -n` says how many it allows)
    "#]]
    .assert_eq(&complained);
}

/// A compiler that knows its name, builds what every check needs, and then does this.
#[cfg(unix)]
fn compiler_that(folder: &Folder, does: &str) -> String {
    let path = bare_toolchain(folder);
    let real = sysroot().join("bin/rustc").display().to_string();
    folder.remove("bare/bin/rustc");
    folder.write(
        "bare/bin/rustc",
        format!(
            "#!/bin/sh\n\
             case \"$*\" in -vV|*'--crate-name tutor_probe'*) exec '{real}' \"$@\";; esac\n\
             {does}\n"
        ),
    );
    let mode = std::os::unix::fs::PermissionsExt::from_mode(0o755);
    std::fs::set_permissions(folder.at("bare/bin/rustc"), mode).expect("a mode");
    format!("{path}:/usr/bin:/bin")
}

#[test]
#[cfg(unix)]
fn a_compiler_that_crashes_or_is_killed() {
    let ways = [
        (
            "echo \"error: internal compiler error: it has lost its way\" >&2; exit 101",
            "The compiler itself has crashed.",
        ),
        (
            "kill -KILL $$",
            "The compiler was ended from outside, perhaps because memory ran out.",
        ),
    ];
    for (does, what) in ways {
        let folder = ferry::work();
        let path = compiler_that(&folder, does);
        // Right or wrong: nobody can know.
        for answer in [fare_with(GOOD), fare_with("    full")] {
            folder.write(FARE_FILE, answer);
            let output = with_path(&folder, &path, &["fare"], 4);
            let words: Vec<&str> = output.stdout.split_whitespace().collect();
            let told = words.join(" ");
            assert!(told.contains("TROUBLE"), "{told}");
            assert!(told.contains(what), "{told}");
            assert!(!told.contains("NOT YET"), "{told}");
        }
    }
}
