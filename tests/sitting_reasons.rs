//! Every reason, every way to fail, every fault and every notice, in words.

mod sitting_common;

use std::fmt::Write;
use std::time::Duration;

use expect_test::{expect, expect_file};
use sitting_common::case;
use sitting_common::course::{course, evidence, exercise, tests};
use tutor::check::diagnostic::Diagnostic;
use tutor::check::verdict::*;
use tutor::course::model::{Course, Exercise, Kind};
use tutor::session::progress::State;
use tutor::view::glyphs::Charset;
use tutor::view::report::{self, Entry, Folder};
use tutor::view::text::Line;

/// What `tutor check` prints for one exercise.
fn words(exercise: &Exercise, checked: &Checked, text: &str) -> String {
    let (course, index) = placed(exercise);
    let entry = Entry {
        course: &course,
        index,
        title: "The title",
        state: State::Todo,
        is_current: false,
        untouched: false,
        text,
        checked: Some(checked),
        path: "exercises/01_a/01_b.rs",
    };
    text_of(&report::verdict(&entry, 80, Charset::Boxes))
}

/// Without the blank that every line begins with: expected texts are indented by what all lines have in common.
fn text_of(lines: &[Line]) -> String {
    let bare = lines.iter().map(|line| line.text().trim_end().to_owned());
    bare.map(|line| line.strip_prefix(' ').unwrap_or(&line).to_owned() + "\n")
        .collect()
}

fn placed(exercise: &Exercise) -> (Course, usize) {
    let mut course = course();
    let index = course
        .exercises
        .iter()
        .position(|other| (other.chapter, other.number) == (exercise.chapter, exercise.number));
    let index = index.expect("a place");
    course.exercises[index] = exercise.clone();
    (course, index)
}

fn not_yet(reason: Reason, tests: Vec<TestRun>) -> Checked {
    Checked {
        verdict: Verdict::NotYet(vec![reason]),
        evidence: Evidence {
            tests,
            ..evidence(40)
        },
    }
}

fn all_passed() -> Vec<TestRun> {
    tests(&[("tests::one", 30, true), ("tests::two", 36, true)])
}

fn printed(lines: &[&str]) -> Printed {
    Printed {
        head: lines.iter().map(|line| (*line).to_owned()).collect(),
        tail: vec![],
        lines: lines.len() as u64,
    }
}

fn error(name: &str) -> Diagnostic {
    case(name).errors.remove(0)
}

fn failed(failure: Failure) -> Reason {
    Reason::Test(FailedTest {
        name: "tests::the_office_reads_it".to_owned(),
        line: Some(34),
        failure,
    })
}

fn token(kind: TokenMissKind) -> Reason {
    Reason::Token(TokenMiss {
        tokens: ".clone(".to_owned(),
        why: "It only has to look.".to_owned(),
        kind,
    })
}

fn output(expected: Option<&str>, found: Option<&str>) -> Reason {
    Reason::Output(OutputMiss {
        stream: Stream::Out,
        line: 2,
        expected: expected.map(String::from),
        found: found.map(String::from),
        printed: printed(&["one", "zwei"]),
    })
}

fn crashed(how: Crash) -> Reason {
    Reason::Crashed {
        how,
        printed: printed(&["begun"]),
    }
}

fn marked(grades: &[Grade], missing: usize) -> Reason {
    let mark = |(place, grade): (usize, &Grade)| Mark {
        line: 10 + place,
        code: "E0502".to_owned(),
        source: format!("    line_{place}();"),
        grade: *grade,
    };
    Reason::Marks(MarksMiss {
        marks: grades.iter().enumerate().map(mark).collect(),
        errors: 2,
        missing,
    })
}

fn trace(lines: &[&str], right: usize, real: usize) -> Reason {
    let line = |(place, text): (usize, &&str)| TraceLine {
        line: 30 + place,
        text: (*text).to_owned(),
    };
    Reason::Trace(TraceMiss {
        lines: lines.iter().enumerate().map(line).collect(),
        right,
        real,
    })
}

fn broken(kind: BreakMissKind) -> Reason {
    Reason::Break(BreakMiss {
        expected: vec!["E0382".to_owned(), "E0505".to_owned()],
        kind,
    })
}

fn example(outcome: ExampleOutcome, wish: Wish) -> Reason {
    Reason::Examples(vec![Example {
        title: "It cannot be copied:".to_owned(),
        line: 12,
        code: vec!["use a::B;".to_owned(), "let c = b.clone();".to_owned()],
        wish,
        outcome,
    }])
}

fn misuse() -> Wish {
    Wish::Refused {
        any_of: vec!["E0599".to_owned()],
    }
}

fn survivors(survivors: &[&str], killed: usize) -> Reason {
    let mutant = |about: &&str| Mutant {
        key: "k".to_owned(),
        about: (*about).to_owned(),
    };
    Reason::Mutants {
        survivors: survivors.iter().map(mutant).collect(),
        killed,
    }
}

fn file(trouble: fn(String) -> FileTrouble) -> Reason {
    Reason::File(trouble(
        "exercises/03_ownership/02_handed_over.rs".to_owned(),
    ))
}

fn reasons() -> Vec<(&'static str, Reason, Vec<TestRun>)> {
    let none = Vec::new;
    let source = "    let entry = book_entry(manifest.clone());".to_owned();
    vec![
        (
            "refused, in the tests",
            Reason::Refused {
                error: error("e0061_too_few"),
                relation: Relation::InTests,
                line: 6,
            },
            none(),
        ),
        (
            "test: differs, without saying what",
            failed(Failure::Differs {
                found: "1".to_owned(),
                expected: "2".to_owned(),
                what: String::new(),
            }),
            tests(&[("tests::the_office_reads_it", 34, false)]),
        ),
        (
            "test: differs in several lines",
            failed(Failure::Differs {
                found: "one\ntwo\n".to_owned(),
                expected: "one\nthree\n".to_owned(),
                what: "the two lines".to_owned(),
            }),
            tests(&[
                ("tests::the_office_reads_it", 34, false),
                ("tests::two", 40, true),
            ]),
        ),
        (
            "test: todo",
            failed(Failure::Panic {
                message: "not yet implemented".to_owned(),
                line: Some(12),
            }),
            tests(&[
                ("tests::the_office_reads_it", 34, false),
                ("tests::two", 40, false),
            ]),
        ),
        (
            "test: panics",
            failed(Failure::Panic {
                message: "index out of bounds: the len is 2 but the index is 2".to_owned(),
                line: Some(12),
            }),
            tests(&[
                ("tests::a", 1, true),
                ("tests::b", 2, true),
                ("tests::c", 3, true),
                ("tests::d", 4, true),
                ("tests::e", 5, true),
                ("tests::f", 6, true),
                ("tests::g", 7, true),
                ("tests::the_office_reads_it", 34, false),
            ]),
        ),
        (
            "ended early",
            Reason::EndedEarly {
                missing: vec!["tests::one".to_owned(), "tests::two".to_owned()],
            },
            none(),
        ),
        (
            "token: refused",
            token(TokenMissKind::Refused {
                line: 27,
                column: 36,
                width: 7,
                source: source.clone(),
                found: 1,
                allowed: 0,
            }),
            all_passed(),
        ),
        (
            "token: too often",
            token(TokenMissKind::Refused {
                line: 27,
                column: 36,
                width: 7,
                source,
                found: 3,
                allowed: 2,
            }),
            none(),
        ),
        (
            "token: absent",
            token(TokenMissKind::Absent {
                found: 0,
                wanted: 1,
                within: Some("fn dispatch".to_owned()),
            }),
            all_passed(),
        ),
        (
            "token: not often enough",
            token(TokenMissKind::Absent {
                found: 1,
                wanted: 2,
                within: None,
            }),
            all_passed(),
        ),
        (
            "token: unsafe",
            token(TokenMissKind::Unsafe {
                line: 3,
                column: 5,
                source: "    unsafe { work() }".to_owned(),
            }),
            none(),
        ),
        (
            "output: another line",
            output(Some("two"), Some("zwei")),
            none(),
        ),
        ("output: a line missing", output(Some("two"), None), none()),
        (
            "output: a line too many",
            output(None, Some("zwei")),
            none(),
        ),
        (
            "hangs, outside the tests",
            Reason::Hangs {
                test: None,
                line: None,
                limit: Duration::from_secs(1),
                printed: Printed::default(),
            },
            none(),
        ),
        (
            "floods",
            Reason::Floods {
                printed: Printed {
                    head: vec!["y".to_owned(); 9],
                    tail: vec!["y".to_owned(); 9],
                    lines: 8_388_608,
                },
            },
            none(),
        ),
        (
            "crashed: panic",
            crashed(Crash::Panic {
                message: "no such ship".to_owned(),
                line: Some(8),
            }),
            none(),
        ),
        (
            "crashed: exit",
            crashed(Crash::Exit {
                code: 3,
                expected: 0,
            }),
            none(),
        ),
        (
            "crashed: signal",
            crashed(Crash::Signal {
                name: "SIGSEGV".to_owned(),
            }),
            none(),
        ),
        ("crashed: stack", crashed(Crash::StackOverflow), none()),
        ("crashed: memory", crashed(Crash::OutOfMemory), none()),
        (
            "lint",
            Reason::Lint {
                lint: "clippy::ptr_arg".to_owned(),
                diagnostic: error("lint_clippy_ptr_arg"),
                line: 2,
            },
            all_passed(),
        ),
        (
            "budget",
            Reason::Budget {
                what: "allocs".to_owned(),
                test: "tests::it_reuses_its_buffer".to_owned(),
                used: 12_000,
                allowed: 3,
            },
            all_passed(),
        ),
        (
            "marks: all right, and more to find",
            marked(&[Grade::Right, Grade::Right], 1),
            none(),
        ),
        (
            "marks: every grade",
            marked(
                &[
                    Grade::Right,
                    Grade::OtherCode,
                    Grade::Leads,
                    Grade::Follows,
                    Grade::Wrong,
                    Grade::Twice,
                ],
                1,
            ),
            none(),
        ),
        ("marks: one, wrong", marked(&[Grade::Wrong], 2), none()),
        (
            "trace: the first line is wrong",
            trace(&["b", "a"], 0, 2),
            none(),
        ),
        ("trace: too few", trace(&["a", "b"], 2, 3), none()),
        ("trace: too many", trace(&["a", "b", "c"], 2, 2), none()),
        (
            "changed",
            Reason::Changed {
                line: 12,
                found: "let songs = 3;".to_owned(),
                expected: "let mut songs = 3;".to_owned(),
            },
            none(),
        ),
        ("break: accepted", broken(BreakMissKind::Accepted), none()),
        ("break: no mark", broken(BreakMissKind::NoMark), none()),
        (
            "break: another line",
            broken(BreakMissKind::OtherLine {
                marked: Some(9),
                error: error("e0382_made_here"),
                line: 4,
            }),
            none(),
        ),
        (
            "break: another code",
            broken(BreakMissKind::OtherCode {
                error: error("e0425_function"),
                line: 2,
            }),
            none(),
        ),
        (
            "break: more",
            broken(BreakMissKind::More {
                error: error("e0382_made_here"),
                line: 4,
                extra: vec![error("e0425_function")],
            }),
            none(),
        ),
        (
            "break: rewritten",
            broken(BreakMissKind::Rewritten {
                line: 9,
                source: "    drop(ship);".to_owned(),
            }),
            none(),
        ),
        (
            "guard: another reason",
            example(
                ExampleOutcome::OtherReason {
                    error: error("e0425_function"),
                },
                misuse(),
            ),
            none(),
        ),
        (
            "guard: another line",
            example(
                ExampleOutcome::OtherLine {
                    error: error("e0599_method"),
                    line: 14,
                },
                misuse(),
            ),
            none(),
        ),
        (
            "guard: does not compile",
            example(
                ExampleOutcome::DoesNotCompile {
                    error: error("e0616_private_field"),
                },
                Wish::Runs,
            ),
            none(),
        ),
        (
            "guard: panics",
            example(
                ExampleOutcome::Failed {
                    how: Crash::Panic {
                        message: "assertion failed: left == right".to_owned(),
                        line: None,
                    },
                },
                Wish::Runs,
            ),
            none(),
        ),
        (
            "guard: hangs",
            example(ExampleOutcome::Hangs, Wish::Runs),
            none(),
        ),
        (
            "guard: not reached",
            example(ExampleOutcome::NotReached, misuse()),
            none(),
        ),
        (
            "mutants: some",
            survivors(&["forgets the last zone", "counts a child"], 3),
            none(),
        ),
        (
            "mutants: all",
            survivors(&["forgets the last zone"], 0),
            none(),
        ),
        (
            "file: missing",
            file(|path| FileTrouble::Missing { path }),
            none(),
        ),
        (
            "file: empty",
            file(|path| FileTrouble::Empty { path }),
            none(),
        ),
        (
            "file: UTF-16",
            file(|path| FileTrouble::NotUtf8 {
                path,
                looks_like_utf16: true,
            }),
            none(),
        ),
        (
            "file: another encoding",
            file(|path| FileTrouble::NotUtf8 {
                path,
                looks_like_utf16: false,
            }),
            none(),
        ),
        (
            "file: too large",
            file(|path| FileTrouble::TooLarge {
                path,
                bytes: 123_456_789,
            }),
            none(),
        ),
        (
            "file: unbalanced",
            file(|path| FileTrouble::Unbalanced {
                path,
                line: 7,
                what: "/*".to_owned(),
            }),
            none(),
        ),
        (
            "reads another file",
            Reason::ReadsOther {
                path: "solutions/03_ownership/02_handed_over.rs".to_owned(),
            },
            none(),
        ),
    ]
}

#[test]
fn every_reason_has_its_words() {
    let mut told = String::new();
    for (name, reason, tests) in reasons() {
        let mut exercise = exercise("handed_over", 3, 2, Kind::Fix);
        exercise.choices = ["E0382", "E0502", "E0505"].map(String::from).to_vec();
        if let Reason::Refused { error, .. }
        | Reason::Lint {
            diagnostic: error, ..
        } = &reason
        {
            exercise.files = vec![error.spans[0].file.clone()];
        }
        let words = words(&exercise, &not_yet(reason, tests), "");
        writeln!(told, "#### {name}\n{words}\n").expect("a string");
    }
    expect_file!["fixtures/reasons.txt"].assert_eq(&told);
}

#[test]
fn what_is_no_fault_of_the_learner_says_so() {
    let exercise = exercise("handed_over", 3, 2, Kind::Fix);
    let fault = Fault {
        what: "The linker `cc` is missing.".to_owned(),
        remedy: "Install it: sudo apt install build-essential.".to_owned(),
        detail: "error: linker `cc` not found\n  |\n  = note: No such file or directory".to_owned(),
    };
    let verdicts = [
        Verdict::Broken(fault),
        Verdict::Unclear {
            raw: "thread 'rustc' panicked".to_owned(),
        },
        Verdict::Skipped {
            missing: "clippy (`rustup component add clippy`)".to_owned(),
        },
    ];
    let mut told = String::new();
    for verdict in verdicts {
        let checked = Checked {
            verdict,
            evidence: evidence(40),
        };
        told += &words(&exercise, &checked, "");
        told += "\n";
    }
    expect![[r#"
         03.2  The title
         TROUBLE  The linker `cc` is missing.
                  That is not your fault, and says nothing about your answer.

         What the machine said
            │ error: linker `cc` not found
            │   |
            │   = note: No such file or directory

         Next     Install it: sudo apt install build-essential.

         03.2  The title
         TROUBLE  tutor cannot make out how this check has ended.
                  That says nothing about your answer.

         What came back
            │ thread 'rustc' panicked

         Next     Look again (key r). If it stays so, please report it with what you
                  see here.

         03.2  The title
         TROUBLE  This exercise needs clippy (`rustup component add clippy`), which is
                  not here.
                  That is not your fault: the exercise can wait.

         Next     Install it and look again (key r), or go on without it (key n).

    "#]]
    .assert_eq(&told);
}

#[test]
fn what_passes_says_what_holds() {
    let mut told = String::new();
    for kind in Kind::ALL {
        let exercise = exercise("handed_over", 3, 2, kind);
        let checked = Checked {
            verdict: Verdict::Passed,
            evidence: Evidence {
                tests: all_passed(),
                right: 3,
                ..evidence(40)
            },
        };
        let words = words(&exercise, &checked, "");
        told += words.lines().last().expect("a sentence");
        told += "\n";
    }
    expect![[r#"
         DONE     It compiles, and both tests pass.
         DONE     It compiles, and both tests pass.
         DONE     It compiles, both tests pass, and there is nothing to warn of.
         DONE     It compiles, both tests pass, and it stays within its budget.
         DONE     All 3 lines and codes are right.
         DONE     All 3 lines are what it prints.
         DONE     The compiler refuses it, as it was asked for.
         DONE     All 3 examples come out as they should.
         DONE     Your tests pass, and they notice every wrong program.
    "#]]
    .assert_eq(&told);
}

#[test]
fn scripts_get_kind_words_and_places() {
    let mut course = course();
    course.exercises[0] = exercise("handed_over", 0, 1, Kind::Fix);
    let refused = Checked {
        verdict: Verdict::NotYet(vec![Reason::Refused {
            error: error("e0382_handed_over"),
            relation: Relation::Expected,
            line: 27,
        }]),
        evidence: evidence(40),
    };
    let test = not_yet(
        failed(Failure::Panic {
            message: "not yet implemented".to_owned(),
            line: Some(12),
        }),
        vec![],
    );
    let passed = Checked {
        verdict: Verdict::Passed,
        evidence: evidence(100),
    };
    let entry = |index, state, untouched, checked| Entry {
        course: &course,
        index,
        title: "The title",
        state,
        is_current: false,
        untouched,
        text: "",
        checked: Some(checked),
        path: "exercises/01_a/01_b.rs",
    };
    let folder = Folder {
        name: "course",
        problem: None,
        entries: vec![
            entry(0, State::Todo, true, &refused),
            entry(1, State::Skipped, false, &test),
            entry(2, State::Done, false, &passed),
        ],
    };
    let took = Duration::from_millis(200);
    expect![[r#"
        {
          "exercises": [
            {
              "duration_ms": 40,
              "id": "handed_over",
              "kind": "fix",
              "notices": [],
              "number": "0.1",
              "path": "exercises/00_orientation/01_handed_over.rs",
              "points": 1,
              "reasons": [
                {
                  "code": "E0382",
                  "kind": "refused",
                  "line": 27,
                  "words": "Line 27 uses `manifest` after it was given away."
                }
              ],
              "state": "todo",
              "verdict": "untouched"
            },
            {
              "duration_ms": 40,
              "id": "orientation_2",
              "kind": "fix",
              "notices": [],
              "number": "0.2",
              "path": "exercises/00_orientation/02_orientation_2.rs",
              "points": 1,
              "reasons": [
                {
                  "kind": "test",
                  "line": 12,
                  "test": "tests::the_office_reads_it",
                  "words": "It compiles, but a test fails. \"the office reads it\" panicked: not yet implemented"
                }
              ],
              "state": "skipped",
              "verdict": "not_yet"
            },
            {
              "duration_ms": 100,
              "id": "orientation_3",
              "kind": "fix",
              "notices": [],
              "number": "0.3",
              "path": "exercises/00_orientation/03_orientation_3.rs",
              "points": 1,
              "reasons": [],
              "state": "done",
              "verdict": "passed"
            }
          ],
          "schema": 1
        }
    "#]]
    .assert_eq(&report::json(std::slice::from_ref(&folder), false));
    let text = text_of(&report::table(&folder, took, 80, Charset::Boxes));
    expect![[r#"
        NOT YET   00.2  The title   exercises/01_a/01_b.rs:12
                  It compiles, but a test fails. "the office reads it" panicked: not
                  yet implemented

        1 of 3 exercises passed, 1 not yet, 1 untouched   0.20 s
    "#]]
    .assert_eq(&text);
}
