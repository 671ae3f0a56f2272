//! Exercises with crates of others: built once by cargo, from the course's lock file; skipped where they cannot be had.
//! The crates lie in the course, so that nothing is asked of a registry.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;
use tutor::check::verdict::Verdict;
use tutor::system::process::Cancel;
use tutor::system::toolchain::{self, Toolchain};

use crate::lab::{self, Lab, reasons};

const INFO: &str = r#"format_version = 2
id = "coast"
title = "A coast"

[build]
dependencies = { tide-table = { path = "exercises/tide" } }

[[chapters]]
dir = "01_shore"
title = "Shore"

[[exercises]]
dir = "01_shore"
name = "01_high_water"
kind = "fix"
starts = [{ fails = "it_is_high" }]
needs = ["crate:tide-table"]
hint = "How high?"

[[exercises]]
dir = "01_shore"
name = "02_dry_land"
kind = "fix"
starts = [{ fails = "it_is_dry" }]
hint = "How dry?"

[[exercises]]
dir = "01_shore"
name = "03_far_away"
kind = "fix"
starts = []
needs = ["wasm32"]
hint = "How far?"
"#;

const LOCK: &str = r#"version = 4

[[package]]
name = "exercises"
version = "0.0.0"
dependencies = [
 "tide-table",
]

[[package]]
name = "moon"
version = "0.1.0"

[[package]]
name = "tide-table"
version = "0.1.0"
dependencies = [
 "moon",
]
"#;

const HIGH: &str = "//! High water\n\nfn high() -> u32 {\n    tide_table::high()\n}\n";
const DRY: &str = "//! Dry land\n\nfn dry() -> bool {\n    true\n}\n";

/// A course folder, and one to build in.
struct Coast {
    folder: TempDir,
}

impl Coast {
    fn new() -> Coast {
        let coast = Coast {
            folder: tempfile::tempdir().expect("a folder"),
        };
        let tests = |name: &str, holds: &str| {
            format!(
                "\n#[cfg(test)]\nmod tests {{\n    use super::*;\n\n    #[test]\n    fn {name}() {{\n        assert!({holds}, \"so it is\");\n    }}\n}}\n"
            )
        };
        coast.write("info.toml", INFO);
        coast.write("exercises/Cargo.lock", LOCK);
        let high = HIGH.replace("tide_table::high()", "0");
        coast.write(
            "exercises/01_shore/01_high_water.rs",
            &(high + &tests("it_is_high", "high() == 7")),
        );
        let dry = DRY.replace("true", "false");
        coast.write(
            "exercises/01_shore/02_dry_land.rs",
            &(dry + &tests("it_is_dry", "dry()")),
        );
        coast.write(
            "exercises/01_shore/03_far_away.rs",
            &(DRY.to_owned() + &tests("it_is_far", "dry()")),
        );
        coast.write("exercises/tide/Cargo.toml", "[package]\nname = \"tide-table\"\nversion = \"0.1.0\"\nedition = \"2021\"\n[dependencies]\nmoon = { path = \"moon\" }\n");
        coast.write(
            "exercises/tide/src/lib.rs",
            "pub fn high() -> u32 {\n    moon::pull() + 1\n}\n",
        );
        coast.write(
            "exercises/tide/moon/Cargo.toml",
            "[package]\nname = \"moon\"\nversion = \"0.1.0\"\nedition = \"2021\"\n",
        );
        coast.write(
            "exercises/tide/moon/src/lib.rs",
            "pub fn pull() -> u32 {\n    6\n}\n",
        );
        fs::create_dir(coast.build()).expect("a folder");
        coast
    }

    fn root(&self) -> PathBuf {
        self.folder.path().join("around/course")
    }

    fn build(&self) -> PathBuf {
        self.folder.path().join("around/build")
    }

    fn write(&self, path: &str, text: &str) {
        let place = self.root().join(path);
        fs::create_dir_all(place.parent().expect("a folder")).expect("a folder");
        fs::write(place, text).expect("a file");
    }

    fn lab(&self, toolchain: &Toolchain) -> Lab {
        Lab::open_in(&self.root(), toolchain, &self.build())
    }

    fn high(&self, toolchain: &Toolchain) -> Vec<String> {
        reasons(&self.lab(toolchain).check("high_water", HIGH))
    }
}

fn without_cargo() -> Toolchain {
    let mut toolchain = lab::toolchain();
    toolchain.cargo = None;
    toolchain
}

/// The usual toolchain, found in an environment that says these things besides.
fn found_with(more: &[(&str, &Path)]) -> Toolchain {
    let env = |name: &str| -> Option<OsString> {
        let said = more.iter().find(|(known, _)| *known == name);
        said.map(|(_, value)| value.into())
            .or_else(|| std::env::var_os(name))
    };
    toolchain::find(&env, &lab::root()).unwrap_or_else(|fault| panic!("{fault:?}"))
}

#[test]
fn the_crates_of_a_course_are_built_once_and_again_only_when_they_change() {
    let coast = Coast::new();
    assert_eq!(coast.high(&lab::toolchain()), ["passed"]);
    assert_eq!(
        coast.high(&without_cargo()),
        ["passed"],
        "nothing is left to be built"
    );
    coast.write(
        "exercises/tide/moon/src/lib.rs",
        "pub fn pull() -> u32 {\n    5\n}\n",
    );
    let skipped = "skipped the crate `tide-table` (cargo is not installed)";
    assert_eq!(coast.high(&without_cargo()), [skipped], "another crate");
    assert_eq!(coast.high(&lab::toolchain()), ["test it_is_high"]);
    coast.write(
        "exercises/tide/moon/src/lib.rs",
        "pub fn pull() -> u32 {\n    6\n}\n",
    );
    assert_eq!(coast.high(&lab::toolchain()), ["passed"]);
}

#[test]
fn an_exercise_sees_only_the_crates_that_it_names() {
    let coast = Coast::new();
    let lab = coast.lab(&lab::toolchain());
    assert_eq!(reasons(&lab.check("high_water", HIGH)), ["passed"]);
    assert_eq!(reasons(&lab.check("dry_land", DRY)), ["passed"]);
    let curious = DRY.replace("true", "tide_table::high() == 7");
    assert_eq!(
        reasons(&lab.check("dry_land", &curious)),
        ["error E0433 line 4"]
    );
}

#[test]
fn what_cannot_be_had_is_skipped_and_stops_nothing_else() {
    let skipped = |coast: &Coast, toolchain: &Toolchain, why: &str| {
        let lab = coast.lab(toolchain);
        let found = reasons(&lab.check("high_water", HIGH));
        assert!(
            found[0].starts_with("skipped the crate `tide-table` (") && found[0].contains(why),
            "{found:?}"
        );
        assert_eq!(reasons(&lab.check("dry_land", DRY)), ["passed"]);
    };
    skipped(&Coast::new(), &without_cargo(), "cargo is not installed");
    let coast = Coast::new();
    fs::remove_file(coast.root().join("exercises/Cargo.lock")).expect("it is there");
    skipped(
        &coast,
        &lab::toolchain(),
        "the course has no exercises/Cargo.lock",
    );
    let coast = Coast::new();
    coast.write(
        "exercises/Cargo.lock",
        &LOCK.replace("dependencies = [\n \"moon\",\n]\n", ""),
    );
    skipped(&coast, &lab::toolchain(), "cargo says: ");
    let coast = Coast::new();
    coast.write(
        "exercises/tide/src/lib.rs",
        "pub fn high() -> u32 { sun::pull() }\n",
    );
    skipped(&coast, &lab::toolchain(), "cargo says: ");
    let coast = Coast::new();
    coast.write(
        "info.toml",
        &INFO.replace("exercises/tide", "exercises/ebb"),
    );
    skipped(&coast, &lab::toolchain(), "cargo says: ");
}

#[test]
fn what_is_not_on_the_machine_and_cannot_be_downloaded_is_skipped() {
    let coast = Coast::new();
    coast.write(
        "info.toml",
        &INFO.replace("{ path = \"exercises/tide\" }", "\"0.1\""),
    );
    let lock = LOCK.replace("name = \"tide-table\"\nversion = \"0.1.0\"\ndependencies = [\n \"moon\",\n]", "name = \"tide-table\"\nversion = \"0.1.0\"\nsource = \"registry+https://github.com/rust-lang/crates.io-index\"\nchecksum = \"0000000000000000000000000000000000000000000000000000000000000000\"");
    let lock = lock.replace("[[package]]\nname = \"moon\"\nversion = \"0.1.0\"\n\n", "");
    coast.write("exercises/Cargo.lock", &lock);
    let empty = coast.folder.path().join("cargo_home");
    let offline = found_with(&[
        ("CARGO_HOME", &empty),
        ("CARGO_NET_OFFLINE", Path::new("true")),
    ]);
    let skipped = "skipped the crate `tide-table` (it could not be downloaded)";
    assert_eq!(coast.high(&offline), [skipped]);
}

#[test]
fn settings_around_the_course_and_in_the_environment_change_nothing() {
    let coast = Coast::new();
    let hostile = "[build]\nrustc = \"/nowhere/rustc\"\nrustc-wrapper = \"/nowhere/wrapper\"\nrustflags = [\"--cfg\", \"nonsense=\"]\ntarget-dir = \"/nowhere/target\"\n[profile.dev]\npanic = \"abort\"\n";
    let home = coast.folder.path().join("cargo_home");
    for place in [
        coast.folder.path().join(".cargo/config.toml"),
        home.join("config.toml"),
    ] {
        fs::create_dir_all(place.parent().expect("a folder")).expect("a folder");
        fs::write(place, hostile).expect("a file");
    }
    let nowhere = Path::new("/nowhere/at/all");
    let names = [
        "RUSTC",
        "RUSTC_WRAPPER",
        "RUSTC_WORKSPACE_WRAPPER",
        "CARGO_BUILD_RUSTC",
        "CARGO_TARGET_DIR",
        "CARGO_BUILD_TARGET",
        "RUSTFLAGS",
        "CARGO_ENCODED_RUSTFLAGS",
        "CARGO_PROFILE_DEV_PANIC",
    ];
    let mut said: Vec<(&str, &Path)> = names.map(|name| (name, nowhere)).into();
    said.push(("CARGO_HOME", &home));
    assert_eq!(coast.high(&found_with(&said)), ["passed"]);
}

/// A build that never ends by itself is stopped when nobody waits for it any more, and begun anew by the next check.
#[test]
fn a_build_is_cancelled_with_its_check_and_is_not_held_against_the_crate() {
    let coast = Coast::new();
    let started = coast.folder.path().join("started");
    let script = format!(
        "fn main() {{\n    std::fs::write({started:?}, \"\").unwrap();\n    loop {{\n        std::thread::park();\n    }}\n}}\n"
    );
    coast.write("exercises/tide/moon/build.rs", &script);
    let lab = coast.lab(&lab::toolchain());
    let cancel = Cancel::new();
    let checked = thread::scope(|scope| {
        let check = scope.spawn(|| lab.check_until("high_water", HIGH, &cancel));
        let deadline = Instant::now() + Duration::from_secs(300);
        while !started.exists() && !check.is_finished() && Instant::now() < deadline {
            thread::yield_now();
        }
        cancel.cancel();
        check.join().expect("a verdict")
    });
    assert!(started.exists(), "{checked:?}");
    assert!(
        matches!(checked.verdict, Verdict::Unclear { .. }),
        "{checked:?}"
    );
    coast.write("exercises/tide/moon/build.rs", "fn main() {}\n");
    assert_eq!(coast.high(&lab::toolchain()), ["passed"]);
}

#[test]
fn a_target_and_a_tool_that_are_not_installed_are_named_with_the_command_that_brings_them() {
    let coast = Coast::new();
    let mut toolchain = lab::toolchain();
    let libraries = toolchain
        .sysroot
        .join("lib/rustlib/wasm32-unknown-unknown/lib");
    let wanted = match libraries.is_dir() {
        true => "passed",
        false => {
            "skipped the target wasm32-unknown-unknown (`rustup target add wasm32-unknown-unknown`)"
        }
    };
    assert_eq!(
        reasons(&coast.lab(&toolchain).check("far_away", DRY)),
        [wanted]
    );
    coast.write(
        "info.toml",
        &INFO.replace("needs = [\"wasm32\"]", "needs = [\"clippy\"]"),
    );
    toolchain.clippy = None;
    let wanted = "skipped clippy (`rustup component add clippy`)";
    assert_eq!(
        reasons(&coast.lab(&toolchain).check("far_away", DRY)),
        [wanted]
    );
}

/// Rustlings' format says of no exercise which crates it uses: its text says it.
#[test]
fn a_course_in_rustlings_format_may_use_crates_too() {
    let coast = Coast::new();
    coast.write("info.toml", "format_version = 1\nwelcome_message = \"\"\nfinal_message = \"\"\n[[exercises]]\nname = \"high_water\"\ndir = \"shore\"\nhint = \"How high?\"\n[[exercises]]\nname = \"dry_land\"\ndir = \"shore\"\nhint = \"How dry?\"\n");
    coast.write("Cargo.toml", "[package]\nname = \"coast\"\nversion = \"0.1.0\"\nedition = \"2021\"\n[dependencies]\ntide-table = { path = \"exercises/tide\" }\n");
    let high = format!(
        "{HIGH}\nfn main() {{\n    assert_eq!(high(), 7);\n}}\n\n#[cfg(test)]\nmod tests {{\n    #[test]\n    fn it_is_high() {{\n        assert_eq!(super::high(), 7);\n    }}\n}}\n"
    );
    let dry = format!(
        "{DRY}\nfn main() {{\n    assert!(dry());\n}}\n\n#[cfg(test)]\nmod tests {{\n    #[test]\n    fn it_is_dry() {{\n        assert!(super::dry());\n    }}\n}}\n"
    );
    coast.write("exercises/shore/high_water.rs", &high);
    coast.write("exercises/shore/dry_land.rs", &dry);
    let lab = coast.lab(&without_cargo());
    assert_eq!(reasons(&lab.check("dry_land", &dry)), ["passed"]);
    let skipped = "skipped the crate `tide-table` (cargo is not installed)";
    assert_eq!(reasons(&lab.check("high_water", &high)), [skipped]);
    let lab = coast.lab(&lab::toolchain());
    assert_eq!(reasons(&lab.check("high_water", &high)), ["passed"]);
}
