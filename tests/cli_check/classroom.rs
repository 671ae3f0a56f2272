//! `tutor init --classroom`: a workflow that trusts nothing in the learner's hands.

use expect_test::expect;

use crate::ferry::{self, FARE_FILE, GOOD, fare_with};
use crate::support::Folder;

const WORKFLOW: &str = "work/.github/workflows/classroom.yml";

fn classroom() -> Folder {
    let folder = ferry::course();
    let words = ["init", "work", "--from", "course", "--classroom"];
    folder.tutor(words).any_output().run();
    folder
}

fn digest(folder: &Folder) -> String {
    let text = folder.read(WORKFLOW);
    let line = text
        .lines()
        .find_map(|line| line.split_once("COURSE_DIGEST: \""));
    let digest = line.expect("it is there").1.trim_end_matches('"');
    assert_eq!(digest.len(), 64);
    digest.to_owned()
}

#[test]
fn it_pins_the_tool_and_the_course_and_grades_each_chapter() {
    let folder = classroom();
    let text = folder.read(WORKFLOW).replace(&digest(&folder), "[DIGEST]");
    let text = text.replace(env!("CARGO_PKG_VERSION"), "[VERSION]");
    expect![[r##"
        # Checks every push with one version of tutor, against one version of the course.
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
          TUTOR_VERSION: "[VERSION]"
          # Of everything in .tutor/course that is run: nobody can bring tests of their own.
          COURSE_DIGEST: "[DIGEST]"

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
                  key: tutor-${{ runner.os }}-${{ env.TUTOR_VERSION }}

              - name: Install tutor
                if: steps.tutor.outputs.cache-hit != 'true'
                run: cargo install tutor --locked --version "=${{ env.TUTOR_VERSION }}"

              # Notes on the lines of what was tried. The points come below.
              - name: Annotate
                run: tutor check --all --digest "${{ env.COURSE_DIGEST }}" --format github || true

              # A step for each chapter. Take out what your class has not reached yet.
              - name: "Deck"
                id: c01deck
                uses: classroom-resources/autograding-command-grader@v1
                with:
                  test-name: "Deck"
                  setup-command: ""
                  command: tutor check 01_deck --digest ${{ env.COURSE_DIGEST }} --plain --color never
                  timeout: 10
                  max-score: 2

              - name: "Engine"
                id: c02engine
                uses: classroom-resources/autograding-command-grader@v1
                with:
                  test-name: "Engine"
                  setup-command: ""
                  command: tutor check 02_engine --digest ${{ env.COURSE_DIGEST }} --plain --color never
                  timeout: 10
                  max-score: 3

              - name: Report the points
                uses: classroom-resources/autograding-grading-reporter@v1
                env:
                  C01DECK_RESULTS: ${{ steps.c01deck.outputs.result }}
                  C02ENGINE_RESULTS: ${{ steps.c02engine.outputs.result }}
                with:
                  runners: c01deck,c02engine
    "##]].assert_eq(&text);
}

#[test]
fn its_digest_lets_the_course_run_as_it_is_and_no_other() {
    let folder = classroom();
    folder.write(FARE_FILE, fare_with(GOOD));
    let digest = digest(&folder);
    let words = ["check", "fare", "--digest", &digest];
    folder.tutor(words).below("work").any_output().run();
    assert!(
        !folder.has("work/.tutor/build"),
        "what was built there could be anybody's"
    );
    let locked = "work/.tutor/course/exercises/01_deck/01_fare.rs";
    folder.write(
        locked,
        folder.read(locked).replace("8, true), 4", "8, true), 5"),
    );
    let call = folder.tutor(words).below("work").any_output();
    assert_eq!(call.exit(3).run().stdout, "");
}

#[test]
fn in_a_folder_that_is_there_it_follows_the_course_and_keeps_what_was_edited() {
    let folder = classroom();
    let before = digest(&folder);
    folder.write(WORKFLOW, folder.read(WORKFLOW) + "# mine\n");
    let info = folder.read("course/info.toml");
    folder.write("course/info.toml", info.replace("points = 3", "points = 4"));
    let words = ["init", "work", "--from", "course", "--classroom"];
    let said = folder.tutor(words).any_output().run().stdout;
    assert!(
        said.contains("What stood there before is kept as  "),
        "{said}"
    );
    assert_ne!(digest(&folder), before);
    assert!(folder.read(WORKFLOW).contains("max-score: 4"));
}
