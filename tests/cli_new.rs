//! `tutor new`: exercises of every kind, what follows renumbered, nothing written over, and whole courses.

mod support;

use expect_test::expect;
use support::{Folder, learners_folder, small_course};

const MARK: &str = "FILL IN: ";

/// A course as `tutor new --course` writes it, at `made`.
fn new_course() -> Folder {
    let test = Folder::new();
    test.tutor(["new", "--course", "made"]).any_output().run();
    test
}

/// The findings of `verify`, one each, without the place.
fn verified(test: &Folder, below: &str, exit: i32) -> Vec<String> {
    let call = test.tutor(["verify", "--trust"]).below(below);
    let output = call.any_output().exit(exit).run();
    assert_eq!(output.stderr, "");
    let lines: Vec<String> = output.stdout.lines().map(str::to_owned).collect();
    lines[..lines.len() - 1].to_vec()
}

#[test]
fn a_new_course_is_sound_at_once() {
    let test = Folder::new();
    test.tutor(["new", "--course", "my harbour"])
        .stdout(&expect![[r#"
            A course is in  my harbour  (13 files):
                info.toml   what the course is made of
                exercises/  what learners begin with
                solutions/  the same, solved
                tests/      answers that must be refused, or must pass
                README.md   for those who write it
                .github/    a workflow that proves it on every push

            Now:
                cd 'my harbour'
                tutor verify                           proves that it is sound
                tutor watch                            works through it, as a learner does
                tutor new 01_lending/NAME --kind fix   begins another exercise
        "#]])
        .run();
    assert_eq!(verified(&test, "my harbour", 0), [""; 0]);
    assert!(
        test.read("my harbour/info.toml")
            .contains("id = \"my_harbour\"")
    );
    // It is a course like any other.
    test.tutor(["init", "learn", "--from", "my harbour"])
        .any_output()
        .run();
    test.tutor(["check", "guest_book", "--trust"])
        .below("learn")
        .stdout_has(&["E0382"])
        .exit(1)
        .run();
}

#[test]
fn who_writes_courses_is_told_how_to_begin_one() {
    let test = Folder::new();
    test.write("info.toml", "notes\n");
    test.tutor(["new", "--course", "info.toml"])
        .stderr(&expect![[r#"
            info.toml is there already, and it is a file. Nothing was written.
            Give the new folder another name:
                tutor new --course my-course
        "#]])
        .exit(2)
        .run();
    test.remove("info.toml");
    let nowhere = |args: &[&'static str]| {
        let call = test.tutor(args.iter().copied()).any_output();
        call.exit(3).run().stderr + "\n"
    };
    let all = [
        nowhere(&["new", "1/x", "--kind", "fix", "--course", "x2"]),
        nowhere(&["verify", "--course", "x2"]),
        nowhere(&["verify"]),
    ];
    expect![[r#"
        There is no course in x2.
        To begin a course of your own:
            tutor new --course my-course

        There is no course in x2.
        To begin a course of your own:
            tutor new --course my-course

        There is no course in this folder, nor in a folder above it.
        To begin a course of your own:
            tutor new --course my-course
        If you have one already, go there, or name it with --course.

    "#]]
    .assert_eq(&all.concat());
}

#[test]
fn what_comes_next_names_the_course_that_was_named() {
    let test = new_course();
    test.rename("made", "my course");
    let words = ["new", "2_x/a", "--kind", "fix", "--course", "my course"];
    test.tutor(words)
        .stdout_has(&["    tutor verify a --course 'my course'\n"])
        .run();
}

#[test]
fn a_course_may_begin_in_a_repository_that_is_still_empty() {
    let test = Folder::new();
    test.write("made/.git/HEAD", "ref: refs/heads/main\n");
    test.tutor(["new", "--course", "."])
        .below("made")
        .stdout_has(&["A course is in  .  ("])
        .run();
    assert!(test.has("made/info.toml") && test.has("made/.git/HEAD"));
    let before = test.all("made");
    test.tutor(["new", "--course", "made"])
        .stderr(&expect![[r#"
            made is a course already. Nothing was written.
            To begin another exercise in it:
                tutor new 03_ownership/lend_it --kind fix --course made
        "#]])
        .exit(2)
        .run();
    test.write("full/notes.txt", "mine\n");
    test.tutor(["new", "--course", "full"])
        .stderr(&expect![[r#"
            full is there already, and it is not empty. Nothing was written.
            Give the new folder another name:
                tutor new --course my-course
        "#]])
        .exit(2)
        .run();
    assert_eq!(test.all("made"), before);
    assert_eq!(test.names("full"), ["notes.txt"]);
}

#[test]
fn every_kind_is_sound_but_for_what_is_to_be_filled_in_and_says_where_that_is() {
    let test = new_course();
    let kinds = [
        "fix", "write", "lint", "measure", "predict", "trace", "break", "guard", "tests",
    ];
    for kind in kinds {
        let name = format!("02_kinds/my_{kind}");
        test.tutor(["new", &name, "--kind", kind])
            .below("made")
            .any_output()
            .run();
    }
    let found = verified(&test, "made", 1);
    for line in &found {
        let (place, rest) = line
            .split_once(": V110: ")
            .unwrap_or_else(|| panic!("{line}"));
        let (path, number) = place.rsplit_once(':').expect("it has a line");
        let number: usize = number.parse().expect("it is a number");
        let text = test.read(&format!("made/{path}"));
        let marked = text.lines().nth(number - 1).unwrap_or_default();
        let (_, asked) = marked.split_once(MARK).unwrap_or_else(|| panic!("{line}"));
        let asked: String = asked
            .chars()
            .skip(1)
            .take_while(|c| *c != '\'')
            .take(20)
            .collect();
        assert!(rest.contains(&asked), "{line}: {asked}");
    }
    // Whoever fills in all of it has a sound course.
    let mut marks = 0;
    for (path, bytes) in test.all("made") {
        let text = String::from_utf8_lossy(&bytes);
        if !path.starts_with(".tutor") && text.contains(MARK) {
            marks += text.matches(MARK).count();
            test.write(&format!("made/{path}"), text.replace(MARK, ""));
        }
    }
    assert_eq!(found.len(), marks, "{found:#?}");
    assert_eq!(verified(&test, "made", 0), [""; 0]);
}

#[test]
fn what_is_unfinished_is_said_of_the_new_exercise_alone() {
    let test = new_course();
    test.tutor([
        "new",
        "lending/umbrella",
        "--kind",
        "fix",
        "--after",
        "guest_book",
    ])
    .below("made")
    .stdout(&expect![[r#"
        A new exercise of kind fix, 1.2 of "Made":
            exercises/01_lending/02_umbrella.rs     the starter
            solutions/01_lending/02_umbrella.rs     the solution
            tests/wrong_answers/umbrella/cloned.rs  an answer that must be refused
            info.toml                               its entry
        Another number, to make room:
            02_two_pens -> 03_two_pens

        It works as it is. Replace it by your own, line by line: what is missing says `FILL IN:`.
        What is still to be done, with file and line:
            tutor verify umbrella
    "#]])
    .run();
    test.tutor(["verify", "umbrella", "--trust", "--quiet"])
        .below("made")
        .stdout(&expect![[r#"
            exercises/01_lending/02_umbrella.rs:1: V110: Something is still to be filled in here. Give it a title of two or three words.
            exercises/01_lending/02_umbrella.rs:2: V110: Something is still to be filled in here. Say what the situation is, what to do, and what is not allowed.
            exercises/01_lending/02_umbrella.rs:4: V110: Something is still to be filled in here. Put your own program here, and take this line out.
            exercises/01_lending/02_umbrella.rs:9: V110: Something is still to be filled in here. Say in a few words where to work.
            exercises/01_lending/02_umbrella.rs:24: V110: Something is still to be filled in here. Name what has to hold, as a sentence, and take this line out.
            info.toml:56: V110: Something is still to be filled in here. Let `tutor verify umbrella --bless` write what your starter shows, then take this line out.
            info.toml:58: V110: Something is still to be filled in here. Say in a sentence why this is not allowed, or take `refuse` out.
            info.toml:60: V110: Something is still to be filled in here. Ask a question that leads to the place.
            info.toml:61: V110: Something is still to be filled in here. Name the place and the rule.
            info.toml:62: V110: Something is still to be filled in here. Show the same thing in another domain, worked out.
            solutions/01_lending/02_umbrella.rs:1: V110: Something is still to be filled in here. Say what the rule protects.
            solutions/01_lending/02_umbrella.rs:2: V110: Something is still to be filled in here. Name the tempting belief, and say why it fails.
            solutions/01_lending/02_umbrella.rs:3: V110: Something is still to be filled in here. Show another way, and what it costs.
            solutions/01_lending/02_umbrella.rs:4: V110: Something is still to be filled in here. Name a page to read, as `rustup doc --book`, chapter 4.
            solutions/01_lending/02_umbrella.rs:6: V110: Something is still to be filled in here. Put your own program here, solved, and take this line out.
            tests/wrong_answers/umbrella/cloned.rs:1: V110: Something is still to be filled in here. Name the belief behind this wrong answer.
            tests/wrong_answers/umbrella/cloned.rs:4: V110: Something is still to be filled in here. Put the laziest wrong answer to your own program here, and take this line out.
        "#]])
        .exit(1)
        .run();
    test.tutor(["verify", "guest_book", "two_pens", "--trust", "--quiet"])
        .below("made")
        .run();
}

#[test]
fn what_follows_is_renumbered_with_all_that_belongs_to_it() {
    let test = Folder::new();
    small_course(&test, "course");
    let before = test.all("course");
    test.tutor([
        "new",
        "01_quay/lend_it",
        "--kind",
        "trace",
        "--after",
        "moor",
    ])
    .below("course/exercises")
    .stdout(&expect![[r#"
        A new exercise of kind trace, 1.2 of "A harbour":
            exercises/01_quay/02_lend_it.rs           the starter
            solutions/01_quay/02_lend_it.rs           the solution
            tests/wrong_answers/lend_it/from_zero.rs  an answer that must be refused
            info.toml                                 its entry
        Another number, to make room:
            02_unload -> 03_unload

        It works as it is. Replace it by your own, line by line: what is missing says `FILL IN:`.
        What is still to be done, with file and line:
            tutor verify lend_it
    "#]])
    .run();
    let bytes_of = |all: &[(String, Vec<u8>)], path: &str| {
        let found = all.iter().find(|(own, _)| own == path);
        found.unwrap_or_else(|| panic!("{path}")).1.clone()
    };
    let after = test.all("course");
    for top in ["exercises", "solutions"] {
        let old = bytes_of(&before, &format!("{top}/01_quay/02_unload.rs"));
        assert_eq!(
            bytes_of(&after, &format!("{top}/01_quay/03_unload.rs")),
            old
        );
        assert!(!test.has(&format!("course/{top}/01_quay/02_unload.rs")));
    }
    let untouched =
        |path: &str| !path.contains("unload") && !path.contains("lend_it") && path != "info.toml";
    let rest = |all: &[(String, Vec<u8>)]| -> Vec<(String, Vec<u8>)> {
        let all = all.iter().filter(|(path, _)| untouched(path));
        all.cloned().collect()
    };
    assert_eq!(rest(&after), rest(&before));
    test.tutor(["list"])
        .below("course")
        .stdout_has(&["01.1  Moor", "01.3  Unload", "02.1  Lift"])
        .run();
}

#[test]
fn a_folder_moves_whole_and_its_first_sight_with_it() {
    let test = Folder::new();
    test.write(
        "course/info.toml",
        "format_version = 2\nid = 'x'\ntitle = 'X'\n[[chapters]]\ndir = '01_x'\ntitle = 'X'\n\
         [[exercises]]\ndir = '01_x'\nname = '01_first'\nkind = 'write'\n\
         [[exercises]]\ndir = '01_x'\nname = '02_house'\nkind = 'write'\n",
    );
    let texts = [
        ("exercises/01_x/01_first.rs", "fn main() {}\n"),
        ("exercises/01_x/02_house/main.rs", "mod rooms;\n"),
        ("exercises/01_x/02_house/rooms.rs", "// rooms\n"),
        ("solutions/01_x/02_house/rooms.rs", "// more rooms\n"),
        (
            ".tutor/first/exercises/01_x/02_house/rooms.rs",
            "// at first\n",
        ),
    ];
    for (path, text) in texts {
        test.write(&format!("course/{path}"), text);
    }
    test.tutor(["new", "1/yard", "--kind", "write", "--after", "1.1"])
        .below("course")
        .stdout_has(&["    02_house -> 03_house"])
        .run();
    for (path, text) in texts {
        let path = path.replace("02_house", "03_house");
        assert_eq!(test.read(&format!("course/{path}")), text, "{path}");
    }
    assert_eq!(
        test.names("course/exercises/01_x"),
        ["01_first.rs", "02_yard.rs", "03_house"]
    );
    assert_eq!(
        test.names("course/solutions/01_x"),
        ["02_yard.rs", "03_house"]
    );
}

#[test]
fn nothing_is_written_over() {
    let test = new_course();
    test.write("made/solutions/01_lending/03_umbrella.rs", "mine\n");
    test.write("made/tests/wrong_answers/umbrella/cloned.rs", "mine too\n");
    let before = test.all("made");
    test.tutor(["new", "1/umbrella", "--kind", "fix"])
        .below("made")
        .stderr(&expect![[r#"
            These files are there already. Nothing was written.
                solutions/01_lending/03_umbrella.rs
                tests/wrong_answers/umbrella/cloned.rs
            Move them away, or choose another name.
        "#]])
        .exit(2)
        .run();
    assert_eq!(test.all("made"), before);
}

#[test]
fn a_fault_in_the_middle_leaves_everything_as_it_was() {
    let test = new_course();
    // A file where a folder has to be made: the last but one step fails.
    let answers = test.all("made/tests");
    std::fs::remove_dir_all(test.at("made/tests")).expect("it can be removed");
    test.write("made/tests", "no folder\n");
    let before = test.all("made");
    assert!(!answers.is_empty());
    test.tutor([
        "new",
        "1/umbrella",
        "--kind",
        "fix",
        "--after",
        "guest_book",
    ])
    .below("made")
    .stderr_has(&["tutor could not write tests/wrong_answers/umbrella/cloned.rs"])
    .exit(4)
    .run();
    assert_eq!(test.all("made"), before);
    test.tutor(["list"])
        .below("made")
        .stdout_has(&["01.2  Two pens"])
        .run();
}

#[test]
fn a_manifest_with_the_line_ends_of_windows_keeps_them() {
    let test = new_course();
    let windows = test.read("made/info.toml").replace('\n', "\r\n");
    test.write("made/info.toml", &windows);
    test.tutor([
        "new",
        "1/umbrella",
        "--kind",
        "write",
        "--after",
        "guest_book",
    ])
    .below("made")
    .any_output()
    .run();
    for path in ["info.toml", "exercises/01_lending/02_umbrella.rs"] {
        let text = test.read(&format!("made/{path}"));
        assert_eq!(
            text.matches('\n').count(),
            text.matches("\r\n").count(),
            "{path}"
        );
    }
    let found = verified(&test, "made", 1);
    assert!(
        found.iter().all(|line| line.contains(": V110: ")),
        "{found:#?}"
    );
}

#[test]
fn a_chapter_with_a_manifest_of_its_own_gets_its_entries_there() {
    let test = Folder::new();
    test.write(
        "made/info.toml",
        "format_version = 2\nid = 'x'\ntitle = 'X'\n[[chapters]]\ndir = '01_a'\ntitle = 'A'\n",
    );
    test.write("made/exercises/01_a/README.md", "# A\n");
    // A course without exercises cannot be read, and may begin all the same.
    test.tutor(["new", "01_a/first", "--kind", "write"])
        .below("made")
        .stdout_has(&["info.toml  "])
        .run();
    let text = test.read("made/info.toml");
    let entry = &text[text.find("[[exercises]]").expect("it is there")..];
    test.write(
        "made/exercises/01_a/info.toml",
        entry.replace("dir = \"01_a\"\n", ""),
    );
    test.write("made/info.toml", text.replace(entry, ""));
    test.tutor(["new", "01_a/second", "--kind", "write"])
        .below("made")
        .stdout_has(&["exercises/01_a/info.toml  "])
        .run();
    test.tutor(["new", "02_b/third", "--kind", "write"])
        .below("made")
        .stdout_has(&["exercises/02_b/info.toml  ", "info.toml                "])
        .run();
    assert!(!test.read("made/exercises/01_a/info.toml").contains("dir ="));
    assert!(!test.read("made/info.toml").contains("[[exercises]]"));
    test.tutor(["list"])
        .below("made")
        .stdout_has(&["01.1", "01.2", "02.1"])
        .run();
}

#[test]
fn what_makes_no_sense_is_said_and_nothing_is_written() {
    let test = learners_folder();
    let before = test.all(".");
    let told = |below: &'static str, args: &[&'static str]| {
        let call = test.tutor(args.iter().copied()).below(below);
        call.any_output().exit(2).run().stderr + "\n"
    };
    let all = [
        told(".", &["new"]),
        told("learn", &["new", "01_quay/lend_it", "--kind", "fix"]),
        told("course", &["new", "lend_it", "--kind", "fix"]),
        told("course", &["new", "02_lend_it", "--kind", "trace"]),
        told("course", &["new", "02_crane", "--kind", "trace"]),
        told("course", &["new", "01_quay/moor", "--kind", "fix"]),
        told("course", &["new", "01_kay/lend_it", "--kind", "fix"]),
        told("course", &["new", "01_quay/a/b", "--kind", "fix"]),
        told(
            "course",
            &[
                "new",
                "01_quay/lend_it",
                "--kind",
                "fix",
                "--after",
                "moors",
            ],
        ),
        told(
            "course",
            &[
                "new",
                "01_quay/lend_it",
                "--kind",
                "fix",
                "--after",
                "crane",
            ],
        ),
    ];
    expect![[r#"
        Say what is to be begun, an exercise or a whole course:
            tutor new 03_ownership/lend_it --kind fix
            tutor new --course my-course

        This folder is a learner's folder. Exercises are written in the folder of a course:
            tutor new 03_ownership/lend_it --kind fix --course path/to/course
        To begin a course of your own:
            tutor new --course my-course

        Say in which chapter, as in
            tutor new 02_crane/lend_it --kind fix

        Say in which chapter, as in
            tutor new 02_crane/lend_it --kind trace

        02_crane is a chapter. Say how the exercise is called, as in
            tutor new 02_crane/lend_it --kind trace

        The name `moor` is taken. Nothing was written.
        The exercise in info.toml:12 has it already: choose another.

        Chapter 1 is `01_quay` already. Nothing was written.
        Write that one, or a number that is free for a new chapter.

        The name `a/b` has a sign that is not a to z, 0 to 9 or _. Nothing was written.
        Write it like `handed_over`: lower-case words, without a number.

        There is no exercise `moors`. Did you mean `moor`?

        `crane` means 2 exercises. Name the one that the new one follows.

    "#]]
    .assert_eq(&all.concat());
    assert_eq!(test.all("."), before);
    test.write("course/info.toml", "format_version = 2\n");
    test.tutor(["new", "01_quay/lend_it", "--kind", "fix"])
        .below("course")
        .stderr_has(&["info.toml:1: "])
        .exit(3)
        .run();
}
