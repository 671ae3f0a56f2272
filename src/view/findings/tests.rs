use std::time::Duration;

use expect_test::{Expect, expect};

use super::*;
use crate::course::model::{Kind, Place};
use crate::verify::report::{Notice, Proved, Report};
use crate::verify::{Finding, Rule};
use crate::view::text::Line;

fn found(exercise: Option<&str>, path: &str, line: usize, rule: Rule, what: &str) -> Finding {
    Finding {
        place: Place {
            path: path.into(),
            line,
        },
        rule,
        exercise: exercise.map(str::to_owned),
        what: what.into(),
        remedy: "Mend it.".into(),
    }
}

fn proved(id: &str, kind: Kind, millis: u64) -> Proved {
    Proved {
        id: id.into(),
        number: "3.1".into(),
        chapter: "03_ownership".into(),
        kind,
        path: format!("exercises/03_ownership/01_{id}.rs"),
        skipped: None,
        took: Duration::from_millis(millis),
        kept: false,
        sure: true,
    }
}

/// What a program may have printed.
const FOUL: &str = "a\u{1b}[31m<b> & \u{0}\"c\"\nline two: 100%, \u{ffff}]]>\r";

fn report() -> Report {
    let mut report = Report {
        course: "harbour".into(),
        exercises: vec![
            proved("one_owner", Kind::Predict, 40),
            proved("handed_over", Kind::Fix, 1250),
            Proved {
                skipped: Some("the crate `tokio`".into()),
                kept: true,
                ..proved("afloat", Kind::Write, 0)
            },
        ],
        findings: vec![
            found(
                Some("handed_over"),
                "exercises/03_ownership/02_handed_over.rs",
                27,
                Rule::NotDeclared,
                FOUL,
            ),
            found(None, "info.toml", 3, Rule::Manifest, "`title` is missing."),
        ],
        notices: vec![Notice::NoDocs],
        took: Duration::from_millis(1300),
    };
    report.settle();
    report
}

fn text(lines: &[Line]) -> String {
    lines.iter().map(|line| line.text() + "\n").collect()
}

fn check(found: &str, expected: Expect) {
    expected.assert_eq(found);
}

#[test]
fn people_get_one_line_for_each_finding_and_one_that_sums_up() {
    let report = report();
    let mut lines: Vec<Line> = report
        .findings
        .iter()
        .map(|one| finding(one, "sea/"))
        .collect();
    lines.push(summary(&report));
    check(
        &text(&lines),
        expect![[r#"
            sea/exercises/03_ownership/02_handed_over.rs:27: V010: a[31m<b> & "c" line two: 100%, ￿]]> Mend it.
            sea/info.toml:3: V001: `title` is missing. Mend it.
            not sound: 3 exercises, 2 findings in 1 of them, 1 skipped, 1 unchanged (1.30 s)
        "#]],
    );
}

#[test]
fn a_sound_course_is_one_line() {
    let mut report = report();
    report.findings.clear();
    check(
        &text(&[summary(&report)]),
        expect![[r#"
            sound: 3 exercises, 1 skipped, 1 unchanged (1.30 s)
        "#]],
    );
    check(
        &text(&[summary(&Report::default())]),
        expect![[r#"
            sound: nothing to prove (0.00 s)
        "#]],
    );
}

#[test]
fn the_slowest_come_first() {
    check(
        &text(&slowest(&report())),
        expect![[r#"
            What takes longest
               1.25 s    3.1  fix      handed_over
               0.04 s    3.1  predict  one_owner
               0.00 s    3.1  write    afloat  (as last measured)
               1.29 s  all 3 exercises, one after the other
        "#]],
    );
}

#[test]
fn json_has_every_field_that_the_guide_names() {
    check(
        &json(&report()),
        expect![[r#"
        {
          "course": "harbour",
          "duration_ms": 1300,
          "exercises": [
            {
              "duration_ms": 40,
              "id": "one_owner",
              "kind": "predict",
              "missing": null,
              "number": "3.1",
              "path": "exercises/03_ownership/01_one_owner.rs",
              "unchanged": false,
              "verdict": "sound"
            },
            {
              "duration_ms": 1250,
              "id": "handed_over",
              "kind": "fix",
              "missing": null,
              "number": "3.1",
              "path": "exercises/03_ownership/01_handed_over.rs",
              "unchanged": false,
              "verdict": "unsound"
            },
            {
              "duration_ms": 0,
              "id": "afloat",
              "kind": "write",
              "missing": "the crate `tokio`",
              "number": "3.1",
              "path": "exercises/03_ownership/01_afloat.rs",
              "unchanged": true,
              "verdict": "skipped"
            }
          ],
          "findings": [
            {
              "about": "the starter shows nothing that `starts` does not declare",
              "exercise": "handed_over",
              "line": 27,
              "path": "exercises/03_ownership/02_handed_over.rs",
              "remedy": "Mend it.",
              "rule": "V010",
              "what": "a\u001b[31m<b> & \u0000\"c\"\nline two: 100%, ￿]]>\r"
            },
            {
              "about": "the course's manifests can be read and say what they must",
              "exercise": null,
              "line": 3,
              "path": "info.toml",
              "remedy": "Mend it.",
              "rule": "V001",
              "what": "`title` is missing."
            }
          ],
          "schema": 1,
          "sound": false
        }
    "#]],
    );
}

#[test]
fn junit_has_one_case_for_each_exercise() {
    check(
        &junit(&report()),
        expect![[r#"
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="tutor verify harbour" tests="4" skipped="1" failures="2" errors="0" time="1.300">
                <testsuite name="03_ownership" tests="3" skipped="1" errors="0" failures="1">
                    <testcase name="one_owner" classname="03_ownership" time="0.040"/>
                    <testcase name="handed_over" classname="03_ownership" time="1.250">
                        <failure message="a&lt;b&gt; &amp; \0&quot;c&quot;
            line two: 100%, \u{ffff}]]&gt;\r" type="V010">exercises/03_ownership/02_handed_over.rs:27: V010: a&lt;b&gt; &amp; \0&quot;c&quot;
            line two: 100%, \u{ffff}]]&gt;\r Mend it.</failure>
                    </testcase>
                    <testcase name="afloat" classname="03_ownership" time="0.000">
                        <skipped message="the crate `tokio` is missing here"/>
                    </testcase>
                </testsuite>
                <testsuite name="the course" tests="1" skipped="0" errors="0" failures="1">
                    <testcase name="info.toml, cards and files" classname="the course">
                        <failure message="`title` is missing." type="V001">info.toml:3: V001: `title` is missing. Mend it.</failure>
                    </testcase>
                </testsuite>
            </testsuites>
        "#]],
    );
}

#[test]
fn annotations_cannot_be_broken_out_of() {
    check(
        &annotations(&report(), "sea/"),
        expect![[r#"
        ::error file=sea/exercises/03_ownership/02_handed_over.rs,line=27,title=V010 the starter shows nothing that `starts` does not declare::a[31m<b> & "c"%0Aline two: 100%25, ￿]]>%0D Mend it.
        ::error file=sea/info.toml,line=3,title=V001 the course's manifests can be read and say what they must::`title` is missing. Mend it.
    "#]],
    );
}
