//! What scripts and services read.

use expect_test::{Expect, expect};

use crate::ferry::{self, FARE_FILE, TICKET_FILE, check, fare_with, ticket_solved};
use crate::support::Folder;

/// One right, one wrong, one untouched.
fn mixed() -> Folder {
    let folder = ferry::work();
    folder.write(FARE_FILE, fare_with("    full + u32::from(child)"));
    folder.write(TICKET_FILE, ticket_solved());
    folder
}

#[track_caller]
fn format(name: &str, expected: &Expect) {
    let output = check(&mixed(), &["--all", "--format", name], 1);
    assert_eq!(output.stderr, "");
    expected.assert_eq(&without_durations(&output.stdout));
}

/// Durations differ from run to run.
fn without_durations(text: &str) -> String {
    let mut found = String::new();
    for line in text.lines() {
        let line = match line.split_once("\"duration_ms\": ") {
            Some((before, _)) => format!("{before}\"duration_ms\": …,"),
            None => without_times(line),
        };
        found.push_str(&line);
        found.push('\n');
    }
    found
}

/// `time="0.123"`
fn without_times(line: &str) -> String {
    let mut parts = line.split(" time=\"");
    let mut found = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let rest = part.split_once('"').map_or("", |(_, rest)| rest);
        found.push_str(&format!(" time=\"…\"{rest}"));
    }
    found
}

#[test]
fn json_has_an_object_for_each_exercise() {
    format(
        "json",
        &expect![[r#"
        {
          "exercises": [
            {
              "duration_ms": …,
              "id": "fare",
              "kind": "write",
              "notices": [],
              "number": "1.1",
              "path": "exercises/01_deck/01_fare.rs",
              "points": 1,
              "reasons": [
                {
                  "kind": "test",
                  "line": 18,
                  "test": "a_child_pays_half",
                  "words": "It compiles, and 1 of 2 tests pass. \"a child pays half\" expected 4 and found 9."
                }
              ],
              "state": "todo",
              "verdict": "not_yet"
            },
            {
              "duration_ms": …,
              "id": "ticket",
              "kind": "fix",
              "notices": [],
              "number": "1.2",
              "path": "exercises/01_deck/02_ticket.rs",
              "points": 1,
              "reasons": [],
              "state": "todo",
              "verdict": "passed"
            },
            {
              "duration_ms": …,
              "id": "speed",
              "kind": "lint",
              "notices": [],
              "number": "2.1",
              "path": "exercises/02_engine/01_speed.rs",
              "points": 3,
              "reasons": [],
              "state": "todo",
              "verdict": "untouched"
            }
          ],
          "schema": 1
        }
    "#]],
    );
}

#[test]
fn junit_has_a_case_for_each_exercise() {
    format(
        "junit",
        &expect![[r#"
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="tutor" tests="3" skipped="1" failures="1" errors="0" time="…">
            <testsuite name="ferry" tests="3" skipped="1" errors="0" failures="1">
                <testcase name="fare" classname="01_deck" time="…">
                    <failure message="It compiles, and 1 of 2 tests pass. &quot;a child pays half&quot; expected 4 and found 9.">It compiles, and 1 of 2 tests pass. &quot;a child pays half&quot; expected 4 and found 9.</failure>
                </testcase>
                <testcase name="ticket" classname="01_deck" time="…"/>
                <testcase name="speed" classname="02_engine" time="…">
                    <skipped message="untouched"/>
                </testcase>
            </testsuite>
        </testsuites>
    "#]],
    );
}

#[test]
fn github_gets_its_annotations_on_the_lines() {
    format(
        "github",
        &expect![[r#"
        ::error file=exercises/01_deck/01_fare.rs,line=18,title=1.1 Fare::It compiles, and 1 of 2 tests pass. "a child pays half" expected 4 and found 9.
         1 of 3 exercises passed, 1 not yet, 1 untouched   [TIME]
    "#]],
    );
}

#[test]
fn csv_has_a_row_for_each_exercise() {
    let output = check(&mixed(), &["--all", "--format", "csv"], 1);
    let rows: Vec<&str> = output
        .stdout
        .lines()
        .filter_map(|row| Some(row.rsplit_once(',')?.0))
        .collect();
    expect![[r#"
        id,number,kind,state,verdict,line,reason
        fare,1.1,write,todo,not_yet,18,"It compiles, and 1 of 2 tests pass. ""a child pays half"" expected 4 and found 9."
        ticket,1.2,fix,todo,passed,,
        speed,2.1,lint,todo,untouched,,
    "#]].assert_eq(&(rows.join("\n") + "\n"));
}

#[test]
fn an_untouched_exercise_that_was_named_is_told_with_its_reasons() {
    let output = check(&ferry::work(), &["ticket", "--format", "json"], 1);
    expect![[r#"
        {
          "exercises": [
            {
              "duration_ms": …,
              "id": "ticket",
              "kind": "fix",
              "notices": [],
              "number": "1.2",
              "path": "exercises/01_deck/02_ticket.rs",
              "points": 1,
              "reasons": [
                {
                  "code": "E0382",
                  "kind": "refused",
                  "line": 18,
                  "words": "Line 18 uses `ticket`, but line 17 has given it away."
                }
              ],
              "state": "todo",
              "verdict": "untouched"
            }
          ],
          "schema": 1
        }
    "#]]
    .assert_eq(&without_durations(&output.stdout));
}
