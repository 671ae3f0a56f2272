//! The learner's environment cannot change a verdict.

use std::fmt::Write;

use crate::ferry::{self, FARE_FILE, GOOD, SPEED, SPEED_FILE, TICKET_FILE, fare_with};
use crate::support::Folder;

/// One right, one wrong, one that only clippy objects to: every way in which a verdict could move.
fn work() -> Folder {
    let folder = ferry::work();
    folder.write(FARE_FILE, fare_with(GOOD));
    folder.write(TICKET_FILE, ferry::TICKET.replace("island", "lighthouse"));
    folder.write(SPEED_FILE, SPEED.replace("knots * 2", "2 * knots"));
    folder
}

/// Verdicts and reasons, without durations.
fn verdicts(folder: &Folder, env: &[(&str, &str)]) -> String {
    let words = ["check", "--all", "--trust", "--format", "csv"];
    let mut call = folder.tutor(words).below("work").any_output().exit(1);
    for (name, value) in env {
        call = call.env(name, value);
    }
    let output = call.run();
    let mut found = String::new();
    for row in output.stdout.lines() {
        let row = row.rsplit_once(',').map_or(row, |(row, _)| row);
        writeln!(found, "{row}").expect("text");
    }
    found
}

#[test]
fn a_hostile_environment_changes_no_verdict() {
    let folder = work();
    let usual = verdicts(&folder, &[]);
    assert!(usual.contains("fare,1.1,write,todo,passed"), "{usual}");
    assert!(usual.contains("ticket,1.2,fix,todo,not_yet,18"), "{usual}");
    assert!(usual.contains("speed,2.1,lint,todo,not_yet,6"), "{usual}");
    folder.write(
        "elsewhere/clippy.toml",
        "too-many-lines-threshold = 0\nmsrv = \"0.1.0\"\n",
    );
    let elsewhere = folder.at("elsewhere").display().to_string();
    let hostile: [&[(&str, &str)]; 15] = [
        &[("RUSTFLAGS", "-D warnings -C linker=/nowhere/cc")],
        &[
            ("CARGO_ENCODED_RUSTFLAGS", "-C\u{1f}linker=/nowhere/cc"),
            ("CARGO_BUILD_RUSTFLAGS", "-D warnings"),
        ],
        &[("CARGO_BUILD_TARGET", "wasm32-unknown-unknown")],
        &[("CARGO_TARGET_DIR", &elsewhere), ("CARGO_INCREMENTAL", "1")],
        &[
            ("RUSTC_WRAPPER", "/nowhere/sccache"),
            ("RUSTC_WORKSPACE_WRAPPER", "/nowhere/wrapper"),
        ],
        &[("RUSTC", "/nowhere/rustc"), ("CARGO", "/nowhere/cargo")],
        &[
            ("RUST_TEST_THREADS", "0"),
            ("RUST_TEST_NOCAPTURE", "1"),
            ("RUST_TEST_SHUFFLE", "1"),
        ],
        &[("RUSTC_BOOTSTRAP", "1"), ("RUSTC_LOG", "debug")],
        &[(
            "CLIPPY_ARGS",
            "-D__CLIPPY_HACKERY__clippy::all__CLIPPY_HACKERY__",
        )],
        &[
            ("CLIPPY_CONF_DIR", &elsewhere),
            ("CLIPPY_DISABLE_DOCS_LINKS", "1"),
        ],
        &[
            ("RUST_BACKTRACE", "full"),
            ("RUST_LIB_BACKTRACE", "1"),
            ("RUST_MIN_STACK", "1"),
        ],
        &[
            ("RUST_LOG", "trace"),
            ("RUST_SAVE_ANALYSIS_CONFIG", "{}"),
            ("SYSROOT", "/nowhere"),
        ],
        &[
            ("DYLD_LIBRARY_PATH", &elsewhere),
            ("DYLD_INSERT_LIBRARIES", "/nowhere/lib.dylib"),
            ("LD_LIBRARY_PATH", &elsewhere),
        ],
        &[
            ("LANG", "de_DE.UTF-8"),
            ("LC_ALL", "tr_TR.UTF-8"),
            ("TERM", "dumb"),
            ("COLUMNS", "7"),
        ],
        &[
            ("CC", "/nowhere/cc"),
            ("TMPDIR", "/nowhere"),
            ("CARGO_PROFILE_DEV_OPT_LEVEL", "3"),
            ("RUSTDOCFLAGS", "-D warnings"),
        ],
    ];
    for env in hostile {
        assert_eq!(verdicts(&folder, env), usual, "{env:?}");
    }
}

#[test]
fn files_around_the_course_change_no_verdict() {
    let folder = work();
    let usual = verdicts(&folder, &[]);
    for above in ["", "work/"] {
        let write = |path: &str, text: &str| folder.write(&format!("{above}{path}"), text);
        write(
            ".cargo/config.toml",
            "[build]\nrustc-wrapper = \"/nowhere/sccache\"\ntarget = \"wasm32-unknown-unknown\"\nrustflags = [\"-D\", \"warnings\"]\n",
        );
        write("clippy.toml", "too-many-arguments-threshold = 0\n");
        write(".clippy.toml", "cognitive-complexity-threshold = 0\n");
        write("rustfmt.toml", "edition = \"2015\"\n");
        write("Cargo.lock", "not a lock\n");
    }
    folder.write(
        "Cargo.toml",
        "[workspace]\nmembers = [\"work\"]\n[workspace.lints.rust]\nwarnings = \"forbid\"\n",
    );
    assert_eq!(verdicts(&folder, &[]), usual);
}

#[test]
fn a_secret_in_the_environment_does_not_reach_an_answer() {
    let folder = ferry::work();
    let body = format!(
        "    assert!(std::env::var_os(\"TOKEN\").is_none() && option_env!(\"TOKEN\").is_none());\n{GOOD}"
    );
    folder.write(FARE_FILE, fare_with(&body));
    let words = ["check", "fare", "--trust"];
    let call = folder.tutor(words).below("work").env("TOKEN", "secret");
    call.any_output().run();
}
