//! The workflow that `tutor init --classroom` writes: GitHub Classroom runs it on every push of a learner.

use std::fmt::Write;

use serde_json::Value;

use super::clean::{Colours, clean};
use super::text::{Line, Role};
use crate::course::model::{Chapter, Course};

/// Where GitHub Classroom looks for it.
pub const PATH: &str = ".github/workflows/classroom.yml";

/// The workflow as YAML. It checks with exactly this version of tutor, and only if the course in the folder has this
/// digest: a learner who changes the course's tests gets no points. Each exercise that passes gives its points; what
/// nobody has touched gives none, and makes nothing red. GitHub Classroom reads points only from a workflow and a job
/// of these names.
pub fn workflow(course: &Course, version: &str, digest: &str) -> String {
    let graded: Vec<&Chapter> = course
        .chapters
        .iter()
        .enumerate()
        .filter(|(index, chapter)| has_points(course, *index) && is_plain(&chapter.dir))
        .map(|(_, chapter)| chapter)
        .collect();
    let mut text = head(version, digest);
    for chapter in &graded {
        text.push_str(&counter(chapter));
    }
    let ids: Vec<String> = graded.iter().map(|chapter| id(chapter)).collect();
    text.push_str(&reporter(&ids));
    text
}

fn has_points(course: &Course, chapter: usize) -> bool {
    let mut exercises = course.exercises.iter();
    exercises.any(|exercise| exercise.chapter == chapter && exercise.points > 0)
}

/// Fit to stand in a command line as it is. Only a course in rustlings' format could have other names.
fn is_plain(dir: &str) -> bool {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-');
    dir.chars().all(plain) && !dir.starts_with('-')
}

/// A program for jq, which GitHub's machines have.
const POINTS: &str = r#"  # What tutor has found in $chapter, as the reporter reads it: points for what passed, none for the rest, and red only
  # for what was tried.
  POINTS: >-
    [.exercises[] | select(.path | startswith("exercises/" + $chapter + "/"))]
    | (map(select(.verdict | IN("untouched", "skipped") | not))) as $tried
    | {
        version: 1,
        status: (if all($tried[]; .verdict == "passed") then "pass" else "fail" end),
        max_score: (map(.points) | add),
        tests: [$tried[] | {
          name: (.number + " " + .id),
          status: (if .verdict == "passed" then "pass" else "fail" end),
          score: (if .verdict == "passed" then .points else 0 end),
          message: (.reasons[0].words // ""),
          test_code: "", filename: .path, line_no: 0, duration: .duration_ms
        }]
      }
"#;

fn head(version: &str, digest: &str) -> String {
    format!(
        r#"# Checks every push with one version of tutor, against one version of the course.
# Written by `tutor init --classroom`. After an update of either, call that again in this folder.
# GitHub Classroom reads the points of a workflow and a job of these names only.
name: Autograding Tests

on:
  - push
  - repository_dispatch
  - workflow_dispatch

permissions:
  actions: read
  contents: read

env:
  TUTOR_VERSION: "{version}"
  # Of everything in .tutor/course that is run: nobody can bring tests of their own.
  COURSE_DIGEST: "{digest}"
{POINTS}
jobs:
  run-autograding-tests:
    runs-on: ubuntu-latest
    if: github.actor != 'github-classroom[bot]'
    timeout-minutes: 60
    steps:
      - name: Fetch the work
        uses: actions/checkout@v4

      - name: Install Rust
        run: |
          rustup toolchain install stable --profile minimal --component clippy
          rustup default stable

      - name: Look for tutor from an earlier run
        id: tutor
        uses: actions/cache@v4
        with:
          path: ~/.cargo/bin/tutor
          key: tutor-${{{{ runner.os }}}}-${{{{ env.TUTOR_VERSION }}}}

      - name: Install tutor
        if: steps.tutor.outputs.cache-hit != 'true'
        run: cargo install tutor --locked --version "=${{{{ env.TUTOR_VERSION }}}}"

      # Without a result nothing can be counted: it says why.
      - name: Check
        run: |
          tutor check --all --digest "$COURSE_DIGEST" --format json > "$RUNNER_TEMP/found.json" || true
          test -s "$RUNNER_TEMP/found.json"

      # Notes on the lines of what was tried. What has passed is not checked again.
      - name: Annotate
        run: tutor check --all --digest "$COURSE_DIGEST" --format github || true

      # A step for each chapter. Take out what your class has not reached yet, here and in the last step.
"#
    )
}

fn counter(chapter: &Chapter) -> String {
    let Chapter { dir, title, .. } = chapter;
    let (id, title) = (id(chapter), quoted(title));
    format!(
        r#"      - name: {title}
        id: {id}
        run: echo "result=$(jq -c --arg chapter {dir} "$POINTS" "$RUNNER_TEMP/found.json" | base64 -w 0)" >> "$GITHUB_OUTPUT"

"#
    )
}

fn reporter(ids: &[String]) -> String {
    let mut text = String::from(
        r#"      - name: Report the points
        uses: classroom-resources/autograding-grading-reporter@v1
        env:
"#,
    );
    for id in ids {
        let name = id.to_uppercase();
        let line = format!("          {name}_RESULTS: ${{{{ steps.{id}.outputs.result }}}}\n");
        text.push_str(&line);
    }
    let _ = write!(
        text,
        "        with:\n          runners: {}\n",
        ids.join(",")
    );
    text
}

/// A step's name, which the reporter turns into the name of a variable.
fn id(chapter: &Chapter) -> String {
    let kept = |letter: char| letter.is_ascii_alphanumeric();
    let id: String = chapter.dir.chars().filter(|letter| kept(*letter)).collect();
    format!("c{id}")
}

/// A text of the course in YAML: what JSON quotes, YAML reads. GitHub would read `${{` as an expression.
fn quoted(text: &str) -> String {
    let text = clean(text, Colours::Drop).replace("${{", "$ {{");
    Value::from(text).to_string()
}

/// What was written, and what there is to do with it.
pub fn written(path: &str, kept: Option<&str>) -> Vec<Line> {
    let mut lines = vec![
        Line::default(),
        Line::plain("For GitHub Classroom there is  ").and(path, Role::Path),
        Line::plain(
            "    It checks every push with this tutor and this course, and counts the points of each exercise.",
        ),
        Line::plain("    Make this folder the root of the assignment's template repository."),
    ];
    lines.extend(
        kept.map(|kept| {
            Line::plain("    What stood there before is kept as  ").and(kept, Role::Path)
        }),
    );
    lines
}
