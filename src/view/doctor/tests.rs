use expect_test::{Expect, expect};

use super::*;

fn healthy() -> Examination {
    Examination {
        unheard_pin: None,
        machine: Machine {
            packages: Packages::Apt,
            rustup: true,
        },
        rust: Ok(Rust {
            release: "1.95.0".into(),
            rustc: "/home/ada/.rustup/toolchains/stable-x86_64-unknown-linux-gnu/bin/rustc".into(),
            needs: None,
            clippy: true,
            rustfmt: true,
            cargo: true,
        }),
        trial: Some(Trial::Works(Duration::from_millis(140))),
        folder: Folder {
            shown: "/home/ada/rust-tutor".into(),
            course: Course::Read(Membership::Member {
                target: "handed_over".into(),
            }),
            writable: Ok(()),
            free: Some(12 << 30),
            saves: Some(Saves::Heard(Duration::from_millis(3))),
        },
        analyzer: Some("rust-analyzer 1.95.0".into()),
        editor: Some("hx".into()),
        terminal: Terminal {
            full: true,
            columns: 100,
            rows: 30,
            colour: true,
            links: false,
        },
    }
}

#[track_caller]
fn check(examination: &Examination, sound: bool, expected: Expect) {
    let mut text = String::new();
    for line in lines(examination, 80) {
        assert!(line.width() <= 80, "{}", line.text());
        // Every line begins with a blank, which the literals below do without.
        let line = line.text();
        text.push_str(line.strip_prefix(' ').unwrap_or(&line));
        text.push('\n');
    }
    expected.assert_eq(&text);
    assert_eq!(is_sound(examination), sound);
}

#[test]
fn a_healthy_machine_is_told_in_one_line_for_each_thing() {
    check(
        &healthy(),
        true,
        expect![[r#"
             ok       Rust 1.95.0                      ..x86_64-unknown-linux-gnu/bin/rustc
             ok       clippy
             ok       cargo
             ok       rustfmt
             ok       a program compiles, links, runs  in 0.14 s
             ok       the folder can be written to     /home/ada/rust-tutor
             ok       room on the disk                 12 GB
             ok       a save is noticed                after 3 ms
             ok       your editor knows this exercise  as `handed_over` in Cargo.toml
             ok       rust-analyzer                    rust-analyzer 1.95.0
             ok       the key `o` opens files in       hx
             ok       the terminal                     100 x 30, colours

             Everything that tutor needs is here.
        "#]],
    );
}

#[test]
fn what_is_missing_is_named_with_the_command_for_this_system() {
    let mut ill = healthy();
    if let Ok(rust) = &mut ill.rust {
        rust.clippy = false;
        rust.rustfmt = false;
    }
    ill.trial = Some(Trial::NoLinker("error: linker `cc` not found".into()));
    ill.analyzer = None;
    ill.editor = None;
    check(
        &ill,
        false,
        expect![[r#"
             ok       Rust 1.95.0                      ..x86_64-unknown-linux-gnu/bin/rustc
             MISSING  clippy is not installed. Without it, exercises about style are
                      skipped.
                          rustup component add clippy
             ok       cargo
             note     rustfmt is not installed: it lays programs out as Rust's own style
                      wants them.
                          rustup component add rustfmt
             MISSING  There is no linker, the program that puts the parts of a program
                      together.
                          sudo apt install build-essential
                          error: linker `cc` not found
             ok       the folder can be written to     /home/ada/rust-tutor
             ok       room on the disk                 12 GB
             ok       a save is noticed                after 3 ms
             ok       your editor knows this exercise  as `handed_over` in Cargo.toml
             note     rust-analyzer is not installed. tutor does without it; an editor
                      shows errors as you type only with it. VS Code and its relatives
                      bring their own.
                          rustup component add rust-analyzer
             note     tutor does not know your editor. To open files with the key `o`, set
                      EDITOR, as in `export EDITOR=nano`.
             ok       the terminal                     100 x 30, colours

             2 things are in the way. When they are mended, call `tutor doctor` again.
        "#]],
    );
}

#[test]
fn a_machine_without_rust_has_nothing_to_try() {
    let mut bare = healthy();
    bare.rust = Err(Fault {
        what: "Rust is not installed here: there is no `rustc` on your PATH.".into(),
        remedy: "Install it from https://rustup.rs.".into(),
        detail: String::new(),
    });
    bare.trial = None;
    bare.analyzer = None;
    bare.folder.course = Course::None;
    check(
        &bare,
        false,
        expect![[r#"
             MISSING  Rust is not installed here: there is no `rustc` on your PATH. Install
                      it from https://rustup.rs.
             note     There is no course in this folder. `tutor init` writes one; called
                      there, `tutor doctor` looks at more.
             ok       the folder can be written to     /home/ada/rust-tutor
             ok       room on the disk                 12 GB
             ok       a save is noticed                after 3 ms
             note     rust-analyzer is not installed. tutor does without it; an editor
                      shows errors as you type only with it. VS Code and its relatives
                      bring their own.
                          rustup component add rust-analyzer
             ok       the key `o` opens files in       hx
             ok       the terminal                     100 x 30, colours

             1 thing is in the way. When it is mended, call `tutor doctor` again.
        "#]],
    );
}

#[test]
fn a_folder_that_cannot_be_used_is_told_of() {
    let mut bad = healthy();
    bad.folder.writable = Err("the disk can only be read".into());
    bad.folder.free = Some(3 << 20);
    bad.folder.saves = None;
    bad.folder.course = Course::Unreadable;
    bad.terminal.full = false;
    check(
        &bad,
        false,
        expect![[r#"
             ok       Rust 1.95.0                      ..x86_64-unknown-linux-gnu/bin/rustc
             ok       clippy
             ok       cargo
             ok       rustfmt
             ok       a program compiles, links, runs  in 0.14 s
             TROUBLE  The course in this folder cannot be read. `tutor list` says why.
             TROUBLE  The folder /home/ada/rust-tutor cannot be written to: the disk can
                      only be read. What you do would not be remembered.
             TROUBLE  There are only 3 MB left on the disk. Free some space: a check needs
                      some.
             ok       rust-analyzer                    rust-analyzer 1.95.0
             ok       the key `o` opens files in       hx
             note     This is no terminal in which a screen can be drawn. tutor prints
                      plain lines here.

             3 things are in the way. When they are mended, call `tutor doctor` again.
        "#]],
    );
}

#[test]
fn what_only_an_editor_lacks_is_no_fault_of_the_machine() {
    let mut odd = healthy();
    odd.folder.course = Course::Read(Membership::Unreadable(
        "error: failed to parse manifest\u{1b}[2J".into(),
    ));
    odd.folder.saves = Some(Saves::Looked(
        "this disk (9p) does not tell of all changes".into(),
    ));
    check(
        &odd,
        true,
        expect![[r#"
             ok       Rust 1.95.0                      ..x86_64-unknown-linux-gnu/bin/rustc
             ok       clippy
             ok       cargo
             ok       rustfmt
             ok       a program compiles, links, runs  in 0.14 s
             ok       the folder can be written to     /home/ada/rust-tutor
             ok       room on the disk                 12 GB
             note     Saves are found by looking at the files every now and then: this disk
                      (9p) does not tell of all changes. That works too, a little later.
             note     Cargo cannot read the Cargo.toml of this folder: your editor shows no
                      errors. Starting `tutor` writes it anew.
                          error: failed to parse manifest\u{1b}[2J
             ok       rust-analyzer                    rust-analyzer 1.95.0
             ok       the key `o` opens files in       hx
             ok       the terminal                     100 x 30, colours

             Everything that tutor needs is here.
        "#]],
    );
    odd.folder.course = Course::Read(Membership::Stranger);
    assert!(is_sound(&odd));
    odd.folder.course = Course::Read(Membership::Hidden);
    assert!(is_sound(&odd));
}

#[test]
fn an_old_compiler_and_a_program_that_does_not_run_are_missing_things() {
    let mut old = healthy();
    if let Ok(rust) = &mut old.rust {
        rust.release = "1.63.0".into();
        rust.needs = Some("1.95");
    }
    old.trial = Some(Trial::NotRun("the system does not let hello start".into()));
    check(
        &old,
        false,
        expect![[r#"
             TROUBLE  Rust 1.63.0 is here, but tutor needs 1.95 or newer.
                          rustup update
             ok       clippy
             ok       cargo
             ok       rustfmt
             TROUBLE  A small program compiles, but does not run. A virus scanner, or a
                      disk on which nothing may be run, can be the cause.
                          the system does not let hello start
             ok       the folder can be written to     /home/ada/rust-tutor
             ok       room on the disk                 12 GB
             ok       a save is noticed                after 3 ms
             ok       your editor knows this exercise  as `handed_over` in Cargo.toml
             ok       rust-analyzer                    rust-analyzer 1.95.0
             ok       the key `o` opens files in       hx
             ok       the terminal                     100 x 30, colours

             2 things are in the way. When they are mended, call `tutor doctor` again.
        "#]],
    );
}
