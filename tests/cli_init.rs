//! `tutor init`: a new folder, a full one, and a newer course over an old one.

mod support;

use expect_test::expect;
use support::{Folder, learners_folder, small_course, starter};

#[test]
fn it_writes_the_course_that_is_built_in() {
    let test = Folder::new();
    test.tutor(["init"])
        .stdout_has(&["Your course is in  rust-tutor/", "cd rust-tutor"])
        .run();
    assert_eq!(test.names("."), ["rust-tutor"]);
    test.tutor(["list"]).below("rust-tutor").any_output().run();
}

#[test]
fn a_learners_folder_has_the_exercises_and_an_empty_place_for_solutions() {
    let test = learners_folder();
    let names: Vec<String> = test
        .all("learn")
        .into_iter()
        .map(|(path, _)| path)
        .collect();
    expect![[r#"
        .gitattributes
        .gitignore
        .tutor/course/exercises/01_quay/01_moor.rs
        .tutor/course/exercises/01_quay/02_unload.rs
        .tutor/course/exercises/02_crane/01_lift/hook.rs
        .tutor/course/exercises/02_crane/01_lift/main.rs
        .tutor/course/exercises/02_crane/02_lower.rs
        .tutor/course/info.toml
        .tutor/course/solutions/01_quay/01_moor.rs
        .tutor/course/solutions/01_quay/02_unload.rs
        .tutor/course/solutions/02_crane/01_lift/hook.rs
        .tutor/course/solutions/02_crane/01_lift/main.rs
        .tutor/course/solutions/02_crane/02_lower.rs
        .vscode/settings.json
        Cargo.toml
        exercises/01_quay/01_moor.rs
        exercises/01_quay/02_unload.rs
        exercises/02_crane/01_lift/hook.rs
        exercises/02_crane/01_lift/main.rs
        exercises/02_crane/02_lower.rs
        rust-analyzer.toml
    "#]]
    .assert_eq(&(names.join("\n") + "\n"));
    assert_eq!(test.names("learn/solutions"), [] as [&str; 0]);
    assert_eq!(
        test.read("learn/exercises/01_quay/01_moor.rs"),
        starter("Moor")
    );
    expect![[r##"
        # Written by `tutor` so that your editor knows the exercises that are done and the current one.
        # It is written again when you move on: what you change here is lost.

        [workspace]
        exclude = [".tutor"]

        [package]
        name = "exercises"
        version = "0.0.0"
        edition = "2024"
        publish = false
        autolib = false
        autobins = false
        autoexamples = false
        autotests = false
        autobenches = false

        [dependencies]

        [[bin]]
        name = "moor"
        path = "exercises/01_quay/01_moor.rs"
    "##]].assert_eq(&test.read("learn/Cargo.toml"));
}

#[test]
fn it_says_where_the_course_is_and_how_to_begin() {
    let test = Folder::new();
    small_course(&test, "course");
    test.tutor(["init", "a b", "--from", "course"])
        .stdout(&expect![[r#"
            Your course is in  a b/  (4 exercises; 3 folders you will see):
                exercises/     the files you work on
                solutions/     ours; each one appears when you have done the exercise
                .tutor/        your progress and what you undo. Keep it.

            Now, in two windows side by side:
                1  your editor   open the folder  a b
                2  a terminal    cd 'a b'
                                 tutor
        "#]])
        .run();
}

#[test]
fn solutions_can_be_left_out() {
    let test = Folder::new();
    small_course(&test, "course");
    test.tutor(["init", "learn", "--from", "course", "--no-solutions"])
        .stdout(&expect![[r#"
            Your course is in  learn/  (4 exercises; 2 folders you will see):
                exercises/     the files you work on
                .tutor/        your progress and what you undo. Keep it.

            Now, in two windows side by side:
                1  your editor   open the folder  learn
                2  a terminal    cd learn
                                 tutor
        "#]])
        .run();
    assert!(!test.has("learn/solutions"));
    assert!(!test.has("learn/.tutor/course/solutions"));
    test.tutor(["solution", "--yes"])
        .below("learn")
        .stderr(&expect![[r#"
            There is no solution of ours to 01.1, Moor.
        "#]])
        .exit(1)
        .run();
}

#[test]
fn an_empty_folder_is_filled_and_stays_the_same_one() {
    let test = Folder::new();
    small_course(&test, "course");
    test.write("empty/gone", "");
    test.remove("empty/gone");
    test.tutor(["init", ".", "--from", "../course"])
        .below("empty")
        .stdout(&expect![[r#"
            Your course is in  this folder  (4 exercises; 3 folders you will see):
                exercises/     the files you work on
                solutions/     ours; each one appears when you have done the exercise
                .tutor/        your progress and what you undo. Keep it.

            Now, in two windows side by side:
                1  your editor   open this folder
                2  a terminal    tutor
        "#]])
        .run();
    assert!(test.has("empty/.tutor/course/info.toml"));
    assert_eq!(test.names("."), ["course", "empty"]);
}

#[test]
fn what_is_there_already_is_left_alone() {
    let test = Folder::new();
    small_course(&test, "course");
    test.write("full/mine.txt", "mine");
    test.write("file", "mine");
    test.tutor(["init", "full"])
        .stderr(&expect![[r#"
            full is there already, and it is not empty. Nothing was written.
            Give the new folder another name:
                tutor init my-folder
        "#]])
        .exit(2)
        .run();
    test.tutor(["init", "file"])
        .stderr(&expect![[r#"
            file is there already, and it is a file. Nothing was written.
            Give the new folder another name:
                tutor init my-folder
        "#]])
        .exit(2)
        .run();
    test.tutor(["init", "course"])
        .stderr(&expect![[r#"
            course is a course's own folder: its exercises are worked on where they are:
                tutor --course course
            To write a learner's folder from it, name another one:
                tutor init my-folder --from course
        "#]])
        .exit(2)
        .run();
    assert_eq!(test.names("full"), ["mine.txt"]);
    assert_eq!(test.names("."), ["course", "file", "full"]);
}

#[test]
fn a_course_that_is_none_is_not_taken() {
    let test = Folder::new();
    test.write("course/other", "");
    test.tutor(["init", "--from", "course"])
        .stderr(&expect![[r#"
            There is no course in course: its info.toml is not there.
        "#]])
        .exit(3)
        .run();
    assert_eq!(test.names("."), ["course"]);
}

#[test]
fn a_link_in_a_course_is_no_part_of_it() {
    let test = Folder::new();
    small_course(&test, "course");
    test.write("secret", "secret");
    test.remove("course/exercises/02_crane/02_lower.rs");
    #[cfg(unix)]
    std::os::unix::fs::symlink(
        test.at("secret"),
        test.at("course/exercises/02_crane/02_lower.rs"),
    )
    .expect("a link can be made");
    test.tutor(["init", "--from", "course"])
        .stderr_has(&["info.toml", "exercises/02_crane/02_lower.rs"])
        .exit(3)
        .run();
    assert_eq!(test.names("."), ["course", "secret"]);
}

#[test]
fn a_learners_folder_in_somebodys_workspace_is_a_workspace_of_its_own() {
    let test = Folder::new();
    small_course(&test, "course");
    let above = "[workspace]\nmembers = [\"other\"]\n";
    test.write("Cargo.toml", above);
    test.tutor(["init", "learn", "--from", "course"])
        .any_output()
        .run();
    let script =
        "cargo metadata --offline --no-deps --format-version 1 | grep -o '\"name\":\"moor\"'";
    let (stdout, _) = test.bash("learn/exercises", script);
    assert_eq!(stdout, "\"name\":\"moor\"\n");
    assert_eq!(test.read("Cargo.toml"), above);
    assert!(!test.has(".git") && !test.has("learn/.git"));
}

#[test]
fn a_course_in_rustlings_format_is_worked_on_where_it_is_or_in_a_folder_of_ones_own() {
    let test = Folder::new();
    let entry = |name: &str| {
        format!("[[exercises]]\nname = \"{name}\"\ndir = \"00_intro\"\nhint = \"Look.\"\n")
    };
    let info = format!("format_version = 1\n{}{}", entry("intro1"), entry("intro2"));
    test.write("classic/info.toml", info);
    test.write(
        "classic/Cargo.toml",
        "bin = []\n[package]\nname = \"exercises\"\nedition = \"2021\"\n",
    );
    test.write("classic/exercises/README.md", "# Exercises");
    for name in ["intro1", "intro2"] {
        test.write(
            &format!("classic/exercises/00_intro/{name}.rs"),
            "// TODO\nfn main() {}\n",
        );
        test.write(
            &format!("classic/solutions/00_intro/{name}.rs"),
            "fn main() {}\n",
        );
    }
    let list = [
        " classic                              0 of 2 done",
        "",
        "   01    Intro                                          [--]           0 of 2",
        " > 01.1  Intro1                   fix       here",
        "   01.2  Intro2                   fix",
    ];
    test.tutor(["list"])
        .below("classic")
        .stdout_lines(&list)
        .run();
    test.tutor(["init", "classic2", "--from", "classic"])
        .any_output()
        .run();
    test.tutor(["list"])
        .below("classic2")
        .stdout_has(&[" classic2  ", " > 01.1  Intro1 "])
        .run();
    test.tutor(["init", "classic2", "--from", "classic"])
        .stdout_has(&["No exercise had to change."])
        .run();
    let cargo_toml = test.read("classic/Cargo.toml");
    assert_eq!(test.read("classic2/.tutor/course/Cargo.toml"), cargo_toml);
    assert!(
        test.read("classic2/Cargo.toml")
            .contains("edition = \"2021\"")
    );
}

#[test]
fn a_newer_course_keeps_what_was_edited_and_says_what_it_did() {
    let test = learners_folder();
    let mine = starter("Moor").replace("    0\n", "    1\n");
    test.write("learn/exercises/01_quay/01_moor.rs", &mine);
    let newer = |title| starter(title).replace("another number", "the right number");
    test.write("course/exercises/01_quay/01_moor.rs", newer("Moor"));
    test.write("course/exercises/01_quay/02_unload.rs", newer("Unload"));
    let info = test
        .read("course/info.toml")
        .replace("\"02_lower\"", "\"03_lower\"");
    let more =
        "[[exercises]]\ndir = \"02_crane\"\nname = \"04_park\"\nkind = \"write\"\nhint = 'x'\n";
    test.write("course/info.toml", info + more);
    for tree in ["exercises", "solutions"] {
        let text = test.read(&format!("course/{tree}/02_crane/02_lower.rs"));
        test.write(&format!("course/{tree}/02_crane/03_lower.rs"), text);
        test.remove(&format!("course/{tree}/02_crane/02_lower.rs"));
    }
    test.write("course/exercises/02_crane/04_park.rs", starter("Park"));

    test.tutor(["init", "learn", "--from", "course"])
        .stdout(&expect![[r#"
            The course in learn is up to date. Your progress is as it was.
                1 new:
                    exercises/02_crane/04_park.rs
                1 brought up to date, as you had not touched them:
                    exercises/01_quay/02_unload.rs
                1 renamed in the course:
                    exercises/02_crane/02_lower.rs -> exercises/02_crane/03_lower.rs
                1 changed in the course, and edited by you: yours are as they were:
                    exercises/01_quay/01_moor.rs.new
                Each of these is the new starter. Take from it what you like, then delete it.
        "#]])
        .run();
    assert_eq!(test.read("learn/exercises/01_quay/01_moor.rs"), mine);
    assert_eq!(
        test.read("learn/exercises/01_quay/01_moor.rs.new"),
        newer("Moor")
    );
    assert_eq!(
        test.read("learn/exercises/01_quay/02_unload.rs"),
        newer("Unload")
    );
    assert_eq!(
        test.names("learn/exercises/02_crane"),
        ["01_lift", "03_lower.rs", "04_park.rs"]
    );
    test.tutor(["init", "--from", "../course"])
        .below("learn")
        .stdout(&expect![[r#"
            The course in this folder is up to date. Your progress is as it was.
                No exercise had to change.
        "#]])
        .run();
}

/// A learner's folder in which a newer starter waits beside an edited one, and the course has changed once more.
fn twice_renewed() -> Folder {
    let test = learners_folder();
    let starter = |word: &str| starter("Moor").replace("another number", word);
    test.write("learn/exercises/01_quay/01_moor.rs", starter("mine"));
    test.write("course/exercises/01_quay/01_moor.rs", starter("second"));
    test.tutor(["init", "learn", "--from", "course"])
        .any_output()
        .run();
    test.write("course/exercises/01_quay/01_moor.rs", starter("third"));
    test
}

const BESIDE: &str = "learn/exercises/01_quay/01_moor.rs.new";

#[test]
fn a_newer_starter_that_was_worked_on_is_kept_and_the_copy_is_named() {
    let test = twice_renewed();
    test.write(BESIDE, "worked on");
    let said = test
        .tutor(["init", "learn", "--from", "course"])
        .stdout_has(&["exercises/01_quay/01_moor.rs.new\n"])
        .run();
    let (_, kept) = said
        .stdout
        .split_once("What stood there before is kept, in case you had worked on it:\n")
        .expect("the copy is named");
    let kept = kept.lines().next().expect("a path").trim();
    assert_eq!(test.read(kept), "worked on");
    assert!(test.read(BESIDE).contains("third"));
}

#[test]
fn a_newer_starter_is_not_written_over_what_cannot_be_kept() {
    let test = twice_renewed();
    let large = std::fs::File::create(test.at(BESIDE)).expect("a file");
    large.set_len(65 << 20).expect("a long one");
    test.tutor(["init", "learn", "--from", "course"])
        .stderr_has(&["01_moor.rs.new: it is larger than 64 MiB"])
        .exit(4)
        .run();
    assert_eq!(large.metadata().expect("it is there").len(), 65 << 20);
    test.remove(BESIDE);
    test.tutor(["init", "learn", "--from", "course"])
        .any_output()
        .run();
    assert!(test.read(BESIDE).contains("third"));
}

#[test]
fn another_course_does_not_go_over_a_learners_folder() {
    let test = learners_folder();
    let before = test.all("learn");
    test.tutor(["init", "learn"])
        .stderr(&expect![[r#"
            learn is a learner's folder of another course, "A harbour". Nothing was written.
            To bring that one up to date, say where its course is:
                tutor init --from COURSE
            To learn with "Rust, one refusal at a time", give its folder another name:
                tutor init my-folder
        "#]])
        .exit(2)
        .run();
    assert_eq!(test.all("learn"), before);
}

#[test]
fn a_damaged_copy_of_the_course_is_written_anew() {
    let test = learners_folder();
    let mine = starter("Moor").replace("    0\n", "    1\n");
    test.write("learn/exercises/01_quay/01_moor.rs", &mine);
    test.tutor(["next"]).below("learn").any_output().run();
    test.write("learn/.tutor/course/info.toml", "format_version = ");
    test.tutor(["list"])
        .below("learn")
        .stderr(&expect![[r#"
            The course in .tutor/course has 1 fault:

              info.toml:1: this is no TOML: string values must be quoted, expected literal string
                  put the text in quotes, on one line

            This is not your doing, and your work is safe. To write the course anew, call this in the same folder:
                tutor init    (with --from COURSE, if it was written so)
        "#]])
        .exit(3)
        .run();
    // Whose course it was stands in the progress.
    test.tutor(["init", "learn"])
        .stderr(&expect![[r#"
            learn is a learner's folder of another course, "harbour". Nothing was written.
            To bring that one up to date, say where its course is:
                tutor init --from COURSE
            To learn with "Rust, one refusal at a time", give its folder another name:
                tutor init my-folder
        "#]])
        .exit(2)
        .run();
    test.tutor(["init", "learn", "--from", "course"])
        .any_output()
        .run();
    assert_eq!(test.read("learn/exercises/01_quay/01_moor.rs"), mine);
    test.tutor(["list"]).below("learn").any_output().run();
}

#[test]
fn an_upgrade_that_was_cut_off_between_two_renames_is_mended() {
    let test = learners_folder();
    test.rename("learn/.tutor/course", "learn/.tutor/course.old");
    test.tutor(["list"]).below("learn").any_output().run();
    assert!(test.has("learn/.tutor/course/info.toml"));
}
