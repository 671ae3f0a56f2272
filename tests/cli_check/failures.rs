//! What an answer can do instead of being right: each gets a clear verdict, within the limits.

use expect_test::expect;

use crate::ferry::{self, BODY, FARE, FARE_FILE, GOOD, fare, fare_with};

#[test]
fn the_untouched_starter_is_told_where_it_stops() {
    let folder = ferry::work();
    fare(
        &folder,
        FARE,
        1,
        &expect![[r#"
         01.1  Fare   [TIME]

         NOT YET  It compiles, and 0 of 2 tests pass.

         Tests
           not yet  an adult pays in full
           not yet  a child pays half

         The first of the two: "an adult pays in full", line 14
           It came to the `todo!()` in line 6.

         Next     Put your own code in the place of the `todo!()` in line 6, and save.
                  Stuck? `tutor hint fare`: the first hint is a question.
    "#]],
    );
}

#[test]
fn a_wrong_answer_is_told_what_was_found_and_what_was_expected() {
    let folder = ferry::work();
    fare(
        &folder,
        fare_with("    full / 2 + u32::from(!child)"),
        1,
        &expect![[r#"
         01.1  Fare   [TIME]

         NOT YET  It compiles, and 1 of 2 tests pass.

         Tests
           not yet  an adult pays in full
           ok       a child pays half

         This one: "an adult pays in full", line 13
           expected  8        what an adult pays
           found     5

         Next     Make what an adult pays come out as 8, and save.
                  Stuck? `tutor hint fare`: the first hint is a question.
    "#]],
    );
}

#[test]
fn the_right_answer_is_done_and_its_solution_is_released() {
    let folder = ferry::work();
    fare(
        &folder,
        fare_with(GOOD),
        0,
        &expect![[r#"
         01.1  Fare   [TIME]

         DONE     It compiles, and both tests pass.

         Our solution is in  solutions/01_deck/01_fare.rs

         Next     `tutor next` goes on to the next exercise that is not done.
    "#]],
    );
    assert!(folder.has("work/solutions/01_deck/01_fare.rs"));
}

#[test]
fn an_endless_loop_is_ended() {
    let folder = ferry::work();
    let body = "    let mut sum = u64::from(full + u32::from(child));\n    loop {\n        sum = std::hint::black_box(sum + 1);\n    }";
    fare(
        &folder,
        fare_with(body),
        1,
        &expect![[r#"
            01.1  Fare   [TIME]

            STOPPED  It compiles, but it was still running after 5 seconds.
                     tutor has ended it. Nothing is broken.

            It was in this test when it was stopped
               "a child pays half", line 21

            Next     Look for a loop, or a wait, that never gets to its end, and save.
                     Stuck? `tutor hint fare`: the first hint is a question.
        "#]],
    );
}

#[test]
fn a_flood_of_output_is_ended() {
    let folder = ferry::work();
    let body = "    let line = \"and on \".repeat(500 + full as usize * usize::from(child));\n    loop {\n        println!(\"{line}\");\n    }";
    folder.write(FARE_FILE, fare_with(body));
    // How much it has printed by then differs from run to run.
    let said = ferry::check(&folder, &["fare"], 1).stdout;
    for piece in [
        "STOPPED  It compiles, but it printed without end.\n         tutor has ended it. Nothing is broken.\n",
        "Your program had printed ",
        " lines; the last 3:\n   │ and on and on and on",
        "Next     Look for the loop that prints and never gets to its end, and save.\n",
    ] {
        assert!(said.contains(piece), "{piece}\n{said}");
    }
}

#[test]
fn a_panic_is_told_with_its_line() {
    let folder = ferry::work();
    fare(
        &folder,
        fare_with("    panic!(\"no fare for {full} {child}\")"),
        1,
        &expect![[r#"
         01.1  Fare   [TIME]

         NOT YET  It compiles, and 0 of 2 tests pass.

         Tests
           not yet  an adult pays in full
           not yet  a child pays half

         The first of the two: "an adult pays in full", line 13
           It panicked in line 5:
            │ no fare for 8 false

         Next     Make this test pass, and save.
                  Stuck? `tutor hint fare`: the first hint is a question.
    "#]],
    );
}

#[test]
fn leaving_in_the_answer_is_no_end_of_the_tests() {
    let folder = ferry::work();
    let body = "    println!(\"{full} {child}\");\n    std::process::exit(0)";
    fare(
        &folder,
        fare_with(body),
        1,
        &expect![[r#"
         01.1  Fare   [TIME]

         NOT YET  It compiles, but the program ended before its tests did.

         These 2 tests did not run to their end
           not yet  an adult pays in full
           not yet  a child pays half

         Next     Look for something that ends the whole program, such as `exit`, and
                  save.
                  Stuck? `tutor hint fare`: the first hint is a question.
    "#]],
    );
}

#[test]
fn leaving_in_a_test_of_the_learners_is_not_even_run() {
    let folder = ferry::work();
    let wrong = fare_with("    full + u32::from(child)");
    let test = "    use super::*;\n\n    #[test]\n    fn first() {\n        std::process::exit(0);\n    }\n";
    fare(
        &folder,
        wrong.replace("    use super::*;\n", test),
        1,
        &expect![[r#"
         01.1  Fare   [TIME]

         NOT YET  It compiles, and 1 of 2 tests pass.

         Tests
           ok       an adult pays in full
           not yet  a child pays half

         This one: "a child pays half", line 23
           expected  4        what a child pays
           found     9

         Note     The tests in your file were changed. The course's own were run.

         Next     Make what a child pays come out as 4, and save.
                  Stuck? `tutor hint fare`: the first hint is a question.
    "#]],
    );
}

#[test]
fn a_wrong_answer_without_tests_stays_wrong() {
    let folder = ferry::work();
    let wrong = fare_with("    full + u32::from(child)");
    let without = wrong.split("\n#[cfg(test)]").next().expect("a part");
    fare(
        &folder,
        without,
        1,
        &expect![[r#"
         01.1  Fare   [TIME]

         NOT YET  It compiles, and 1 of 2 tests pass.

         Tests
           ok       an adult pays in full
           not yet  a child pays half

         This one: "a child pays half"
           expected  4        what a child pays
           found     9

         Note     Your file has no tests any more. The course's own were run.

         Next     Make what a child pays come out as 4, and save.
                  Stuck? `tutor hint fare`: the first hint is a question.
    "#]],
    );
}

#[test]
fn a_wrong_answer_with_ignored_tests_stays_wrong() {
    let folder = ferry::work();
    let wrong = fare_with("    full + u32::from(child)");
    let ignored = wrong.replace("    #[test]\n", "    #[test]\n    #[ignore]\n");
    fare(
        &folder,
        ignored,
        1,
        &expect![[r#"
         01.1  Fare   [TIME]

         NOT YET  It compiles, and 1 of 2 tests pass.

         Tests
           ok       an adult pays in full
           not yet  a child pays half

         This one: "a child pays half", line 20
           expected  4        what a child pays
           found     9

         Note     The tests in your file were changed. The course's own were run.

         Next     Make what a child pays come out as 4, and save.
                  Stuck? `tutor hint fare`: the first hint is a question.
    "#]],
    );
}

#[test]
fn the_right_answer_without_its_tests_passes_with_a_note() {
    let folder = ferry::work();
    let right = fare_with(GOOD);
    let without = right.split("\n#[cfg(test)]").next().expect("a part");
    fare(
        &folder,
        without,
        0,
        &expect![[r#"
         01.1  Fare   [TIME]

         DONE     It compiles, and both tests pass.

         Our solution is in  solutions/01_deck/01_fare.rs

         Note     Your file has no tests any more. The course's own were run.

         Next     `tutor next` goes on to the next exercise that is not done.
    "#]],
    );
}

#[test]
fn an_empty_file_is_called_empty() {
    let folder = ferry::work();
    fare(
        &folder,
        "\n\n",
        1,
        &expect![[r#"
         01.1  Fare   [TIME]

         NOT YET  The file of this exercise is empty.

         File
            exercises/01_deck/01_fare.rs

         Next     Save your text again in your editor, or let it begin anew: `tutor
                  reset fare`.
    "#]],
    );
}

#[test]
fn a_missing_file_is_called_missing() {
    let folder = ferry::work();
    folder.remove(FARE_FILE);
    let output = ferry::check(&folder, &["fare"], 1);
    expect![[r#"
         01.1  Fare   [TIME]

         NOT YET  The file of this exercise is not there.

         File
            exercises/01_deck/01_fare.rs

         Next     Put it back where it was, or let it begin anew: `tutor reset fare`.
    "#]]
    .assert_eq(&output.stdout);
}

#[test]
fn a_file_that_was_cut_off_is_told_where_it_is_open() {
    let folder = ferry::work();
    let cut = &FARE[..FARE.find(BODY).expect("its body")];
    fare(
        &folder,
        cut,
        1,
        &expect![[r#"
            01.1  Fare   [TIME]

            NOT YET  A bracket is not closed: look at the one that opens in line 4.
                     Another error than the one this exercise is about.

            error: this file contains an unclosed delimiter
              --> exercises/01_deck/01_fare.rs:4:42
               │
             4 │ fn fare(full: u32, child: bool) -> u32 {
               │                                         ^
               │                                        ─ unclosed delimiter

            Next     Find the bracket that has no partner, and save.
                     Stuck? `tutor hint fare`: the first hint is a question.
        "#]],
    );
}

#[test]
fn a_file_in_utf_16_is_told_to_be_saved_in_utf_8() {
    let folder = ferry::work();
    let mut bytes = vec![0xff, 0xfe];
    bytes.extend(fare_with(GOOD).encode_utf16().flat_map(u16::to_le_bytes));
    fare(
        &folder,
        bytes,
        1,
        &expect![[r#"
         01.1  Fare   [TIME]

         NOT YET  The file is written in UTF-16, and Rust reads UTF-8 only.

         File
            exercises/01_deck/01_fare.rs

         Next     Choose UTF-8 as its encoding in your editor, and save.
    "#]],
    );
}

#[test]
fn line_ends_of_windows_and_a_byte_order_mark_are_fine() {
    let folder = ferry::work();
    let text = format!("\u{feff}{}", fare_with(GOOD).replace('\n', "\r\n"));
    fare(
        &folder,
        text,
        0,
        &expect![[r#"
         01.1  Fare   [TIME]

         DONE     It compiles, and both tests pass.

         Our solution is in  solutions/01_deck/01_fare.rs

         Next     `tutor next` goes on to the next exercise that is not done.
    "#]],
    );
}

#[test]
fn control_characters_of_a_program_never_reach_the_terminal() {
    let folder = ferry::work();
    let body = "    println!(\"\\u{1b}]52;c;cHduZWQ=\\u{7}\\u{1b}[2J\\u{9b}31m\");\n    full + u32::from(child)";
    folder.write(FARE_FILE, fare_with(body));
    for format in ["text", "json", "junit", "github", "csv"] {
        let output = ferry::check(&folder, &["fare", "--format", format], 1);
        let odd = |c: &char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
        let found: Vec<char> = output.stdout.chars().filter(odd).collect();
        assert!(found.is_empty(), "{format}: {found:?}\n{}", output.stdout);
    }
}
