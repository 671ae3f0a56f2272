//! A course in which nothing is in order: all of it is said in one run, however that run is made.

use std::collections::BTreeSet;

use expect_test::expect_file;
use serde_json::Value;
use tutor::verify::Rule;

use crate::mill::{findings, mill, mill_with_all_its_faults, summary, verify};
use crate::support::Folder;

/// What a course that can be read, on a machine that has everything, with one compiler, cannot have.
const ELSEWHERE: [Rule; 4] = [
    Rule::Manifest,
    Rule::NotChecked,
    Rule::Flaky,
    Rule::ToolchainDiffers,
];

#[test]
fn all_faults_come_in_one_run() {
    let folder = mill_with_all_its_faults();
    let output = verify(&folder, &[], 1);
    let found = findings(&output.stdout);
    expect_file!["../courses/unsound/findings.txt"].assert_eq(&found);
    assert_eq!(output.stderr, "");
    every_rule_has_found_something(&found);

    let again = verify(&folder, &[], 1);
    assert_eq!(findings(&again.stdout), found, "what was kept is the same");
    let told = summary(&again.stdout);
    assert!(told.ends_with(", nothing has changed"), "{told}");

    the_parts_are_the_whole(&folder, &found);
    json_has_the_same(&folder, &found);
    junit_has_a_case_for_each_exercise(&folder, &found);
    annotations_stand_on_lines_that_are_there(&folder, &found);
    named_exercises_have_their_own(&folder, &found);

    let alone = ["--no-cache", "--no-merge", "--jobs", "1"];
    let alone = verify(&folder, &alone, 1);
    assert_eq!(findings(&alone.stdout), found, "one by one");
}

fn every_rule_has_found_something(found: &str) {
    let asked = Rule::ALL.iter().filter(|rule| !ELSEWHERE.contains(rule));
    let silent: Vec<&str> = asked
        .map(|rule| rule.id())
        .filter(|id| !found.contains(&format!(": {id}: ")))
        .collect();
    assert_eq!(silent, [""; 0], "rules that have found nothing");
    // A fault is told apart by its words, wherever it stands.
    let faults = found.lines().filter_map(|line| line.split_once(": "));
    let different = BTreeSet::from_iter(faults.map(|(_, words)| words)).len();
    assert!(different >= 30, "only {different} different faults");
}

fn the_parts_are_the_whole(folder: &Folder, found: &str) {
    let mut parts = Vec::new();
    for part in ["1/3", "2/3", "3/3"] {
        let output = verify(folder, &["--partition", part], 1);
        let again = verify(folder, &["--partition", part], 1);
        assert_eq!(findings(&again.stdout), findings(&output.stdout), "{part}");
        assert_eq!(again.stderr, output.stderr, "how it is shared out");
        parts.extend(findings(&output.stdout).lines().map(str::to_owned));
    }
    let mut whole: Vec<&str> = found.lines().collect();
    whole.sort_unstable();
    parts.sort_unstable();
    assert_eq!(parts.join("\n"), whole.join("\n"));
}

fn json_has_the_same(folder: &Folder, found: &str) {
    let output = verify(folder, &["--format", "json"], 1);
    let told: Value = serde_json::from_str(&output.stdout).expect("it is JSON");
    assert_eq!(
        (&told["schema"], &told["sound"]),
        (&1.into(), &false.into())
    );
    let text = |value: &Value| value.as_str().expect("it is a text").to_owned();
    let listed = told["findings"].as_array().expect("a list").iter();
    let lines: Vec<String> = listed
        .map(|one| {
            format!(
                "{}:{}: {}: {} {}",
                text(&one["path"]),
                one["line"],
                text(&one["rule"]),
                text(&one["what"]),
                text(&one["remedy"])
            )
        })
        .collect();
    assert_eq!(lines.join("\n"), found.trim_end());
}

fn junit_has_a_case_for_each_exercise(folder: &Folder, found: &str) {
    let output = verify(folder, &["--format", "junit"], 1);
    let report = quick_junit::Report::deserialize_from_str(&output.stdout).expect("it is JUnit");
    let cases = report
        .test_suites
        .iter()
        .flat_map(|suite| &suite.test_cases);
    let names: BTreeSet<&str> = cases.clone().map(|case| case.name.as_str()).collect();
    let json = verify(folder, &["--format", "json"], 1).stdout;
    let told: Value = serde_json::from_str(&json).expect("it is JSON");
    let exercises = told["exercises"].as_array().expect("a list");
    // One more for what belongs to none.
    assert_eq!(
        (cases.count(), names.len()),
        (exercises.len() + 1, exercises.len() + 1)
    );
    for exercise in exercises {
        assert!(names.contains(exercise["id"].as_str().expect("an id")));
    }
    let lines = found.lines().count();
    let told = output.stdout.matches(": V").count();
    assert_eq!(told, lines, "each finding stands in its case");
}

fn annotations_stand_on_lines_that_are_there(folder: &Folder, found: &str) {
    let output = verify(folder, &["--format", "github"], 1);
    let commands = output
        .stdout
        .lines()
        .filter_map(|line| line.strip_prefix("::error file="));
    let mut count = 0;
    for command in commands {
        count += 1;
        let (path, rest) = command.split_once(",line=").expect("a line");
        let line: usize = rest
            .split_once(',')
            .expect("a title")
            .0
            .parse()
            .expect("a number");
        let place = folder.at("mill").join(path);
        // A card or a folder that is missing has no lines.
        if line > 1 {
            let text = std::fs::read_to_string(&place).expect("it is there");
            assert!(line <= text.lines().count(), "{command}");
        }
    }
    assert_eq!(count, found.lines().count());
}

fn named_exercises_have_their_own(folder: &Folder, found: &str) {
    let output = verify(folder, &["crooked"], 1);
    let own = found.lines().filter(|line| line.contains("/04_crooked.rs"));
    for line in own {
        assert!(output.stdout.contains(line), "{line}");
    }
    assert!(
        !output.stdout.contains("V120"),
        "nothing of the course as a whole"
    );
}

#[test]
fn a_toolchain_that_is_chosen_by_where_it_lies() {
    let folder = mill();
    let mut rustc = std::process::Command::new("rustc");
    let said = rustc
        .args(["--print", "sysroot"])
        .output()
        .expect("rustc runs")
        .stdout;
    let sysroot = String::from_utf8_lossy(&said).trim().to_owned();
    let pin =
        |line: &str| folder.write("mill/rust-toolchain.toml", format!("[toolchain]\n{line}\n"));
    let finding = "rust-toolchain.toml:1: V121: It names a folder of programs that run in place of the compiler.";
    pin(&format!("path = \"{sysroot}\""));
    let output = verify(&folder, &[], 1);
    assert!(output.stdout.contains(finding), "{}", output.stdout);
    pin("channel = \"stable\"");
    let output = verify(&folder, &[], 1);
    assert!(!output.stdout.contains(finding), "{}", output.stdout);
}
