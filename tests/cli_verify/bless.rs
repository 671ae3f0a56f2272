//! `--bless`: what is mechanical is shown, and then written.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use expect_test::expect;
use serde_json::Value;

use crate::mill::{findings, mill, summary, verify};
use crate::support::Folder;

#[test]
fn what_a_starter_shows_and_what_a_program_prints_is_written_down() {
    let folder = mill();
    let info = folder.read("mill/info.toml");
    let words = ["two_errors", "quiet_lint", "other_line", "a_trace"];
    let output = verify(&folder, &[&["--bless"], &words[..]].concat(), 1);
    let shown = output.stdout.lines();
    let shown = shown.take_while(|line| !line.contains(": V0"));
    let shown: String = shown.map(|line| format!("{line}\n")).collect();
    expect![[r#"
        Corrected: info.toml
            kind = "fix"
            refuse = { clone = "One sack is enough." }
          - starts = [{ error = "E0382", at = "sack.len()" }, { error = "E0499", at = "let again" }]
          + starts = [{ error = "E0308", at = 'let again: u8 = cart.len();' }]
            hint = ["Which line is it about?", "The rule stands in the note.", "The same thing with a door that is locked twice."]

          ..
            name = "05_quiet_lint"
            kind = "lint"
          + starts = [{ lint = "clippy::needless_return", at = 'return sack.len();' }]
            deny = ["clippy::len_zero", "clippy::needless_return"]
            hint = ["Which line is it about?", "The rule stands in the note.", "The same thing with a door that is locked twice."]

        Corrected: solutions/04_answers/08_other_line.rs
            fn main() {
                let sack = String::from("rye");
          -     let cart = sack; //~ E0382
          -     println!("{sack} {cart}");
          +     let cart = sack;
          +     println!("{sack} {cart}"); //~ E0382
            }

        Corrected: solutions/04_answers/09_a_trace.rs

            //> turn
          - //> turn
          + //> and turn

    "#]]
    .assert_eq(&shown);

    let changed = folder.read("mill/info.toml");
    let lines = info.lines().filter(|line| !line.starts_with("starts"));
    for line in lines {
        assert!(changed.contains(line), "{line} is as its author wrote it");
    }
    // Of these exercises nothing is left to say.
    let rest = verify(&folder, &words, 1);
    assert!(!findings(&rest.stdout).contains("V01"), "{}", rest.stdout);
    assert!(!findings(&rest.stdout).contains("V021"), "{}", rest.stdout);
    let told = summary(&rest.stdout);
    assert!(told.ends_with("beside them, nothing has changed"), "{told}");
}

#[test]
fn nothing_is_written_of_a_starter_that_somebody_has_solved() {
    let folder = mill();
    let before = folder.all("mill/exercises");
    let info = folder.read("mill/info.toml");
    let output = verify(&folder, &["--bless", "done_already"], 1);
    assert!(
        output
            .stdout
            .contains("V013: The starter passes as it is: somebody has solved it")
    );
    assert!(!output.stdout.contains("Corrected"));
    assert!(!output.stdout.contains("E0382"), "{}", output.stdout);
    assert_eq!(folder.read("mill/info.toml"), info);
    assert_eq!(folder.all("mill/exercises"), before);
}

#[test]
#[cfg(unix)]
fn nothing_is_written_once_somebody_has_stopped_it() {
    let folder = mill();
    let starter = "mill/exercises/01_starters/08_never_ends.rs";
    let text = folder.read(starter);
    folder.write(starter, text.replace("    0\n", "    loop {}\n"));
    let info = folder.read("mill/info.toml");
    let info = info.replace("timeout_s = 1\n", "timeout_s = 100\n");
    folder.write("mill/info.toml", &info);

    let words = ["verify", "--trust", "--bless", "--jobs", "2"];
    let mut tutor = Command::new(env!("CARGO_BIN_EXE_tutor"))
        .args(words)
        .args(["two_errors", "never_ends"])
        .current_dir(folder.at("mill"))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary starts");
    // The one is proved, and has something to correct; the other goes on for long.
    let deadline = Instant::now() + Duration::from_secs(90);
    while !folder.has("mill/.tutor/build/verdicts") {
        assert!(Instant::now() < deadline, "nothing is ever proved");
        assert_eq!(tutor.try_wait().expect("it is a child"), None, "it ended");
        std::thread::yield_now();
    }
    let number = tutor.id().to_string();
    let sent = Command::new("kill").args(["-INT", &number]).status();
    assert!(sent.expect("kill runs").success());
    let output = tutor.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(130));
    assert_eq!(String::from_utf8_lossy(&output.stdout), "");
    assert_eq!(folder.read("mill/info.toml"), info);
}

#[test]
fn the_lock_file_of_the_crates_of_others_is_shown_and_written() {
    let folder = Folder::new();
    folder.write(
        "oarsmen/info.toml",
        "format_version = 2\nid = \"oarsmen\"\ntitle = \"A boat\"\n\
         [build]\nedition = \"2024\"\ndependencies = { oars = { path = \"exercises/oars\" } }\n\
         [[chapters]]\ndir = \"01_boat\"\ntitle = \"Boat\"\n\
         [[exercises]]\ndir = \"01_boat\"\nname = \"01_row\"\nkind = \"write\"\nneeds = [\"crate:oars\"]\n\
         hint = [\"Which?\", \"That one.\", \"As elsewhere.\"]\n",
    );
    let manifest = "[package]\nname = \"oars\"\nversion = \"0.3.1\"\nedition = \"2024\"\n";
    folder.write("oarsmen/exercises/oars/Cargo.toml", manifest);
    let two = "pub fn oars() -> u8 {\n    2\n}\n";
    folder.write("oarsmen/exercises/oars/src/lib.rs", two);
    let main = "fn main() {\n    println!(\"{}\", row());\n}\n";
    folder.write(
        "oarsmen/exercises/01_boat/01_row.rs",
        format!(
            "//! Row\n//! Say how many oars there are.\n\n// TODO: count them.\nfn row() -> u8 {{\n    todo!()\n}}\n\n{main}\n\
             #[cfg(test)]\nmod tests {{\n    #[test]\n    fn all_oars_are_counted() {{\n        assert_eq!(super::row(), oars::oars(), \"oars\");\n    }}\n}}\n"
        ),
    );
    folder.write(
        "oarsmen/solutions/01_boat/01_row.rs",
        format!("//! 1\n//! 2\n//! 3\n//! 4\n\nfn row() -> u8 {{\n    oars::oars()\n}}\n\n{main}"),
    );
    let verify = |words: &[&str]| {
        let words = ["verify", "--trust"].iter().chain(words).copied();
        let call = folder.tutor(Vec::from_iter(words)).below("oarsmen");
        call.any_output().exit(1).run()
    };
    let missing = |words: &[&str]| {
        let output = verify(&[words, &["--format", "json"]].concat());
        let told: Value = serde_json::from_str(&output.stdout).expect("it is JSON");
        told["exercises"][0]["missing"].clone()
    };
    let said = "the crate `oars` (the course has no exercises/Cargo.lock)";
    assert_eq!(missing(&[]), said);
    assert!(!folder.has("oarsmen/exercises/Cargo.lock"));

    let output = verify(&["--bless"]);
    let lock = folder.read("oarsmen/exercises/Cargo.lock");
    for text in [
        "name = \"exercises\"\nversion = \"0.0.0\"\n",
        "name = \"oars\"\nversion = \"0.3.1\"\n",
    ] {
        assert!(lock.contains(text), "{lock}");
    }
    let begin = "Corrected: exercises/Cargo.lock\n";
    assert!(output.stdout.starts_with(begin), "{}", output.stdout);
    for line in lock.lines().filter(|line| !line.is_empty()) {
        let line = format!("  + {line}\n");
        assert!(output.stdout.contains(&line), "{line}{}", output.stdout);
    }
    assert_eq!(output.stderr, "");
    assert_eq!(missing(&[]), Value::Null);
    // What is there is its author's.
    let again = verify(&["--bless"]);
    assert!(!again.stdout.contains("Corrected"), "{}", again.stdout);
}

/// What an author may write and tutor cannot: the findings come all the same.
#[test]
fn a_manifest_that_cannot_be_corrected_is_left_alone() {
    let folder = mill();
    let info = "format_version = 2\nid = \"mill\"\ntitle = \"Mill\"\n\
        exercises = [{ dir = \"01_a\", name = \"01_sack\", kind = \"fix\", starts = [], hint = [\"a\", \"b\", \"c\"] }]\n\
        [[chapters]]\ndir = \"01_a\"\ntitle = \"A\"\n";
    folder.write("mill/info.toml", info);
    folder.write(
        "mill/exercises/01_a/01_sack.rs",
        "//! Sack\n//! Weigh it.\n\n// TODO: weigh.\nfn main() {\n    let _sack: u8 = \"rye\";\n}\n",
    );
    let output = verify(&folder, &["sack", "--bless"], 1);
    assert_eq!(folder.read("mill/info.toml"), info);
    let told = "`--bless` cannot correct info.toml: `exercises` is not written as `[[exercises]]`. Correct `starts` there by hand.\n";
    assert_eq!(output.stderr, told);
    assert!(output.stdout.contains("V010"), "{}", output.stdout);
}
