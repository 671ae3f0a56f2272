//! The command line itself: help, slips, and being called where there is no course.

mod support;

use expect_test::expect;
use support::Folder;

#[test]
fn help_names_the_commands_that_there_are() {
    let test = Folder::new();
    let help = test.tutor(["--help"]).any_output().run().stdout;
    // clap leaves blanks at the ends of some lines.
    let lines: Vec<&str> = help.lines().map(str::trim_end).collect();
    expect![[r#"
        Learn Rust one refusal at a time, in your own editor

        Usage: tutor [OPTIONS] [COMMAND]

        Commands:
          watch        Work through the course: every save is checked (also with no command at all)
          init         Write a folder to learn in
          check        Check exercises once: the current one, or those that are named
          list         Show all exercises and what is done; in a terminal, to find one as you type and to go
                       there
          hint         Show the next hint
          solution     Show our solution, its note, and how yours differs
          explain      Explain an error code in rustc's own words
          go           Go to an exercise
          next         Go on to the next exercise; one that is not done is skipped for now
          prev         Go back to the exercise before
          reset        Put an exercise back as it was; what you wrote is kept
          verify       Prove that a course is sound: every starter, solution and answer of it (for
                       instructors and CI)
          new          Begin an exercise of a course, or a whole course (for instructors)
          progress     Show what is done: chapters, the last weeks, the errors met most
          review       Ask again what you have mended: which line will the compiler refuse? (after 1, 3, 7
                       and 21 days)
          doctor       See whether this machine has what tutor needs, by compiling, linking and running a
                       program
          completions  Print the completions for a shell
          help         Print this message or the help of the given subcommand(s)

        Options:
              --course <DIR>
                  The course or learner's folder [default: the one that the current folder lies in]

              --plain
                  Plain blocks of text, as in a pipe: no full screen, no colours

          -q, --quiet
                  Only what was asked for: no advice, no notices

              --trust
                  Let a course that is not built in run its code and build its dependencies

              --color <WHEN>
                  When to use colours; auto: in a terminal, unless NO_COLOR is set

                  [default: auto]
                  [possible values: auto, always, never]

          -h, --help
                  Print help (see a summary with '-h')

          -V, --version
                  Print version

        An EXERCISE is named by its short name (handed_over), by its number (3.2), by its chapter and name
        (ownership/handed_over), or by any beginning that fits only one. Where several make sense, a whole
        chapter (3, ownership) or a range of chapters (3-4) will do.

        States: todo, done, skipped (passed over; it comes again at the end).

        Exit codes:
            0  passed, or done as asked
            1  not yet, or unclear; or the course is unsound
            2  the command line makes no sense
            3  no course here, or one that cannot be read
            4  broken: the toolchain or the machine lacks something
          130  interrupted
    "#]].assert_eq(&(lines.join("\n") + "\n"));
}

#[test]
fn an_unknown_command_is_a_usage_error_with_a_suggestion() {
    let test = Folder::new();
    test.tutor(["lsit"])
        .stderr(&expect![[r#"
            error: unrecognized subcommand 'lsit'

              tip: a similar subcommand exists: 'list'

            Usage: tutor [OPTIONS] [COMMAND]

            For more information, try '--help'.
        "#]])
        .exit(2)
        .run();
}

#[test]
fn without_a_course_one_screen_says_what_to_do() {
    let test = Folder::new();
    let screen = expect![[r#"
        There is no course in this folder, nor in a folder above it.

        To begin with the course that comes with tutor:
            tutor init
            cd rust-tutor
            tutor

        If you have a folder already, go there, or name it:
            tutor --course DIR
    "#]];
    for words in [
        &[][..],
        &["list"],
        &["check"],
        &["hint", "x"],
        &["reset", "x"],
    ] {
        test.tutor(words.iter().copied())
            .stderr(&screen)
            .exit(3)
            .run();
    }
}

#[test]
fn a_folder_named_by_hand_is_taken_at_its_word() {
    let test = Folder::new();
    test.write("empty/x", "");
    test.tutor(["list", "--course", "empty"])
        .stderr(&expect![[r#"
            There is no course in empty.

            To begin with the course that comes with tutor:
                tutor init
                cd rust-tutor
                tutor

            If you have a folder already, go there, or name it:
                tutor --course DIR
        "#]])
        .exit(3)
        .run();
    test.tutor(["list", "--course", "nowhere"])
        .stderr(&expect![[r#"
            There is no course in nowhere.

            To begin with the course that comes with tutor:
                tutor init
                cd rust-tutor
                tutor

            If you have a folder already, go there, or name it:
                tutor --course DIR
        "#]])
        .exit(3)
        .run();
}

#[test]
fn a_course_with_faults_says_all_of_them() {
    let test = Folder::new();
    support::small_course(&test, "course");
    let info = test.read("course/info.toml");
    let broken = info
        .replace("kind = \"write\"", "kind = \"wirte\"")
        .replace("name = \"01_lift\"", "name = \"01_left\"");
    test.write("course/info.toml", broken);
    test.tutor(["list"])
        .below("course")
        .stderr(&expect![[r#"
            The course in this folder has 2 faults:

              info.toml:22: there is no kind `wirte`
                  did you mean "write"?
              info.toml:26: there is no file `exercises/02_crane/01_left.rs`
                  write the file, or mend the name
        "#]])
        .exit(3)
        .run();
}

#[test]
fn completions_are_a_script_that_knows_the_commands() {
    let test = Folder::new();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let output = test.tutor(["completions", shell]).any_output().run();
        assert!(output.stdout.contains("reset"), "{shell}");
    }
}

#[test]
fn a_pipe_gets_no_escape_codes_unless_it_is_asked_for_them() {
    let test = support::learners_folder();
    let list = |words: &[&'static str], env: &[(&str, &str)]| {
        let words = ["list"].iter().chain(words).copied();
        let call = test.tutor(words).below("learn").any_output();
        let call = env
            .iter()
            .fold(call, |call, (name, value)| call.env(name, value));
        call.run().stdout.contains('\u{1b}')
    };
    assert!(!list(&[], &[]));
    assert!(!list(&[], &[("TERM", "xterm-256color")]));
    assert!(list(&["--color", "always"], &[("NO_COLOR", "1")]));
    assert!(list(&[], &[("CLICOLOR_FORCE", "1")]));
    assert!(!list(&["--plain"], &[("CLICOLOR_FORCE", "1")]));
    assert!(!list(&["--color", "never"], &[("CLICOLOR_FORCE", "1")]));
    assert!(!list(&[], &[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")]));
}

#[test]
fn what_a_course_says_cannot_drive_the_terminal() {
    let test = Folder::new();
    support::small_course(&test, "course");
    let evil = support::starter("\u{1b}]52;c;aGk=\u{7}\u{1b}[2J\u{202e}Moor");
    test.write("course/exercises/01_quay/01_moor.rs", evil);
    let info = test.read("course/info.toml");
    let hint = "\"Who \\u001b[31m has it?\"";
    test.write(
        "course/info.toml",
        info.replace("'Who has the ship?'", hint),
    );
    for words in [
        &["list"][..],
        &["hint"],
        &["go", "moor"],
        &["list", "--color", "always"],
    ] {
        let output = test
            .tutor(words.iter().copied())
            .below("course")
            .any_output()
            .run();
        for foreign in [
            "\u{1b}]",
            "\u{1b}[2J",
            "\u{7}",
            "\u{202e}",
            "\u{1b}[31m has",
        ] {
            assert!(
                !output.stdout.contains(foreign),
                "{words:?}: {:?}",
                output.stdout
            );
        }
    }
}

#[cfg(unix)]
#[test]
fn what_reads_only_the_beginning_of_a_list_is_no_trouble() {
    let test = support::learners_folder();
    let tutor = env!("CARGO_BIN_EXE_tutor");
    let script = format!("'{tutor}' list | head -c 1 >/dev/null; echo \"${{PIPESTATUS[0]}}\"");
    let (stdout, stderr) = test.bash("learn", &script);
    assert_eq!((stdout.as_str(), stderr.as_str()), ("0\n", ""));
}
