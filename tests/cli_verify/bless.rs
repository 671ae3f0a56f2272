//! `--bless`: what is mechanical is shown, and then written.

use expect_test::expect;

use crate::mill::{findings, mill, summary, verify};

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
