//! Hints, explanations, questions before something is done, and the sitting where nothing can be redrawn.

mod sitting_common;

use expect_test::{Expect, expect};
use sitting_common::case;
use sitting_common::course::{Desk, Sat, evidence, exercise};
use tutor::check::verdict::*;
use tutor::course::model::{Exercise, Kind};
use tutor::session::event::{Effect, Event, Key};
use tutor::session::progress::{Record, State};
use tutor::view::glyphs::Charset;
use tutor::view::plain;
use tutor::view::sitting::{Surroundings, goodbye};

fn check(sat: &Sat, expected: Expect) {
    expected.assert_eq(&sat.screen());
}

fn letter() -> Exercise {
    let mut exercise = exercise("come_home", 3, 2, Kind::Fix);
    exercise.files = vec!["e0382_made_here.rs".to_owned()];
    exercise.hints = vec![
        "\nFollow the letter, line by line. Who has it\nafter it was posted?\n".to_owned(),
        "The place: line 3.".to_owned(),
        "The same thing with a key:\n\n    let tag = look_at(&key);   // lent\n    hand_over(key);\n".to_owned(),
    ];
    exercise
}

const GOAL: &str = "\
//! Come home
//! A letter is posted, and then the clerk wants to read out what it said. Nothing
//! is left to read. Change only `main`.
";

fn refused(sat: &mut Sat) -> &mut Sat {
    let case = case("e0382_made_here");
    let error = case.errors[0].clone();
    let facts = Evidence {
        errors: vec![error.clone()],
        ..evidence(40)
    };
    let reason = Reason::Refused {
        error,
        relation: Relation::Expected,
        line: 4,
    };
    sat.found(&case.text, Verdict::NotYet(vec![reason]), facts)
}

fn sat() -> Sat {
    let mut sat = Desk::at(letter(), GOAL, 13).sit_down();
    refused(&mut sat);
    sat
}

#[test]
fn hints_come_one_by_one_and_stay_when_they_are_opened_again() {
    let mut sat = sat();
    sat.key('h');
    check(
        &sat,
        expect![[r#"
             03.2  Come home                      Ownership 2 of 8    [#---------] 13 of 160
            ────────────────────────────────────────────────────────────────────────────────
             NOT YET  Line 4 uses `letter`, but line 3 has given it away.

             Hint 1 of 3
               Follow the letter, line by line. Who has it after it was posted?
            ────────────────────────────────────────────────────────────────────────────────
             h hint 2 of 3   o open file   Esc back
        "#]],
    );
    sat.key('h').key('h');
    check(
        &sat,
        expect![[r#"
             03.2  Come home                      Ownership 2 of 8    [#---------] 13 of 160
            ────────────────────────────────────────────────────────────────────────────────
             NOT YET  Line 4 uses `letter`, but line 3 has given it away.

             Hint 1 of 3
               Follow the letter, line by line. Who has it after it was posted?

             Hint 2 of 3
               The place: line 3.

             Hint 3 of 3
               The same thing with a key:

                   let tag = look_at(&key);   // lent
                   hand_over(key);

             Next     That was the last hint. s shows our solution.
            ────────────────────────────────────────────────────────────────────────────────
             o open file   Esc back
        "#]],
    );
    assert_eq!(sat.sitting.record().hint, 3);
    sat.tell(Event::Key(Key::Esc));
    assert!(!sat.screen().contains("Stuck?"));
    sat.key('h');
    assert_eq!(sat.sitting.record().hint, 3);
}

#[test]
fn the_hint_for_the_error_at_hand_comes_first() {
    let mut exercise = letter();
    exercise.hint_on.insert(
        "E0382".to_owned(),
        "Read what line 3 does with the letter.".to_owned(),
    );
    let mut sat = Desk::at(exercise, GOAL, 13).sit_down();
    refused(&mut sat).key('h');
    assert_eq!(sat.sitting.record().hint, 0);
    sat.key('h');
    check(
        &sat,
        expect![[r#"
             03.2  Come home                      Ownership 2 of 8    [#---------] 13 of 160
            ────────────────────────────────────────────────────────────────────────────────
             NOT YET  Line 4 uses `letter`, but line 3 has given it away.

             For what you see now
               Read what line 3 does with the letter.

             Hint 1 of 3
               Follow the letter, line by line. Who has it after it was posted?
            ────────────────────────────────────────────────────────────────────────────────
             h hint 2 of 3   o open file   Esc back
        "#]],
    );
}

#[test]
fn more_is_all_that_the_compiler_said() {
    let mut sat = sat();
    sat.key('m');
    check(
        &sat,
        expect![[r#"
             03.2  Come home                      Ownership 2 of 8    [#---------] 13 of 160
            ────────────────────────────────────────────────────────────────────────────────
             error[E0382]: borrow of moved value: `letter`
               --> e0382_made_here.rs:4:24
                │
              2 │     let letter = String::from("come home");
                │         ────── move occurs because `letter` has type `String`, which does
                │                not implement the `Copy` trait
              3 │     post(letter);
                │          ────── value moved here
              4 │     println!("posted: {letter}");
                │                        ^^^^^^ value borrowed here after move

             note: consider changing this parameter type in function `post` to borrow
                   instead if owning the value isn't necessary

             help: consider cloning the value if the performance cost is acceptable
              3 │     post(letter.clone());
            ────────────────────────────────────────────────────────────────────────────────
             o open file   Esc back
        "#]],
    );
    sat.key('m');
    assert!(sat.screen().contains("NOT YET"));
}

/// Also where the refused line stands on a later page: whoever reads more begins at its beginning.
#[test]
fn more_is_read_from_its_beginning() {
    let mut sat = sat();
    sat.key('m');
    let screen = sat.screen_in(80, 12);
    assert!(
        screen.contains(" error[E0382]: borrow of moved"),
        "{screen}"
    );
    assert!(screen.contains("page 1 of"), "{screen}");
}

#[test]
fn an_explanation_is_asked_for_and_shown() {
    let mut sat = sat();
    sat.key('e');
    let code = "E0382".to_owned();
    assert!(
        sat.effects
            .contains(&Effect::Explain { code: code.clone() })
    );
    let text = "A variable was used after its contents have been moved elsewhere.\n\nErroneous code example:\n\n```compile_fail,E0382\nlet x = y;\n```\n";
    sat.tell(Event::Explained {
        code,
        text: Ok(text.to_owned()),
    });
    check(
        &sat,
        expect![[r#"
             03.2  Come home                      Ownership 2 of 8    [#---------] 13 of 160
            ────────────────────────────────────────────────────────────────────────────────
             E0382, in the compiler's own words

             A variable was used after its contents have been moved elsewhere.

             Erroneous code example:

                 let x = y;
            ────────────────────────────────────────────────────────────────────────────────
             o open file   Esc back
        "#]],
    );
}

#[test]
fn leaving_what_is_not_done_is_asked_for_once() {
    let mut sat = sat();
    let here = sat.sitting.here();
    sat.key('n');
    check(
        &sat,
        expect![[r#"
             03.2  Come home                      Ownership 2 of 8    [#---------] 13 of 160
            ────────────────────────────────────────────────────────────────────────────────
             A letter is posted, and then the clerk wants to read out what it said. Nothing
             is left to read. Change only `main`.

             NOT YET  Line 4 uses `letter`, but line 3 has given it away.
                      This is the error that this exercise is about.

             error[E0382]: borrow of moved value: `letter`

             letter
             ┌──  2 │     let letter = String::from("come home");
             │      │         ────── made here
             └─>  3 │     post(letter);
                    │          ────── moved: given to `post`
             X    4 │     println!("posted: {letter}");
                    │                        ^^^^^^ used here, but it is gone

             Next     Press n again to skip this exercise for now. It comes again at the
                      end.
                      Any other key leaves all as it is.
            ────────────────────────────────────────────────────────────────────────────────
             o open file   h hint   m more from the compiler   e explain   ? keys     0.04 s
        "#]],
    );
    sat.key('o');
    sat.key('n');
    assert_eq!(sat.sitting.here(), here, "another key in between asks anew");
    sat.key('n');
    assert_eq!(sat.sitting.here(), here + 1);
    let skipped = &sat.sitting.progress().exercises["come_home"];
    assert_eq!(skipped.state, State::Skipped);
}

#[test]
fn a_solution_that_was_not_earned_is_asked_for_twice_and_remembered() {
    let mut sat = sat();
    sat.key('s');
    assert!(sat.screen().contains("Press s again to see our solution."));
    assert!(!sat.sitting.record().solution_seen);
    sat.key('s');
    assert!(sat.sitting.record().solution_seen);
    sat.solution("//! Lend it.\n\nfn main() {\n    post(&letter);\n}\n");
    check(
        &sat,
        expect![[r#"
             03.2  Come home                      Ownership 2 of 8    [#---------] 13 of 160
            ────────────────────────────────────────────────────────────────────────────────
             Our solution

             Lend it.

               fn main() {
                   post(&letter);
               }
            ────────────────────────────────────────────────────────────────────────────────
             o open file   Esc back
        "#]],
    );
}

#[test]
fn a_done_exercise_is_compared_with_ours() {
    let mut sat = sat();
    let text = "//! Come home\n\nfn main() {\n    let a = 1;\n    post(letter.clone());\n    read(letter);\n}\n\n#[cfg(test)]\nmod tests {}\n";
    sat.save().found(text, Verdict::Passed, evidence(40));
    sat.solution(
        "//! Lend it.\n\nfn main() {\n    let a = 1;\n    post(&letter);\n    read(letter);\n}\n",
    );
    sat.key('d');
    check(
        &sat,
        expect![[r#"
             03.2  Come home                      Ownership 2 of 8    [#---------] 14 of 160
            ────────────────────────────────────────────────────────────────────────────────
             - yours   + ours

                fn main() {
                    let a = 1;
              -     post(letter.clone());
              +     post(&letter);
                    read(letter);
                }
            ────────────────────────────────────────────────────────────────────────────────
             o open file   Esc back
        "#]],
    );
}

/// A line that is wider than the window stands there whole, on several rows.
#[test]
fn long_lines_are_compared_to_their_end() {
    let mut sat = sat();
    let yours = "//! Come home\n\nfn main() {\n    let route = plan(&harbour, &ships, Options { by_night: false, with_pilot: true, speed: 12 });\n}\n";
    let ours = yours.replace("by_night: false", "by_night: true");
    sat.save().found(yours, Verdict::Passed, evidence(40));
    sat.solution(&ours);
    sat.key('d');
    check(
        &sat,
        expect![[r#"
         03.2  Come home                      Ownership 2 of 8    [#---------] 14 of 160
        ────────────────────────────────────────────────────────────────────────────────
         - yours   + ours

            fn main() {
          -     let route = plan(&harbour, &ships, Options { by_night: false,
                    with_pilot: true, speed: 12 });
          +     let route = plan(&harbour, &ships, Options { by_night: true, with_pilot:
                    true, speed: 12 });
            }
        ────────────────────────────────────────────────────────────────────────────────
         o open file   Esc back
    "#]],
    );
}

#[test]
fn a_reset_is_asked_for_and_says_where_the_text_is_kept() {
    let mut sat = sat();
    sat.key('x').key('x');
    let exercise = sat.sitting.here();
    assert_eq!(sat.effects, [Effect::Reset { exercise }]);
    sat.tell(Event::WasReset {
        kept: Some(".tutor/backup/2026-11-21_04-21-07/exercises/a.rs".to_owned()),
    });
    let shown = sat.screen();
    assert!(
        shown.contains("\n Note     The file is as it was at first."),
        "{shown}"
    );
}

#[test]
fn while_a_check_runs_what_was_found_before_is_marked_as_such() {
    let mut sat = sat();
    sat.save();
    let shown = sat.screen();
    assert!(
        shown.contains(
            "\n LOOKING  Looking at your file.\n          What stands below is from before."
        ),
        "{shown}"
    );
    assert!(shown.contains("error[E0382]"), "{shown}");
    sat.now += 3;
    sat.tell(Event::Tick);
    check(
        &sat,
        expect![[r#"
             03.2  Come home                      Ownership 2 of 8    [#---------] 13 of 160
            ────────────────────────────────────────────────────────────────────────────────
             A letter is posted, and then the clerk wants to read out what it said. Nothing
             is left to read. Change only `main`.

             LOOKING  Looking at your file: for 3 seconds by now. Esc stops it.
            ────────────────────────────────────────────────────────────────────────────────
             Esc stop   o open file   h hint   l list   ? all keys
        "#]],
    );
    sat.tell(Event::Key(Key::Esc));
    check(
        &sat,
        expect![[r#"
         03.2  Come home                      Ownership 2 of 8    [#---------] 13 of 160
        ────────────────────────────────────────────────────────────────────────────────
         A letter is posted, and then the clerk wants to read out what it said. Nothing
         is left to read. Change only `main`.

         STOPPED  You have stopped it.

         Next     Save, or press r to have it looked at.
        ────────────────────────────────────────────────────────────────────────────────
         o open file   h hint   l list   ? all keys   q quit
    "#]],
    );
}

#[test]
fn what_was_done_stays_done_when_it_is_broken_again() {
    let mut sat = sat();
    sat.save()
        .found("fn main() {}", Verdict::Passed, evidence(40));
    sat.save();
    refused(&mut sat);
    let shown = sat.screen();
    assert!(
        shown.contains("          You have done this exercise already, and that stays so."),
        "{shown}"
    );
    assert!(sat.sitting.is_done());
}

#[test]
fn skipped_ones_come_again_and_then_there_is_an_end() {
    let mut desk = Desk::at(letter(), GOAL, 159);
    desk.material.course.farewell =
        "You have met the compiler.\n\nGo and write something.".to_owned();
    let other = desk.material.course.exercises[5].id.clone();
    desk.progress.exercises.entry(other).or_default().state = State::Skipped;
    let mut sat = desk.sit_down();
    refused(&mut sat);
    sat.save()
        .found("fn main() {}", Verdict::Passed, evidence(40));
    sat.key('n');
    assert_eq!(sat.sitting.here(), 5);
    sat.tell(Event::Entered {
        exercise: 5,
        bytes: sat.bytes(),
    });
    sat.found("fn main() {}", Verdict::Passed, evidence(40));
    sat.key('n');
    check(
        &sat,
        expect![[r#"
         Rust, one refusal at a time                                       160 exercises
        ────────────────────────────────────────────────────────────────────────────────
         You have met the compiler.

         Go and write something.

         You have done all 160 exercises, in 1 minute.
        ────────────────────────────────────────────────────────────────────────────────
         l list   Esc back   ? all keys   q quit
    "#]],
    );
}

#[test]
fn all_keys_are_named() {
    let mut sat = sat();
    sat.key('?');
    check(
        &sat,
        expect![[r#"
             03.2  Come home                      Ownership 2 of 8    [#---------] 13 of 160
            ────────────────────────────────────────────────────────────────────────────────
             All keys
                o       open the file in your editor, at the line in question
                h       a hint; again: the next one
                m       more: all that the compiler says, the other tests
                e       explain the error code
                n       on to the next exercise; from one that is not done, asks once
                p       back to the exercise before
                l       the list of all exercises, to find and to go to
                r       run the check again
                s       our solution; before it is done, asks once
                d       when it is done: compare yours with ours; before: a page to read
                x       put the file back as it was at first; asks once, keeps your text
                1 2 3   answer the question of a done exercise
                space   the next page, or the note
                Esc     back; while a check runs: stop it
                ?       these keys
                q       leave; tutor remembers where you are
            ────────────────────────────────────────────────────────────────────────────────
             o open file   Esc back
        "#]],
    );
}

#[test]
fn an_error_that_came_with_a_save_is_shown_whole() {
    let mut sat = sat();
    let mut case = case("e0308_return");
    for span in &mut case.errors[0].spans {
        span.file = "e0382_made_here.rs".to_owned();
    }
    let error = case.errors[0].clone();
    let facts = Evidence {
        errors: vec![error.clone()],
        ..evidence(40)
    };
    let reason = Reason::Refused {
        error,
        relation: Relation::Other,
        line: 3,
    };
    sat.save()
        .found(&case.text, Verdict::NotYet(vec![reason]), facts);
    check(
        &sat,
        expect![[r#"
             03.2  Come home                      Ownership 2 of 8    [#---------] 13 of 160
            ────────────────────────────────────────────────────────────────────────────────
             A letter is posted, and then the clerk wants to read out what it said. Nothing
             is left to read. Change only `main`.

             NOT YET  Line 3 has `&str` where `String` is expected.
                      Another error than the one this exercise is about: it came with your
                      last save.

             error[E0308]: mismatched types
               --> e0382_made_here.rs:3:16
                │
              1 │ fn label(count: u32) -> String {
                │                         ────── expected `String` because of return type
              3 │         return "none";
                │                ^^^^^^ expected `String`, found `&str`

             help: try using a conversion method

             Next     Mend line 3, or what it relies on, and save.
                      Stuck? Press h: the first hint is a question.
            ────────────────────────────────────────────────────────────────────────────────
             o open file   h hint   e explain   ? all keys   q quit                   0.04 s
        "#]],
    );
}

#[test]
fn notices_and_a_watcher_that_only_looks_now_and_then_are_told() {
    let mut sat = Desk::at(letter(), GOAL, 13).sit_down();
    let facts = Evidence {
        notices: vec![
            Notice::TestsRestored { deleted: true },
            Notice::ProcessesLeft,
            Notice::NoClippy,
        ],
        ..evidence(40)
    };
    sat.found(
        "",
        Verdict::NotYet(vec![Reason::EndedEarly {
            missing: vec!["tests::a".to_owned()],
        }]),
        facts,
    );
    check(
        &sat,
        expect![[r#"
         03.2  Come home                      Ownership 2 of 8    [#---------] 13 of 160
        ────────────────────────────────────────────────────────────────────────────────
         A letter is posted, and then the clerk wants to read out what it said. Nothing
         is left to read. Change only `main`.

         NOT YET  It compiles, but the program ended before its tests did.

         This test did not run to its end
           not yet  a

         Note     Your file has no tests any more. The course's own were run.

         Note     Your program left processes running. tutor has ended them.

         Note     clippy is missing on this machine: only the compiler has looked at
                  this.

         Next     Look for something that ends the whole program, such as `exit`, and
                  save.
                  Stuck? Press h: the first hint is a question.
        ────────────────────────────────────────────────────────────────────────────────
         o open file   h hint   ? all keys   q quit                               0.04 s
    "#]],
    );
}

#[test]
fn where_nothing_can_be_redrawn_blocks_are_appended() {
    let mut sat = Desk::at(letter(), GOAL, 13).sit_down();
    let surroundings = Surroundings {
        watching: Some("looking every 0.5 s".to_owned()),
    };
    let block = |sat: &Sat, first| {
        let lines = plain::block(&sat.sitting, &surroundings, 80, Charset::Ascii, first)?;
        Some(
            lines
                .iter()
                .map(|line| line.text().trim_end().to_owned() + "\n")
                .collect::<String>(),
        )
    };
    assert_eq!(
        block(&sat, true),
        None,
        "nothing is said while a check runs"
    );
    refused(&mut sat);
    expect![[r#"

         03.2  Come home  (Ownership 2 of 8; 13 of 160)
        |A letter is posted, and then the clerk wants to read out what it said. Nothing
        |is left to read. Change only `main`.

        |NOT YET  Line 4 uses `letter`, but line 3 has given it away.
        |         This is the error that this exercise is about.

        |error[E0382]: borrow of moved value: `letter`

        |letter
        |.--  2 |     let letter = String::from("come home");
        ||      |         ------ made here
        |'->  3 |     post(letter);
        |       |          ------ moved: given to `post`
        |X    4 |     println!("posted: {letter}");
        |       |                        ^^^^^^ used here, but it is gone

        |Next     Make `letter` still be there in line 4, and save.
        |         Stuck? Press h: the first hint is a question.

        |Keys: o open file, h hint, m more from the compiler, e explain, ? all keys, q quit
    "#]]
    .assert_eq(&("\n".to_owned() + &block(&sat, true).expect("a block").replace("\n ", "\n|")));
    sat.tell(Event::Command("h".to_owned()));
    expect![[r#"

         03.2  Come home  (Ownership 2 of 8; 13 of 160)
        |NOT YET  Line 4 uses `letter`, but line 3 has given it away.

        |Hint 1 of 3
        |  Follow the letter, line by line. Who has it after it was posted?

        |Keys: h hint 2 of 3, o open file
    "#]]
    .assert_eq(&("\n".to_owned() + &block(&sat, false).expect("a block").replace("\n ", "\n|")));
    sat.tell(Event::Command("wat is this".to_owned()));
    assert!(
        block(&sat, false)
            .expect("a block")
            .contains("`wat is this` is no command.")
    );
    sat.tell(Event::Command("go 3.1".to_owned()));
    assert_eq!(sat.sitting.exercise().number, 1);
    assert_eq!(
        goodbye(&sat.sitting).text(),
        "13 of 160 done; 03.1 Ownership 1 is done. `tutor` goes on from here."
    );
    sat.tell(Event::Command("quit".to_owned()));
    assert_eq!(sat.effects.last(), Some(&Effect::Quit));
}

#[test]
fn the_end_of_the_input_waits_for_the_check_that_runs() {
    let mut sat = Desk::at(letter(), GOAL, 13).sit_down();
    let started = sat.effects.clone();
    sat.tell(Event::InputEnded);
    assert_eq!(sat.effects, []);
    sat.effects = started;
    refused(&mut sat);
    assert_eq!(sat.effects.last(), Some(&Effect::Quit));
}

#[test]
fn going_on_by_itself_can_be_stopped() {
    let mut desk = Desk::at(letter(), GOAL, 13);
    desk.material.auto_next = true;
    let mut sat = desk.sit_down();
    let here = sat.sitting.here();
    sat.found("", Verdict::Passed, evidence(40));
    assert!(sat.screen().contains("It goes on by itself in 3 seconds."));
    sat.key('o');
    sat.now += 10;
    sat.tell(Event::Tick);
    assert_eq!(sat.sitting.here(), here);
}

#[test]
fn every_screen_fits_every_window() {
    let mut screens = vec![sat()];
    for key in ['h', 'm', 'e', '?', 'l', 'n', 's'] {
        let mut sat = sat();
        sat.key(key);
        screens.push(sat);
    }
    for sat in &screens {
        for width in [0, 1, 7, 20, 39, 40, 80, 133, 500] {
            for height in [0, 1, 3, 8, 12, 24, 60] {
                for line in sat.screen_in(width, height).lines() {
                    let columns = tutor::view::wrap::width(line);
                    assert!(columns <= width.max(1), "{columns} in {width}: {line:?}");
                }
            }
        }
    }
}

#[test]
fn time_errors_and_tries_are_counted() {
    let mut sat = sat();
    sat.now += 60;
    sat.save();
    refused(&mut sat);
    sat.now += 120;
    sat.save()
        .found("fn main() {}", Verdict::Passed, evidence(40));
    let Record {
        attempts,
        seconds,
        errors_met,
        done_at,
        ..
    } = sat.sitting.record();
    assert_eq!((attempts, seconds, done_at), (2, 180, Some(sat.now)));
    let met = errors_met["E0382"];
    assert_eq!((met.times, met.seconds), (1, 180));
}

/// Who presses it to go back, just when a save has closed the page, wants no check stopped.
#[test]
fn going_back_while_a_save_is_checked_stops_no_check() {
    let mut sat = sat();
    sat.key('h').save();
    assert!(
        sat.sitting.overlay().is_none(),
        "the save shows its verdict"
    );
    let escape = Event::Key(Key::Esc);
    let cancels = |effects: &[Effect]| {
        let is_cancel = |effect: &Effect| matches!(effect, Effect::CancelCheck { .. });
        effects.iter().any(is_cancel)
    };
    let once = sat.sitting.handle(escape.clone(), 30);
    assert!(!cancels(&once), "{once:?}");
    let again = sat.sitting.handle(escape, 31);
    assert!(cancels(&again), "{again:?}");
}

#[test]
fn the_newest_hint_is_seen_first_where_not_all_have_room() {
    let mut exercise = letter();
    let lines =
        |word: &str| format!("{word} begins\n") + &format!("    {word} goes on\n").repeat(9);
    exercise.hints = ["first", "second", "third"].map(lines).to_vec();
    let mut sat = Desk::at(exercise, GOAL, 13).sit_down();
    refused(&mut sat).key('h').key('h').key('h');
    let screen = sat.screen();
    let newest = screen.matches("third goes on").count();
    assert!(screen.contains("third begins") && newest == 9, "{screen}");
}
