//! What is written and what is allowed where nobody knows what an exercise shows.

use super::allow;
use super::blessed;
use super::report::Proved;
use super::{Finding, Rule};
use crate::check::source::Source;
use crate::check::verdict::{Checked, Evidence, Fault, Printed, Reason, Verdict};
use crate::course::model::{Course, Start};
use crate::course::{self, CourseFiles, TextFile};

/// A course of one exercise, whose entry goes on with these lines.
fn course(entry: &str) -> Course {
    let info = format!(
        "format_version = 2\nid = \"harbour\"\ntitle = \"A harbour\"\n[build]\nedition = \"2024\"\n\
         [[chapters]]\ndir = \"01_a\"\ntitle = \"A\"\n\
         [[exercises]]\ndir = \"01_a\"\nname = \"01_one\"\nkind = \"fix\"\nhint = [\"a\", \"b\", \"c\"]\n\
         starts = [{{ error = \"E0382\", at = \"b\" }}]\n{entry}\n"
    );
    let loaded = course::load(&CourseFiles {
        folder_name: "harbour".to_owned(),
        info: TextFile {
            path: "info.toml".to_owned(),
            bytes: info.into_bytes(),
        },
        paths: ["exercises/01_a/01_one.rs".to_owned()].into(),
        ..CourseFiles::default()
    });
    assert_eq!(loaded.faults, []);
    loaded.course.expect("it has no faults")
}

#[test]
fn a_check_that_has_not_come_to_its_end_corrects_nothing() {
    let course = course("");
    let starts = |verdict: Verdict| {
        let checked = Checked {
            verdict,
            evidence: Evidence::default(),
        };
        blessed::starts(&course.exercises[0], &Source::new("a\nb\n"), &checked)
    };
    let fault = Fault {
        what: "The disk is full.".into(),
        remedy: "Make room.".into(),
        detail: String::new(),
    };
    for verdict in [
        Verdict::Unclear {
            raw: "stopped".into(),
        },
        Verdict::Broken(fault),
        Verdict::Skipped {
            missing: "clippy".into(),
        },
        Verdict::Passed,
    ] {
        assert_eq!(starts(verdict.clone()), None, "{verdict:?}");
    }
    let hangs = Reason::Hangs {
        test: None,
        line: None,
        limit: std::time::Duration::from_secs(1),
        printed: Printed::default(),
    };
    assert_eq!(
        starts(Verdict::NotYet(vec![hangs])),
        Some(vec![Start::Hangs])
    );
}

/// The rules of what is left when these were found in a course with this entry.
fn left(entry: &str, found: &[Rule], proved: Proved, not_tried: &[Rule]) -> Vec<Rule> {
    let course = course(entry);
    let found = found.iter().map(|rule| Finding {
        place: course.exercises[0].declared.clone(),
        rule: *rule,
        exercise: Some("one".into()),
        what: "It is so.".into(),
        remedy: "Mend it.".into(),
    });
    let left = allow::apply(&course, &[proved], found.collect(), not_tried);
    left.into_iter().map(|finding| finding.rule).collect()
}

#[test]
fn only_of_what_was_proved_and_tried_an_allowance_is_needless() {
    let course = course("");
    let proved = || Proved::named(&course, 0);
    let entry = "allow = { V101 = \"it is short\" }";
    let found = [Rule::CommentedOut, Rule::GoalSize];
    assert_eq!(left(entry, &found, proved(), &[]), [Rule::GoalSize]);
    assert_eq!(left(entry, &[], proved(), &[]), [Rule::UnusedAllow]);
    let nothing: [Rule; 0] = [];
    assert_eq!(left(entry, &[], proved(), &[Rule::CommentedOut]), nothing);
    let skipped = Proved {
        skipped: Some("the target wasm32".into()),
        ..proved()
    };
    let unsure = Proved {
        sure: false,
        ..proved()
    };
    for proved in [skipped, unsure] {
        assert_eq!(left(entry, &[], proved.clone(), &[]), nothing, "{proved:?}");
        // That there is no such rule is known all the same.
        let unknown = "allow = { V999 = \"why not\" }";
        assert_eq!(left(unknown, &[], proved, &[]), [Rule::UnusedAllow]);
    }
}
