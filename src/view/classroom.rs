//! The workflow that `tutor init --classroom` writes: GitHub Classroom runs it on every push of a learner.

use std::fmt::Write;

use serde_json::Value;

use super::clean::{Colours, clean};
use super::text::{Line, Role};
use crate::course::model::{Chapter, Course};

/// Where GitHub Classroom looks for it.
pub const PATH: &str = ".github/workflows/classroom.yml";

/// The workflow as YAML. It checks with exactly this version of tutor, and only if the course in the folder has this
/// digest: a learner who changes the course's tests gets no points. Each chapter is graded by itself.
pub fn workflow(course: &Course, version: &str, digest: &str) -> String {
    let graded: Vec<(&Chapter, u32)> = course
        .chapters
        .iter()
        .enumerate()
        .map(|(index, chapter)| (chapter, points(course, index)))
        .filter(|(chapter, points)| *points > 0 && is_plain(&chapter.dir))
        .collect();
    let mut text = head(version, digest);
    for (chapter, points) in &graded {
        text.push_str(&grader(chapter, *points));
    }
    let ids: Vec<String> = graded.iter().map(|(chapter, _)| id(chapter)).collect();
    text.push_str(&reporter(&ids));
    text
}

fn points(course: &Course, chapter: usize) -> u32 {
    let exercises = course.exercises.iter();
    let own = exercises.filter(|exercise| exercise.chapter == chapter);
    own.map(|exercise| exercise.points).sum()
}

/// Fit to stand in a command line as it is. Only a course in rustlings' format could have other names.
fn is_plain(dir: &str) -> bool {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-');
    dir.chars().all(plain) && !dir.starts_with('-')
}

fn head(version: &str, digest: &str) -> String {
    format!(
        r#"# Checks every push with one version of tutor, against one version of the course.
# Written by `tutor init --classroom`. After an update of either, call that again in this folder.
name: Classroom

on:
  - push
  - repository_dispatch
  - workflow_dispatch

permissions:
  checks: write
  actions: read
  contents: read

env:
  TUTOR_VERSION: "{version}"
  # Of everything in .tutor/course that is run: nobody can bring tests of their own.
  COURSE_DIGEST: "{digest}"

jobs:
  check:
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

      # Notes on the lines of what was tried. The points come below.
      - name: Annotate
        run: tutor check --all --digest "${{{{ env.COURSE_DIGEST }}}}" --format github || true

      # A step for each chapter. Take out what your class has not reached yet.
"#
    )
}

fn grader(chapter: &Chapter, points: u32) -> String {
    let Chapter { dir, title, .. } = chapter;
    let (id, title) = (id(chapter), quoted(title));
    format!(
        r#"      - name: {title}
        id: {id}
        uses: classroom-resources/autograding-command-grader@v1
        with:
          test-name: {title}
          setup-command: ""
          command: tutor check {dir} --digest ${{{{ env.COURSE_DIGEST }}}} --plain --color never
          timeout: 10
          max-score: {points}

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
            "    It checks every push, chapter by chapter, with this tutor and this course.",
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
