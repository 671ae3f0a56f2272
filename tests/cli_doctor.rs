//! `tutor doctor` on real and on crippled toolchains.
#![cfg(unix)]

mod support;

use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use support::{Folder, learners_folder};

/// The toolchain that these tests are compiled with.
fn sysroot() -> PathBuf {
    let said = Command::new("rustc").args(["--print", "sysroot"]).output();
    let said = said.expect("rustc runs").stdout;
    PathBuf::from(String::from_utf8(said).expect("a path").trim_end())
}

/// A toolchain in which only these programs are, and a search path with nothing else on it. Gives that path.
fn toolchain_with(test: &Folder, programs: &[&str]) -> String {
    let (real, ours) = (sysroot(), test.at("rust"));
    std::fs::create_dir_all(ours.join("bin")).expect("a folder");
    symlink(real.join("lib"), ours.join("lib")).expect("a link");
    for program in programs {
        link(
            &real.join("bin").join(program),
            &ours.join("bin").join(program),
        );
    }
    // The compiler would say where it really lies.
    let rustc = format!(
        "#!/bin/sh\nif [ \"$*\" = '--print sysroot' ]; then echo '{0}'; else exec '{0}/bin/rustc' \"$@\"; fi\n",
        ours.display()
    );
    test.write("path/rustc", rustc);
    executable(&test.at("path/rustc"));
    test.at("path").display().to_string()
}

fn link(from: &Path, to: &Path) {
    symlink(from, to).unwrap_or_else(|why| panic!("{}: {why}", to.display()));
}

fn executable(path: &Path) {
    use std::os::unix::fs::PermissionsExt;
    let mode = std::fs::Permissions::from_mode(0o755);
    std::fs::set_permissions(path, mode).expect("a mode");
}

#[test]
fn a_machine_that_runs_these_tests_has_what_tutor_needs() {
    let test = learners_folder();
    let said = test
        .tutor(["doctor"])
        .below("learn/exercises")
        .stdout_has(&[
            " ok       Rust ",
            "\n ok       clippy\n",
            "\n ok       a program compiles, links, runs  in ",
            "\n ok       the folder can be written to     [HERE]/learn\n",
            "\n ok       a save is noticed ",
            "\n ok       your editor knows this exercise  as `moor` in Cargo.toml\n",
            "\n Everything that tutor needs is here.\n",
        ])
        .run();
    assert!(!said.stdout.contains('\u{1b}'), "{}", said.stdout);
    assert!(said.stdout.lines().all(|line| line.chars().count() <= 80));
    let left: Vec<String> = test.names("learn/.tutor");
    assert!(left.iter().all(|name| !name.contains("doctor")), "{left:?}");
    assert_eq!(test.names("learn/.tutor/build"), Vec::<String>::new());
}

#[test]
fn without_rust_there_is_one_thing_to_do() {
    let test = Folder::new();
    test.tutor(["doctor"])
        .env("PATH", "/nowhere")
        .stdout_has(&[
            " MISSING  Rust is not installed here: there is no `rustc` on your PATH.",
            "https://sh.rustup.rs",
            "\n note     There is no course in this folder.",
            "\n 1 thing is in the way. When it is mended, call `tutor doctor` again.\n",
        ])
        .exit(4)
        .run();
    assert!(test.all("").is_empty(), "nothing is left behind");
}

#[test]
fn without_a_linker_the_linker_is_named_and_not_the_compiler() {
    let test = learners_folder();
    let path = toolchain_with(&test, &["rustc", "clippy-driver", "cargo", "rustfmt"]);
    test.tutor(["doctor"])
        .below("learn")
        .env("PATH", &path)
        .stdout_has(&[
            "\n ok       clippy\n",
            "\n MISSING  There is no linker, the program that puts the parts of a program\n          together.\n",
            "linker `",
            "\n 1 thing is in the way.",
        ])
        .exit(4)
        .run();
}

#[test]
fn without_clippy_the_rest_is_looked_at_all_the_same() {
    let test = learners_folder();
    let path = toolchain_with(&test, &["rustc"]);
    let usual = std::env::var("PATH").unwrap_or_default();
    test.tutor(["doctor"])
        .below("learn")
        .env("PATH", &format!("{path}:{usual}"))
        .stdout_has(&[
            "\n MISSING  clippy is not installed.",
            "\n note     cargo is not installed:",
            "\n note     rustfmt is not installed:",
            "\n ok       a program compiles, links, runs  in ",
            "\n note     Without cargo, your editor shows no errors.",
            "\n 1 thing is in the way.",
        ])
        .exit(4)
        .run();
}

#[test]
fn a_prediction_is_kept_from_the_editor_and_a_broken_manifest_is_told_of() {
    let test = learners_folder();
    let doctor = |expected: &str| {
        test.tutor(["doctor"])
            .below("learn")
            .stdout_has(&[expected])
            .run();
    };
    test.tutor(["go", "lower"])
        .below("learn")
        .any_output()
        .run();
    doctor("\n ok       your editor is told nothing      the exercise is a prediction\n");
    test.tutor(["go", "lift"]).below("learn").any_output().run();
    test.write("learn/Cargo.toml", "no TOML at all");
    doctor("\n note     Cargo cannot read the Cargo.toml of this folder:");
    test.remove("learn/Cargo.toml");
    doctor("\n note     The current exercise belongs to no Cargo.toml:");
}

#[test]
fn a_course_that_cannot_be_read_is_in_the_way() {
    let test = learners_folder();
    test.write("learn/.tutor/course/info.toml", "format_version = 2\n");
    test.tutor(["doctor"])
        .below("learn")
        .stdout_has(&["\n TROUBLE  The course in this folder cannot be read."])
        .exit(4)
        .run();
}

#[test]
#[expect(clippy::print_stderr, reason = "what is skipped is said")]
fn a_folder_chooses_no_compiler_before_a_yes() {
    let test = learners_folder();
    for program in ["rustc", "rust-analyzer"] {
        let text = format!(
            "#!/bin/sh\necho {program} >> '{}'\nexec '{}' \"$@\"\n",
            test.at("trace").display(),
            sysroot().join("bin").join(program).display()
        );
        let place = format!("evil/bin/{program}");
        test.write(&place, text);
        executable(&test.at(&place));
    }
    let pin = format!("[toolchain]\npath = \"{}\"\n", test.at("evil").display());
    test.write("learn/rust-toolchain.toml", pin);
    // Cargo has other ways to name a compiler.
    let config = format!(
        "[build]\nrustc = \"{0}\"\nrustc-wrapper = \"{0}\"\n",
        test.at("evil/bin/rustc").display()
    );
    test.write("learn/.cargo/config.toml", config);
    let call = |words: &[&'static str]| {
        let call = test.tutor(words.iter().copied()).below("learn");
        call.any_output().told()
    };
    let note = "learn/rust-toolchain.toml chooses a toolchain";
    let (said, _) = call(&["doctor"]);
    let one_line = said.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(one_line.contains(note), "{said}");
    let (said, _) = call(&["explain", "E0382"]);
    assert!(said.contains("E0382   in rustc's own words"), "{said}");
    assert!(!test.has("trace"), "{}", test.read("trace"));

    // With a yes the choice counts, if there is a rustup that follows it.
    let (said, _) = call(&["explain", "E0382", "--trust"]);
    assert!(said.contains("E0382   in rustc's own words"), "{said}");
    if !test.has("trace") {
        eprintln!("SKIPPED: no rustup here, so no file chooses a compiler");
        return;
    }
    let (said, _) = call(&["doctor", "--trust"]);
    assert!(!said.contains("chooses a toolchain"), "{said}");
}
