//! A sound course: what is proved again after a change, what git says of it, and how often it is run.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::support::{Folder, Output};

const FIELD: &str = "kinds/solutions/01_kinds/03_field.rs";

fn verify(folder: &Folder, words: &[&str], exit: i32) -> Output {
    let words = ["verify", "--trust"].iter().chain(words).copied();
    let call = folder.tutor(Vec::from_iter(words)).below("kinds");
    call.any_output().exit(exit).run()
}

/// The exercises that a run has looked at, and those of them that it has not proved again.
fn looked_at(folder: &Folder, words: &[&str]) -> (BTreeSet<String>, BTreeSet<String>) {
    let output = verify(folder, &[words, &["--format", "json"]].concat(), 0);
    let told: Value = serde_json::from_str(&output.stdout).expect("it is JSON");
    assert_eq!(told["sound"], true, "{told:#}");
    let exercises = told["exercises"].as_array().expect("a list");
    let ids = |wanted: fn(&Value) -> bool| {
        let those = exercises.iter().filter(|exercise| wanted(exercise));
        let ids = those.map(|exercise| exercise["id"].as_str().expect("an id").to_owned());
        BTreeSet::from_iter(ids)
    };
    (ids(|_| true), ids(|exercise| exercise["unchanged"] == true))
}

#[test]
fn only_what_has_changed_is_proved_again() {
    let folder = Folder::new();
    folder.kinds();
    folder.bash(
        "kinds",
        "git init -q && git add -A && git -c user.name=a -c user.email=b commit -qm sown",
    );
    let (all, unchanged) = looked_at(&folder, &[]);
    assert_eq!((all.len(), unchanged.len()), (20, 0));
    // Those that were compiled together have cost something too.
    let costs = folder.read("kinds/.tutor/costs.toml");
    let costs = costs.lines().filter_map(|line| line.split_once(" = "));
    assert!(costs.clone().count() >= all.len() && costs.clone().all(|(_, ms)| ms != "0"));
    let (_, unchanged) = looked_at(&folder, &[]);
    assert_eq!(unchanged, all);

    let text = folder.read(FIELD);
    folder.write(FIELD, text.replace("width * depth", "depth * width"));
    let (_, unchanged) = looked_at(&folder, &[]);
    let again = Vec::from_iter(&all - &unchanged);
    assert_eq!(again, ["field"]);
    let (since, _) = looked_at(&folder, &["--since", "HEAD"]);
    assert_eq!(Vec::from_iter(since), ["field"]);

    // What others have written in between is a comment, and moves every entry.
    let info = folder.read("kinds/info.toml");
    folder.write("kinds/info.toml", format!("# Kinds.\n{info}"));
    let (_, unchanged) = looked_at(&folder, &[]);
    assert_eq!(unchanged, all);

    let refused = verify(&folder, &["--since", "nowhere"], 2);
    assert!(refused.stderr.contains("`nowhere`"), "{}", refused.stderr);
}

#[test]
fn a_solution_that_fails_now_and_then_is_counted() {
    let folder = Folder::new();
    folder.kinds();
    let text = folder.read(FIELD);
    let now = "std::time::SystemTime::UNIX_EPOCH.elapsed().expect(\"a time\").subsec_nanos()";
    folder.write(
        FIELD,
        text.replace(
            "width * depth",
            &format!("width * depth + {now} / 1_000 % 2"),
        ),
    );
    let output = verify(&folder, &["field", "--repeat", "40", "--timing"], 1);
    let found = output.stdout.lines().find(|line| line.contains(": V150: "));
    let (_, found) = found
        .expect("it is found")
        .split_once(": V150: ")
        .expect("words");
    let (failed, rest) = found.split_once(' ').expect("a number");
    let failed: u32 = failed.parse().expect("a number");
    assert!((1..40).contains(&failed), "{found}");
    assert!(
        rest.starts_with("of 40 runs failed: test two_sides_make_a_field ("),
        "{found}"
    );
    assert!(
        output.stdout.contains("What takes longest"),
        "{}",
        output.stdout
    );
}

#[test]
#[cfg(target_os = "linux")]
fn a_folder_whose_name_is_no_text_is_no_hindrance() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    let folder = Folder::new();
    folder.kinds();
    let odd = OsStr::from_bytes(b"kinds\xff");
    folder.rename("kinds", odd);
    let verify = |exit| {
        let call = folder.tutor(["verify", "--trust", "field"]).below(odd);
        call.any_output().exit(exit).run()
    };
    let output = verify(0);
    assert!(output.stdout.starts_with("sound: "), "{}", output.stdout);
    let why = "the course's folder has a name that compilers cannot read";
    assert!(output.stderr.contains(why), "{}", output.stderr);

    folder.rename(odd, "kinds");
    let text = folder.read(FIELD);
    folder.write(FIELD, text.replace("width * depth", "width  *  depth"));
    folder.rename("kinds", odd);
    let output = verify(1);
    let found = output.stdout.lines().filter(|line| line.contains(": V"));
    let found: Vec<&str> = found.collect();
    assert!(
        matches!(found.as_slice(), [one] if one.contains(": V023: ")),
        "{found:?}"
    );
}

/// A course may be a stranger's: nothing is written to where a link of his leads.
#[cfg(unix)]
#[test]
fn nothing_is_written_behind_a_link() {
    let folder = Folder::new();
    folder.kinds();
    folder.write("victim/mine", "mine");
    std::os::unix::fs::symlink("../victim", folder.at("kinds/.tutor")).expect("a link");
    let output = verify(&folder, &["field"], 0);
    assert_eq!(folder.names("victim"), ["mine"]);
    let told = "cannot be kept (.tutor is a link to another place)";
    assert!(output.stderr.contains(told), "{}", output.stderr);
}
