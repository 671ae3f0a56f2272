//! Another compiler comes while a sitting is open: what was built for the one before does not fit, and that is nothing
//! that the learner could mend.

#![cfg(target_os = "linux")]

mod sitting_common;
mod support;

use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::PathBuf;
use std::process::Command;

use sitting_common::terminal::Terminal;
use support::{Folder, learners_folder};

const UNLOAD: &str = "learn/exercises/01_quay/02_unload.rs";

fn sysroot() -> PathBuf {
    let asked = Command::new("rustc").args(["--print", "sysroot"]).output();
    let said = asked.expect("rustc runs").stdout;
    PathBuf::from(String::from_utf8_lossy(&said).trim())
}

/// A program in its place at once, as an update does it.
fn install(folder: &Folder, path: &str, script: &str) {
    folder.write("unpacked", script);
    let mode = std::fs::Permissions::from_mode(0o755);
    std::fs::set_permissions(folder.at("unpacked"), mode).expect("a mode");
    std::fs::create_dir_all(folder.at(path).parent().expect("a folder")).expect("a folder");
    folder.rename("unpacked", path);
}

/// The compiler of this release. As the real one it refuses what another release has built.
fn install_rustc(folder: &Folder, release: &str) {
    let real = sysroot().join("bin/rustc").display().to_string();
    let built = folder.at(&format!("built_by_{release}"));
    let built = built.display();
    install(
        folder,
        "toolchain/bin/rustc",
        &format!(
            "#!/bin/sh\n\
             case \"$*\" in\n\
             -vV) '{real}' -vV | sed 's/^release: .*/release: {release}/'; exit;;\n\
             *'--crate-name tutor_probe'*) : > '{built}';;\n\
             *) [ -e '{built}' ] || {{ echo 'error[E0514]: found crate `tutor_probe` compiled by an incompatible version of rustc' >&2; exit 1; }};;\n\
             esac\n\
             exec '{real}' \"$@\"\n"
        ),
    );
}

/// A sitting at an exercise that is not done, with a compiler that a test can change.
fn begun() -> (Folder, Terminal) {
    let folder = learners_folder();
    let go = folder.tutor(["go", "unload"]).below("learn");
    go.any_output().run();
    let toolchain = folder.at("toolchain").display().to_string();
    install_rustc(&folder, "1.95.0");
    symlink(sysroot().join("lib"), folder.at("toolchain/lib")).expect("a link");
    install(
        &folder,
        "bin/rustc",
        &format!("#!/bin/sh\necho '{toolchain}'\n"),
    );
    let path = format!("{}:/usr/bin:/bin", folder.at("bin").display());
    let words = ["watch", "--trust"];
    let env = [("PATH", path.as_str())];
    let terminal = Terminal::with(&folder.at("learn"), &words, &env, (80, 24));
    terminal.shows(&["Press Enter"]);
    terminal.press("\r").shows(&["NOT YET"]);
    (folder, terminal)
}

fn save(folder: &Folder, number: u32) {
    let text = support::starter("Unload");
    let answer = text.replacen("    0\n", &format!("    {number}\n"), 1);
    folder.write(UNLOAD, answer);
}

#[test]
fn a_right_answer_is_done_after_an_update() {
    let (folder, terminal) = begun();
    install_rustc(&folder, "1.96.0");
    save(&folder, 7);
    terminal.shows(&["DONE"]);
}

#[test]
fn an_update_that_goes_on_is_trouble_and_ends_no_sitting() {
    let (folder, mut terminal) = begun();
    folder.remove("toolchain/bin/rustc");
    save(&folder, 6);
    terminal.shows(&["TROUBLE"]);
    install_rustc(&folder, "1.96.0");
    save(&folder, 7);
    terminal.shows(&["DONE"]);
    terminal.press("q");
    assert_eq!(terminal.ends(), 0);
}
