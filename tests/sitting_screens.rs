//! The screens of a sitting in a window of 80 columns and 24 rows, from facts as the check finds them.

mod sitting_common;

use std::time::Duration;

use expect_test::{Expect, expect};
use sitting_common::case;
use sitting_common::course::{Desk, Sat, evidence, exercise, tests};
use sitting_common::refused::{errors, refused, with_errors};
use tutor::check::diagnostic::Diagnostic;
use tutor::check::verdict::*;
use tutor::course::model::{Demand, Exercise, Kind, Question, TokenRule};
use tutor::session::event::{Event, Key};
use tutor::session::progress::{Record, State};

fn check(sat: &Sat, expected: Expect) {
    expected.assert_eq(&sat.screen());
}

#[test]
fn screen_01_the_first_exercise() {
    let exercise = exercise("first_light", 0, 1, Kind::Fix);
    let (text, errors) = errors("e0425_misspelt", &exercise);
    let mut sat = Desk::at(exercise, &text, 0).sit_down();
    sat.found(
        &text,
        refused(&errors[0], Relation::Expected, 11),
        with_errors(&errors, 40),
    );
    check(
        &sat,
        expect![[r#"
         00.1  First light                   Orientation 1 of 3    [----------] 0 of 160
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
         o open file   h hint   e explain   ? all keys   q quit                   0.04 s
    "#]],
    );
}

#[test]
fn screen_02_a_moved_value() {
    let exercise = exercise("handed_over", 3, 2, Kind::Fix);
    let (text, errors) = errors("e0382_handed_over", &exercise);
    let mut sat = Desk::at(exercise, &text, 13).sit_down();
    sat.found(
        &text,
        refused(&errors[0], Relation::Expected, 27),
        with_errors(&errors, 40),
    );
    check(
        &sat,
        expect![[r#"
         03.2  Handed over                    Ownership 2 of 8    [#---------] 13 of 160
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
         o open file   h hint   m more from the compiler   e explain   ? keys     0.04 s
    "#]],
    );
}

#[test]
fn screen_03_a_loan_in_a_loop() {
    let exercise = exercise("prune_while_walking", 4, 4, Kind::Fix);
    let (text, errors) = errors("e0502_prune", &exercise);
    let goal = "\
//! Prune while walking
//! The town hall keeps fishing permits by the year in which they run out. Remove
//! the expired ones from the register, and keep the others in their order.
//! Change only `prune`.
";
    let mut sat = Desk::at(exercise, goal, 23).sit_down();
    sat.found(
        &text,
        refused(&errors[0], Relation::Expected, 10),
        with_errors(&errors, 40),
    );
    check(
        &sat,
        expect![[r#"
             04.4  Prune while walking            Borrowing 4 of 9    [##--------] 23 of 160
            ────────────────────────────────────────────────────────────────────────────────
             The town hall keeps fishing permits by the year in which they run out. Remove
             the expired ones from the register, and keep the others in their order.
             Change only `prune`.

             NOT YET  Line 10 changes `permits` while line 8 is still reading it.
                      This is the error that this exercise is about.

             error[E0502]: cannot borrow `*permits` as mutable because it is also borrowed
                           as immutable

             permits, lent out
             ┌─>  8 │     for (index, permit) in permits.iter().enumerate() {
             │      │                            ────────────────────────── lent for reading
             X   10 │             permits.remove(index);
             │      │             ^^^^^^^^^^^^^^^^^^^^^ wants it alone, to change it
             └──  next round: line 8 uses the loan again

             Next     Let the reading be over before `permits` changes. Then save.
                      Stuck? Press h: the first hint is a question.
            ────────────────────────────────────────────────────────────────────────────────
             o open file   h hint   m more from the compiler   e explain   ? keys     0.04 s
        "#]],
    );
}

const TRAM: &str = "\
//! Tests are the spec
//! A tram ride costs 240 cents, and 60 more for each zone after the first. Rides
//! at night cost half as much again. Write `fare`: the tests say what it must be.
";

const TRAM_TESTS: [(&str, usize, bool); 4] = [
    ("tests::a_ride_in_one_zone_costs_the_base_fare", 20, true),
    ("tests::a_child_rides_for_nothing", 27, true),
    ("tests::every_further_zone_adds_sixty_cents", 34, false),
    ("tests::a_night_ride_costs_half_as_much_again", 41, false),
];

fn failed(name: &str, line: usize, found: &str, expected: &str, what: &str) -> Reason {
    Reason::Test(FailedTest {
        name: name.to_owned(),
        line: Some(line),
        failure: Failure::Differs {
            found: found.to_owned(),
            expected: expected.to_owned(),
            what: what.to_owned(),
        },
    })
}

fn printed(lines: &[&str], count: u64) -> Printed {
    Printed {
        head: lines.iter().map(|line| (*line).to_owned()).collect(),
        tail: vec![],
        lines: count,
    }
}

#[test]
fn screen_04_tests_that_fail() {
    let exercise = exercise("tests_are_the_spec", 0, 3, Kind::Write);
    let file = exercise.main_file().to_owned();
    let (_, errors) = errors("e0425_function", &exercise);
    let mut sat = Desk::at(exercise, TRAM, 2)
        .record(Record {
            hint: 1,
            ..Record::default()
        })
        .sit_down();
    sat.found(
        "",
        refused(&errors[0], Relation::Other, 2),
        with_errors(&errors, 30),
    );
    sat.save();
    let reasons = vec![
        failed(
            TRAM_TESTS[2].0,
            34,
            "240",
            "360",
            "the fare for three zones",
        ),
        failed(TRAM_TESTS[3].0, 41, "240", "360", "the fare at night"),
    ];
    let facts = Evidence {
        tests: tests(&TRAM_TESTS),
        printed: Some(printed(&["three zones: 240 cents"], 1)),
        ..evidence(110)
    };
    sat.found("", Verdict::NotYet(reasons), facts);
    assert!(file.ends_with("03_tests_are_the_spec.rs"));
    check(
        &sat,
        expect![[r#"
         00.3  Tests are the spec            Orientation 3 of 3    [----------] 2 of 160
        ────────────────────────────────────────────────────────────────────────────────
         A tram ride costs 240 cents, and 60 more for each zone after the first. Rides
         at night cost half as much again. Write `fare`: the tests say what it must be.

         NOT YET  It compiles, and 2 of 4 tests pass.
                  A step further: before this save it did not compile.

         Tests
           ok       a ride in one zone costs the base fare
           ok       a child rides for nothing
           not yet  every further zone adds sixty cents
           not yet  a night ride costs half as much again

         The first of the two: "every further zone adds sixty cents", line 34
           expected  360      the fare for three zones
           found     240

         Your program prints
            │ three zones: 240 cents

         Next     Make the fare for three zones come out as 360, and save.
        ────────────────────────────────────────────────────────────────────────────────
         o open file   h hint   m the other test   ? all keys   q quit            0.11 s
    "#]],
    );
}

fn radio() -> (Exercise, String, Vec<Diagnostic>) {
    let mut exercise = exercise("readers_and_a_writer", 4, 2, Kind::Predict);
    exercise.choices = ["E0382", "E0499", "E0502", "E0506"]
        .map(String::from)
        .to_vec();
    exercise.questions = vec![Question {
        text: "Why is the list still lent out when `push` comes?".to_owned(),
        choices: vec![
            "a loan lasts to the closing brace".to_owned(),
            "`up_next` is read once more after it".to_owned(),
            "`on_air` has been printed before it".to_owned(),
        ],
        answer: 2,
        why: "A loan lasts from where it is made to where it is used last.".to_owned(),
    }];
    let (text, errors) = errors("e0502_songs", &exercise);
    (exercise, text, errors)
}

fn marks(marks: &[(usize, &str, Grade)]) -> Verdict {
    let mark = |(line, source, grade): &(usize, &str, Grade)| Mark {
        line: *line,
        code: "E0502".to_owned(),
        source: (*source).to_owned(),
        grade: *grade,
    };
    Verdict::NotYet(vec![Reason::Marks(MarksMiss {
        marks: marks.iter().map(mark).collect(),
        errors: 2,
        missing: 1,
    })])
}

#[test]
fn screen_05_before_a_prediction() {
    let (exercise, text, _) = radio();
    let mut sat = Desk::at(exercise, &text, 20).sit_down();
    sat.found(&text, marks(&[]), evidence(40));
    check(
        &sat,
        expect![[r#"
         04.2  Readers and a writer           Borrowing 2 of 9    [#---------] 20 of 160
        ────────────────────────────────────────────────────────────────────────────────
         A radio desk looks at its list of songs (each one's length in seconds) while
         requests come in. Which lines will the compiler refuse, and with which code?
         Mark the end of each such line, as in `//~ E0382`. Change nothing else.

         PREDICT  You speak first, then the compiler. No line is marked yet.

         Choose a code for each line that you expect to be refused:
            E0382   uses a value that was given away
            E0499   two at once may change the same value
            E0502   one may change a value while another still reads it
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
}

#[test]
fn screen_06_the_second_try_of_a_prediction() {
    let (exercise, text, _) = radio();
    let mut sat = Desk::at(exercise, &text, 20).sit_down();
    let wrong = marks(&[
        (20, "    songs.push(240);", Grade::Right),
        (28, "    *on_air -= 30;", Grade::Follows),
    ]);
    sat.found(&text, marks(&[]), evidence(40));
    sat.save().found(&text, wrong.clone(), evidence(40));
    check(
        &sat,
        expect![[r#"
             04.2  Readers and a writer           Borrowing 2 of 9    [#---------] 20 of 160
            ────────────────────────────────────────────────────────────────────────────────
             A radio desk looks at its list of songs (each one's length in seconds) while
             requests come in. Which lines will the compiler refuse, and with which code?
             Mark the end of each such line, as in `//~ E0382`. Change nothing else.

             NOT YET  1 of your 2 marks is right.

             Your marks
                20   songs.push(240);     E0502
                28   *on_air -= 30;       E0502

             Codes    E0382 given away                  E0499 two may change it
                      E0502 change and read             E0506 overwritten while lent out

             Next     Look at your marks again, and save. Then tutor says which are right.
                      Stuck? Press h: the first hint is a question.
            ────────────────────────────────────────────────────────────────────────────────
             o open file   h hint   s give up and see   ? all keys   q quit          1st try
        "#]],
    );
    sat.save().found(&text, wrong, evidence(40));
    check(
        &sat,
        expect![[r#"
             04.2  Readers and a writer           Borrowing 2 of 9    [#---------] 20 of 160
            ────────────────────────────────────────────────────────────────────────────────
             A radio desk looks at its list of songs (each one's length in seconds) while
             requests come in. Which lines will the compiler refuse, and with which code?
             Mark the end of each such line, as in `//~ E0382`. Change nothing else.

             NOT YET  1 of your 2 marks is right.

             Your marks
                20   songs.push(240);     E0502   right
                28   *on_air -= 30;       E0502   close: this line is not refused itself,
                                                  it is the reason why another one is

             Codes    E0382 given away                  E0499 two may change it
                      E0502 change and read             E0506 overwritten while lent out

             Next     Move the mark of line 28, and save.
                      Stuck? Press h: the first hint is a question.
            ────────────────────────────────────────────────────────────────────────────────
             o open file   h hint   s give up and see   ? all keys   q quit          2nd try
        "#]],
    );
}

#[test]
fn screen_07_after_a_prediction() {
    let (exercise, text, errors) = radio();
    let mut sat = Desk::at(exercise, &text, 20)
        .record(Record {
            attempts: 2,
            ..Record::default()
        })
        .sit_down();
    sat.found(&text, marks(&[]), evidence(40));
    let facts = Evidence {
        right: 2,
        ..with_errors(&errors, 30)
    };
    sat.save().found(&text, Verdict::Passed, facts);
    sat.solution("//! Many readers, or one writer; never both at once.\n");
    check(
        &sat,
        expect![[r#"
             04.2  Readers and a writer           Borrowing 2 of 9    [##--------] 21 of 160
            ────────────────────────────────────────────────────────────────────────────────
             DONE     Both lines and both codes are right, on your 3rd try.

             Now the compiler. It refuses two lines; the first:
             error[E0502]: cannot borrow `songs` as mutable because it is also borrowed as
                           immutable

             songs, lent out
             ┌── 18 │     let up_next = &songs[1];
             │      │                    ───── lent for reading
             X   20 │     songs.push(240);
             │      │     ^^^^^^^^^^^^^^^ wants it alone, to change it
             └── 21 │     println!("up next: {up_next} s");
                    │                         ─────── still used here

             One question: why is the list still lent out when `push` comes?
                1  a loan lasts to the closing brace
                2  `up_next` is read once more after it
                3  `on_air` has been printed before it

             Next     Press 1, 2 or 3. The note comes after it.
            ────────────────────────────────────────────────────────────────────────────────
             1 2 3 answer   m the second error   space the note   n next   ? keys     0.03 s
        "#]],
    );
}

#[test]
fn screen_08_a_guard() {
    let starter = std::fs::read_to_string("tests/fixtures/guard.rs").expect("the fixture");
    let example = |title: &str, line, code: &[&str], wish, outcome| Example {
        title: title.to_owned(),
        line,
        code: code.iter().map(|line| (*line).to_owned()).collect(),
        wish,
        outcome,
    };
    let refused = |code: &str| Wish::Refused {
        any_of: vec![code.to_owned()],
    };
    let twice = [
        "use single_use_voucher::till::Voucher;",
        "let voucher = Voucher::issue(900);",
        "voucher.redeem();",
        "voucher.redeem();",
    ];
    let examples = vec![
        example(
            "A voucher is issued and redeemed:",
            9,
            &[],
            Wish::Runs,
            ExampleOutcome::AsItShould,
        ),
        example(
            "It cannot be redeemed twice:",
            15,
            &twice,
            refused("E0382"),
            ExampleOutcome::Accepted,
        ),
        example(
            "It cannot be copied:",
            23,
            &[],
            refused("E0599"),
            ExampleOutcome::Accepted,
        ),
        example(
            "Nobody can write one by hand:",
            30,
            &[],
            refused("E0451"),
            ExampleOutcome::Accepted,
        ),
    ];
    let mut sat = Desk::at(
        exercise("single_use_voucher", 3, 8, Kind::Guard),
        &starter,
        18,
    )
    .record(Record {
        hint: 1,
        ..Record::default()
    })
    .sit_down();
    sat.found(
        &starter,
        Verdict::NotYet(vec![Reason::Examples(examples)]),
        evidence(140),
    );
    check(
        &sat,
        expect![[r#"
             03.8  Single-use voucher             Ownership 8 of 8    [#---------] 18 of 160
            ────────────────────────────────────────────────────────────────────────────────
             A cinema sells vouchers. Each may be redeemed once, none may be copied, and
             only the till may issue one. Let the compiler see to all three.
             Change only what stands inside `mod till`; the examples are the contract.

             NOT YET  1 of 4 examples comes out as it should.

             Has to work
               ok       A voucher is issued and redeemed.
             Has to be refused
               not yet  It cannot be redeemed twice.      accepted today; to be E0382
               not yet  It cannot be copied.              accepted today; to be E0599
               not yet  Nobody can write one by hand.     accepted today; to be E0451

             The first of the three, line 15. Somebody writes this, and it is allowed:
                │ let voucher = Voucher::issue(900);
                │ voucher.redeem();
                │ voucher.redeem();
                E0382 means: uses a value that was given away.

             Next     Change your code so that this is refused with E0382, and save.
            ────────────────────────────────────────────────────────────────────────────────
             o open file   h hint   m the other two   e explain   ? all keys          0.14 s
        "#]],
    );
}

fn handed_over() -> (Exercise, String) {
    let mut exercise = exercise("handed_over", 3, 2, Kind::Fix);
    let why = "The office would get a manifest of its own, every letter copied, and throw it away one line later. It only has to look.";
    exercise.rules = vec![TokenRule {
        tokens: "clone".to_owned(),
        demand: Demand::AtMost(0),
        within: None,
        why: why.to_owned(),
    }];
    exercise.questions = vec![Question {
        text: "When `main` ends, who frees the letters of the ship's name?".to_owned(),
        choices: vec![
            "`book_entry`, when it returns".to_owned(),
            "`crane`, it owns the manifest now".to_owned(),
            "`alder`, the name that had them first".to_owned(),
        ],
        answer: 2,
        why: "`pass_on` gave the manifest to the crane, and `arrive` gave the crane to `main`. The letters go when their owner goes, and not before.".to_owned(),
    }];
    exercise.starts = Some(vec![tutor::course::model::Start::Error {
        any_of: vec!["E0382".to_owned()],
        at: Default::default(),
    }]);
    let text = case("e0382_handed_over").text;
    (exercise, text)
}

const NOTE: &str = "\
//! Our answer lends the manifest: `&Manifest` in the signature, `&manifest` at the
//! call. The rule: a value has one owner, and the owner frees it. The refusal was
//! needed: `book_entry` frees what it was given, and the crane would have read
//! freed memory. C lets that through.
//! Tempting: \"a call copies what I pass\". True of a number. A `String` owns its
//! letters elsewhere, so it changes hands, and the whole manifest with it.
//! Another way: give it back, `-> (String, Manifest)`. Every caller must catch it.
//! To read on, offline: `rustup doc --book`, chapter 4.2.

fn main() {}
";

fn four_passed() -> Vec<TestRun> {
    tests(&[
        ("tests::a", 1, true),
        ("tests::b", 2, true),
        ("tests::c", 3, true),
        ("tests::d", 4, true),
    ])
}

/// Done, with the time and the saves that it took.
fn done() -> Sat {
    let (exercise, text) = handed_over();
    let mut sat = Desk::at(exercise, &text, 13)
        .next_is(
            "Copy or move",
            "why a number may be used twice and a name may not.",
        )
        .record(Record {
            attempts: 2,
            seconds: 540,
            hint: 1,
            ..Record::default()
        })
        .sit_down();
    let facts = Evidence {
        tests: four_passed(),
        ..evidence(100)
    };
    sat.found(
        &text,
        Verdict::NotYet(vec![Reason::EndedEarly { missing: vec![] }]),
        evidence(100),
    );
    sat.save().found(&text, Verdict::Passed, facts);
    sat.solution(NOTE);
    sat
}

#[test]
fn screen_09_done() {
    check(
        &done(),
        expect![[r#"
             03.2  Handed over                    Ownership 2 of 8    [#---------] 14 of 160
            ────────────────────────────────────────────────────────────────────────────────
             DONE     It compiles, all 4 tests pass, and nothing is cloned.

             Our answer lends the manifest: `&Manifest` in the signature, `&manifest` at
             the call. The rule: a value has one owner, and the owner frees it. The refusal
             was needed: `book_entry` frees what it was given, and the crane would have
             read freed memory. C lets that through.
             Tempting: "a call copies what I pass". True of a number. A `String` owns its
             letters elsewhere, so it changes hands, and the whole manifest with it.
             Another way: give it back, `-> (String, Manifest)`. Every caller must catch
             it. To read on, offline: `rustup doc --book`, chapter 4.2.

             One question: when `main` ends, who frees the letters of the ship's name?
                1  `book_entry`, when it returns
                2  `crane`, it owns the manifest now
                3  `alder`, the name that had them first

             Next     Press 1, 2 or 3. Then n goes on to 03.3, Copy or move.
            ────────────────────────────────────────────────────────────────────────────────
             1 2 3 answer   d compare with ours   n next   l list   ? all keys        0.10 s
        "#]],
    );
}

#[test]
fn screen_10_done_and_answered() {
    let mut sat = done();
    sat.key('2');
    check(
        &sat,
        expect![[r#"
             03.2  Handed over                    Ownership 2 of 8    [#---------] 14 of 160
            ────────────────────────────────────────────────────────────────────────────────
             DONE     It compiles, all 4 tests pass, and nothing is cloned.

             One question: when `main` ends, who frees the letters of the ship's name?
                1  `book_entry`, when it returns
              > 2  `crane`, it owns the manifest now
                3  `alder`, the name that had them first

             RIGHT    `pass_on` gave the manifest to the crane, and `arrive` gave the crane
                      to `main`. The letters go when their owner goes, and not before.

             You took 9 minutes and 3 saves, with 1 hint. It comes back for review
             tomorrow, as a question: which line is refused?

             Next     03.3  Copy or move: why a number may be used twice and a name may
                      not.
                      Press n.
            ────────────────────────────────────────────────────────────────────────────────
             n next   space the note   d compare with ours   l list   ? all keys      0.10 s
        "#]],
    );
    assert_eq!(sat.sitting.record().answers, [2]);
}

#[test]
fn a_wrong_answer_is_told_which_one_is_right() {
    let mut sat = done();
    sat.key('1');
    let shown = sat.screen();
    assert!(shown.contains("\n  x 1  `book_entry`"), "{shown}");
    assert!(shown.contains("\n  > 2  `crane`"), "{shown}");
    assert!(
        shown.contains("\n NOT SO   It is number 2. `pass_on` gave"),
        "{shown}"
    );
}

#[test]
fn screen_11_what_is_not_allowed() {
    let (exercise, text) = handed_over();
    let rule = exercise.rules[0].clone();
    let miss = TokenMiss {
        tokens: rule.tokens,
        why: rule.why,
        kind: TokenMissKind::Refused {
            line: 27,
            column: 37,
            width: 5,
            source: "    let entry = book_entry(manifest.clone());".to_owned(),
            found: 1,
            allowed: 0,
        },
    };
    let mut sat = Desk::at(exercise, &text, 13).sit_down();
    let facts = Evidence {
        tests: four_passed(),
        ..evidence(100)
    };
    sat.found(&text, Verdict::NotYet(vec![Reason::Token(miss)]), facts);
    check(
        &sat,
        expect![[r#"
         03.2  Handed over                    Ownership 2 of 8    [#---------] 13 of 160
        ────────────────────────────────────────────────────────────────────────────────
         The harbour office copies each ship's manifest into its book, then passes the
         manifest on to the crane driver. Today nothing is left to pass on: mend that.
         Change only `book_entry` and the line that calls it. Not allowed: `clone`.

         NOT YET  It compiles and all 4 tests pass, but line 27 uses `clone`.

         27 │     let entry = book_entry(manifest.clone());
            │                                     ^^^^^ not allowed in this exercise

         Why not  The office would get a manifest of its own, every letter copied, and
                  throw it away one line later. It only has to look.

         Next     Find a way without `clone`, and save.
                  Stuck? Press h: the first hint is a question.
        ────────────────────────────────────────────────────────────────────────────────
         o open file   h hint   ? all keys   q quit                               0.10 s
    "#]],
    );
}

#[test]
fn screen_12_stopped() {
    let mut sat = Desk::at(exercise("tests_are_the_spec", 0, 3, Kind::Write), TRAM, 2).sit_down();
    let printed = Printed {
        head: vec!["zone 1: 240".to_owned()],
        tail: vec!["zone 2: 300".to_owned(); 9],
        lines: 1_204_511,
    };
    let reason = Reason::Hangs {
        test: Some("tests::every_further_zone_adds_sixty_cents".to_owned()),
        line: Some(34),
        limit: Duration::from_secs(10),
        printed,
    };
    sat.found("", Verdict::NotYet(vec![reason]), evidence(10_020));
    check(
        &sat,
        expect![[r#"
         00.3  Tests are the spec            Orientation 3 of 3    [----------] 2 of 160
        ────────────────────────────────────────────────────────────────────────────────
         A tram ride costs 240 cents, and 60 more for each zone after the first. Rides
         at night cost half as much again. Write `fare`: the tests say what it must be.

         STOPPED  It compiles, but it was still running after 10 seconds.
                  tutor has ended it. Nothing is broken.

         It was in this test when it was stopped
            "every further zone adds sixty cents", line 34

         Your program had printed 1 204 511 lines; the last 3:
            │ zone 2: 300
            │ zone 2: 300
            │ zone 2: 300

         Next     Look for a loop, or a wait, that never gets to its end, and save.
                  Stuck? Press h: the first hint is a question.
        ────────────────────────────────────────────────────────────────────────────────
         o open file   h hint   r run again   ? all keys   q quit                 10.0 s
    "#]],
    );
}

#[test]
fn screen_14_the_list() {
    let mut desk = Desk::at(
        exercise("copy_or_move", 3, 3, Kind::Fix),
        "//! Copy or move\n",
        13,
    );
    let rows = [
        ("one_owner", "One owner", Kind::Predict, State::Done, 2, 240),
        ("handed_over", "Handed over", Kind::Fix, State::Done, 3, 540),
        ("copy_or_move", "Copy or move", Kind::Fix, State::Todo, 0, 0),
        (
            "cannot_copy_this",
            "Cannot copy this",
            Kind::Break,
            State::Todo,
            0,
            0,
        ),
        ("lights_out", "Lights out", Kind::Trace, State::Todo, 0, 0),
        (
            "partial_cargo",
            "Partial cargo",
            Kind::Fix,
            State::Skipped,
            6,
            1260,
        ),
        ("loop_mover", "Loop mover", Kind::Fix, State::Todo, 0, 0),
        (
            "single_use_voucher",
            "Single-use voucher",
            Kind::Guard,
            State::Todo,
            0,
            0,
        ),
    ];
    let first = desk.here - 2;
    for (place, (id, title, kind, state, attempts, seconds)) in rows.into_iter().enumerate() {
        let index = first + place;
        let old = desk.material.course.exercises[index].id.clone();
        desk.progress.exercises.remove(&old);
        desk.material.course.exercises[index] = exercise(id, 3, place as u32 + 1, kind);
        desk.material.lessons[index].title = title.to_owned();
        let record = Record {
            state,
            attempts,
            seconds,
            ..Record::default()
        };
        if attempts > 0 {
            desk.progress.exercises.insert(id.to_owned(), record);
        }
    }
    let mut sat = desk.sit_down();
    sat.found(
        "",
        Verdict::NotYet(vec![Reason::EndedEarly { missing: vec![] }]),
        evidence(1),
    );
    sat.key('l');
    for letter in "own".chars() {
        sat.key(letter);
    }
    sat.tell(Event::Key(Key::Up));
    check(
        &sat,
        expect![[r#"
             Rust, one refusal at a time               14 of 160 done          34 min so far
            ────────────────────────────────────────────────────────────────────────────────
             Find  own_                                                      8 shown of 160

               03    Ownership                                 [##------]   2 of 8
               03.1  One owner                predict   done        2 tries      4 min
             > 03.2  Handed over              fix       done        3 saves      9 min
               03.3  Copy or move             fix       here
               03.4  Cannot copy this         break
               03.5  Lights out               trace
               03.6  Partial cargo            fix       skipped     6 saves     21 min
               03.7  Loop mover               fix
               03.8  Single-use voucher       guard








             Enter goes to 03.2. What you have written there stays as it is.
            ────────────────────────────────────────────────────────────────────────────────
             type to find   up/down   Enter go there   Tab todo/done/skipped/all   Esc back
        "#]],
    );
}

#[test]
fn screen_15_a_trace_that_is_wrong() {
    let starter = "\
//! Lights out
//! A stage crew puts lamps up and takes them down. Each lamp says so when it goes
//! out. In which order do they go out? Write the program's output, line by line,
//! after the `//>` at the end of this file. Change nothing else.
";
    let lines = [
        "door out",
        "hall out",
        "show over",
        "exit out",
        "stage out",
        "sign out",
    ];
    let line = |(place, text): (usize, &&str)| TraceLine {
        line: 30 + place,
        text: (*text).to_owned(),
    };
    let miss = TraceMiss {
        lines: lines.iter().enumerate().map(line).collect(),
        right: 2,
        real: 6,
    };
    let mut sat = Desk::at(exercise("lights_out", 3, 5, Kind::Trace), starter, 16).sit_down();
    let empty = TraceMiss {
        lines: vec![],
        right: 0,
        real: 6,
    };
    sat.found(
        starter,
        Verdict::NotYet(vec![Reason::Trace(empty)]),
        evidence(60),
    );
    check(
        &sat,
        expect![[r#"
         03.5  Lights out                     Ownership 5 of 8    [#---------] 16 of 160
        ────────────────────────────────────────────────────────────────────────────────
         A stage crew puts lamps up and takes them down. Each lamp says so when it goes
         out. In which order do they go out? Write the program's output, line by line,
         after the `//>` at the end of this file. Change nothing else.

         PREDICT  You speak first, then the program. No line is written yet.

         What to write
            What the program prints, line by line, each line behind a `//>` of its own.

         Next     Open the file (press o), write the lines, save. Not sure? Guess: a
                  guess is what makes the answer stick, and a wrong one costs nothing.
        ────────────────────────────────────────────────────────────────────────────────
         o open file   h hint   ? all keys   q quit
    "#]],
    );
    sat.save().found(
        starter,
        Verdict::NotYet(vec![Reason::Trace(miss)]),
        evidence(60),
    );
    check(
        &sat,
        expect![[r#"
         03.5  Lights out                     Ownership 5 of 8    [#---------] 16 of 160
        ────────────────────────────────────────────────────────────────────────────────
         A stage crew puts lamps up and takes them down. Each lamp says so when it goes
         out. In which order do they go out? Write the program's output, line by line,
         after the `//>` at the end of this file. Change nothing else.

         NOT YET  The first 2 of your 6 lines are right.

         Your lines
            ok       door out
            ok       hall out
            not yet  show over
            .        exit out
            .        stage out
            .        sign out

         Next     Look at your 3rd line again (line 32 of the file), and save.
                  Stuck? Press h: the first hint is a question.
        ────────────────────────────────────────────────────────────────────────────────
         o open file   h hint   s give up and see   ? all keys   q quit          1st try
    "#]],
    );
}

#[test]
fn screen_17_the_card_before_a_chapter() {
    let readme = "\
# Ownership

In Python two names may mean one list, and some time later the computer notices
that nobody needs it any more. Rust settles it before the program runs: every
value has one owner, and when the owner goes, the value goes.

## New words

- owner: the one name, field or list that has a value, and frees it
- moved: given to a new owner; the old name is empty from there on
- copied: what happens to numbers instead: they are small, so both keep one
- dropped: freed, when its owner's life is over
- borrowed: lent for a while; the owner stays the owner (chapter 04: more)

## Afterwards you can

- say who owns a value in any line, and why E0382 refuses one
- choose between giving a value away, lending it and copying it

## To read, offline

`rustup doc --book`, chapter 4.1.
";
    let sat = Desk::at(
        exercise("one_owner", 3, 1, Kind::Predict),
        "//! One owner\n",
        12,
    )
    .with_card(3, readme)
    .sit_down();
    check(
        &sat,
        expect![[r#"
             Chapter 03  Ownership                                8 exercises, about an hour
            ────────────────────────────────────────────────────────────────────────────────
             In Python two names may mean one list, and some time later the computer
             notices that nobody needs it any more. Rust settles it before the program
             runs: every value has one owner, and when the owner goes, the value goes.

             New words
                owner      the one name, field or list that has a value, and frees it
                moved      given to a new owner; the old name is empty from there on
                copied     what happens to numbers instead: they are small, so both keep
                           one
                dropped    freed, when its owner's life is over
                borrowed   lent for a while; the owner stays the owner (chapter 04: more)

             Afterwards you can
                say who owns a value in any line, and why E0382 refuses one
                choose between giving a value away, lending it and copying it

             To read, offline: `rustup doc --book`, chapter 4.1.

             Next     Press Enter for 03.1, One owner.
            ────────────────────────────────────────────────────────────────────────────────
             Enter begin   l list   ? all keys   q quit
        "#]],
    );
}
