//! Killed, short of disk, two at once: whatever happens to a run, the next one is right.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::mill::{findings, mill, verify};
use crate::support::Folder;

/// The fourth chapter has starters, solutions and answers that do not pass, of several kinds.
const CHAPTER: &str = "4";

/// The mill, and what is wrong in the chapter. Nothing is kept of the run that has found it.
fn undisturbed() -> (Folder, String) {
    let folder = mill();
    let found = findings(&verify(&folder, &[CHAPTER], 1).stdout);
    std::fs::remove_dir_all(folder.at("mill/.tutor")).expect("it can be removed");
    (folder, found)
}

fn start(folder: &Folder) -> std::process::Child {
    Command::new(env!("CARGO_BIN_EXE_tutor"))
        .args(["verify", "--trust", CHAPTER])
        .current_dir(folder.at("mill"))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary starts")
}

/// Lines of the file of verdicts.
fn kept(folder: &Folder) -> usize {
    let text = std::fs::read(folder.at("mill/.tutor/build/verdicts")).unwrap_or_default();
    text.iter().filter(|byte| **byte == b'\n').count()
}

#[test]
fn killed_at_any_moment() {
    let (folder, found) = undisturbed();
    // Before anything is there, when it builds, compiles, and each time that something more is kept.
    let moments: [fn(&Folder, usize) -> bool; 4] = [
        |folder, _| folder.has("mill/.tutor"),
        |folder, _| folder.has("mill/.tutor/build/crates"),
        |folder, before| kept(folder) > before,
        |folder, before| kept(folder) > before + 2,
    ];
    for (number, moment) in moments.iter().enumerate() {
        let before = kept(&folder);
        let mut tutor = start(&folder);
        let deadline = Instant::now() + Duration::from_secs(120);
        while !moment(&folder, before) && tutor.try_wait().expect("it is a child").is_none() {
            assert!(Instant::now() < deadline, "moment {number} never comes");
            std::thread::yield_now();
        }
        tutor.kill().expect("it can be killed");
        tutor.wait().expect("it ends");
    }
    let output = verify(&folder, &[CHAPTER], 1);
    assert_eq!(findings(&output.stdout), found);
    assert_eq!(output.stderr, "");
}

/// Numbers without a pattern, the same ones for the same seed (SplitMix64); each below one.
fn fractions(mut seed: u64) -> impl Iterator<Item = f64> {
    std::iter::repeat_with(move || {
        seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = (seed ^ (seed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) >> 11) as f64 / (1u64 << 53) as f64
    })
}

#[test]
fn killed_at_a_random_moment() {
    let (folder, found) = undisturbed();
    // As long as a run takes that nobody disturbs, so busy as the machine is now.
    let watch = Instant::now();
    verify(&folder, &[CHAPTER], 1);
    let length = watch.elapsed();
    let seed = std::time::SystemTime::UNIX_EPOCH.elapsed();
    let seed = seed.expect("a time").as_nanos() as u64;
    for (number, fraction) in fractions(seed).take(4).enumerate() {
        // Nothing is known, so that all of it has to be done.
        std::fs::remove_dir_all(folder.at("mill/.tutor")).expect("it can be removed");
        let moment = length.mul_f64(fraction);
        let begun = Instant::now();
        let mut tutor = start(&folder);
        while begun.elapsed() < moment && tutor.try_wait().expect("it is a child").is_none() {
            std::thread::yield_now();
        }
        tutor.kill().expect("it can be killed");
        tutor.wait().expect("it ends");
        let output = verify(&folder, &[CHAPTER], 1);
        let when = format!("kill {number} of seed {seed}, after {moment:?} of {length:?}");
        assert_eq!(findings(&output.stdout), found, "{when}");
        assert_eq!(output.stderr, "", "{when}");
    }
}

#[test]
fn two_at_once() {
    let (folder, found) = undisturbed();
    let runs = [start(&folder), start(&folder)];
    for run in runs {
        let output = run.wait_with_output().expect("it ends");
        assert_eq!(output.status.code(), Some(1));
        assert_eq!(findings(&String::from_utf8_lossy(&output.stdout)), found);
    }
    assert_eq!(findings(&verify(&folder, &[CHAPTER], 1).stdout), found);
}

/// Runs a script in a name space of its own, in which it may mount; `None` where that is not allowed.
fn unshared(folder: &Folder, script: &str) -> Option<(String, String)> {
    let allowed = Command::new("unshare").args(["-Urm", "true"]).status();
    if !allowed.is_ok_and(|status| status.success()) {
        return None;
    }
    folder.write("script", script);
    Some(folder.bash("mill", "unshare -Urm bash ../script"))
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk() {
    let (folder, found) = undisturbed();
    folder.write("mill/.tutor/.gitignore", "*\n");
    let tutor = Path::new(env!("CARGO_BIN_EXE_tutor")).display();
    // Too little for the first crate, for some of the programs, and for none of what is kept.
    let script = format!(
        "for size in 300k 1m; do\n\
           mount -t tmpfs -o size=$size none .tutor\n\
           {tutor} verify --trust {CHAPTER} >../full_$size 2>&1; echo \"$size: $?\"\n\
           mount -o remount,size=300m .tutor\n\
           {tutor} verify --trust {CHAPTER} >../then_$size 2>&1; echo \"then: $?\"\n\
           umount .tutor\n\
         done\n"
    );
    let Some((said, complained)) = unshared(&folder, &script) else {
        eprintln!("SKIPPED: nothing may be mounted here");
        return;
    };
    assert_eq!(complained, "");
    let codes: Vec<&str> = said
        .lines()
        .filter(|line| line.starts_with("then"))
        .collect();
    assert_eq!(codes, ["then: 1", "then: 1"], "{said}");
    for size in ["300k", "1m"] {
        let full = folder.read(&format!("full_{size}"));
        let wrong = findings(&full);
        let wrong = wrong
            .lines()
            .filter(|line| line.contains(": V") && !line.contains(": V014: "))
            .filter(|line| !found.contains(*line));
        assert_eq!(
            Vec::from_iter(wrong),
            [""; 0],
            "said of the course, and not so"
        );
        assert_eq!(findings(&folder.read(&format!("then_{size}"))), found);
    }
}
