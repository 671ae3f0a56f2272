//! `tutor init --classroom`: a workflow that trusts nothing in the learner's hands.

use expect_test::expect;

use crate::ferry::{self, FARE_FILE, GOOD, TICKET_FILE, fare_with, ticket_solved};
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
fn it_pins_the_tool_and_the_course_and_counts_each_chapter() {
    let folder = classroom();
    let text = folder.read(WORKFLOW).replace(&digest(&folder), "[DIGEST]");
    let text = text.replace(env!("CARGO_PKG_VERSION"), "[VERSION]");
    expect![[r##"
        # Checks every push with one version of tutor, against one version of the course.
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
          TUTOR_VERSION: "[VERSION]"
          # Of everything in .tutor/course that is run: nobody can bring tests of their own.
          COURSE_DIGEST: "[DIGEST]"
          # What tutor has found in $chapter, as the reporter reads it: points for what passed, none for the rest, and red only
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
                  key: tutor-${{ runner.os }}-${{ env.TUTOR_VERSION }}

              - name: Install tutor
                if: steps.tutor.outputs.cache-hit != 'true'
                run: cargo install tutor --locked --version "=${{ env.TUTOR_VERSION }}"

              # Without a result nothing can be counted: it says why.
              - name: Check
                run: |
                  tutor check --all --digest "$COURSE_DIGEST" --format json > "$RUNNER_TEMP/found.json" || true
                  test -s "$RUNNER_TEMP/found.json"

              # Notes on the lines of what was tried. What has passed is not checked again.
              - name: Annotate
                run: tutor check --all --digest "$COURSE_DIGEST" --format github || true

              # A step for each chapter. Take out what your class has not reached yet, here and in the last step.
              - name: "Deck"
                id: c01deck
                run: echo "result=$(jq -c --arg chapter 01_deck "$POINTS" "$RUNNER_TEMP/found.json" | base64 -w 0)" >> "$GITHUB_OUTPUT"

              - name: "Engine"
                id: c02engine
                run: echo "result=$(jq -c --arg chapter 02_engine "$POINTS" "$RUNNER_TEMP/found.json" | base64 -w 0)" >> "$GITHUB_OUTPUT"

              - name: Report the points
                uses: classroom-resources/autograding-grading-reporter@v1
                env:
                  C01DECK_RESULTS: ${{ steps.c01deck.outputs.result }}
                  C02ENGINE_RESULTS: ${{ steps.c02engine.outputs.result }}
                with:
                  runners: c01deck,c02engine
    "##]].assert_eq(&text);
}

/// What a step of this name runs.
fn run_of(workflow: &str, name: &str) -> String {
    let (_, step) = workflow
        .split_once(&format!("- name: {name}\n"))
        .expect("there is such a step");
    let step = step.split("\n      - ").next().unwrap_or_default();
    let (_, run) = step.split_once("run: ").expect("it runs something");
    run.trim_start_matches('|').to_owned()
}

/// The steps as GitHub would run them. They need jq, which its machines have.
#[test]
fn its_steps_count_the_points_of_each_exercise_and_what_is_untouched_makes_nothing_red() {
    let folder = classroom();
    if folder.bash(".", "command -v jq").0.is_empty() {
        return;
    }
    folder.write(FARE_FILE, fare_with("    full + u32::from(child)"));
    folder.write(TICKET_FILE, ticket_solved());
    let workflow = folder.read(WORKFLOW);
    let (_, points) = workflow.split_once("POINTS: >-\n").expect("it is there");
    let points = points.split("\n\n").next().unwrap_or_default();
    let tutor = std::path::Path::new(env!("CARGO_BIN_EXE_tutor"));
    let setting = format!(
        "set -e\nexport PATH=\"{}:$PATH\" RUNNER_TEMP=.. GITHUB_OUTPUT=../out XDG_CACHE_HOME=\"$PWD/../cache\"\n\
         export COURSE_DIGEST={} POINTS='{points}'\n",
        tutor.parent().expect("it lies in a folder").display(),
        digest(&folder),
    );
    let steps = ["Check", "\"Deck\"", "\"Engine\""].map(|name| run_of(&workflow, name));
    let decoded = "sed 's/^result=//' ../out | while read -r line; do base64 -d <<< \"$line\"; done\n\
                   rm ../out";
    let (told, complaints) =
        folder.bash("work", &format!("{setting}{}\n{decoded}", steps.join("\n")));
    assert_eq!(complaints, "");
    let told: String = told
        .split_inclusive(',')
        .map(|piece| match piece.split_once("\"duration\":") {
            Some((before, rest)) => {
                before.to_owned() + rest.trim_start_matches(|c: char| c.is_ascii_digit())
            }
            None => piece.to_owned(),
        })
        .collect();
    expect![[r#"
        {"version":1,"status":"fail","max_score":2,"tests":[{"name":"1.1 fare","status":"fail","score":0,"message":"It compiles, and 1 of 2 tests pass. \"a child pays half\" expected 4 and found 9.","test_code":"","filename":"exercises/01_deck/01_fare.rs","line_no":0,},{"name":"1.2 ticket","status":"pass","score":1,"message":"","test_code":"","filename":"exercises/01_deck/02_ticket.rs","line_no":0,}]}
        {"version":1,"status":"pass","max_score":3,"tests":[]}
    "#]]
    .assert_eq(&told);
    // Whoever has changed the course gets no result at all.
    let locked = "work/.tutor/course/exercises/01_deck/01_fare.rs";
    folder.write(locked, folder.read(locked) + "\n");
    let all = format!("{setting}{}\necho done", steps[0]);
    let (told, complaints) = folder.bash("work", &all);
    assert_eq!(told, "");
    assert!(complaints.contains("digest"), "{complaints}");
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
    assert!(!folder.read(WORKFLOW).contains("# mine"));
}
