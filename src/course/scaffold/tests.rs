//! Plans, made from small courses in memory.

use std::collections::BTreeSet;

use expect_test::expect;

use super::*;
use crate::course::SUPPORT;
use crate::course::model::{Course, Kind};
use crate::course::{CourseFiles, TextFile, load};

/// Two chapters; in the first 01, 02, 03 and 07, the second of them in a folder, in the other one exercise.
const INFO: &str = "\
format_version = 2
id = 'harbour'
title = 'Harbour'

# The chapters.
[[chapters]]
dir = '01_quay'
title = 'Quay'

[[chapters]]
dir = '04_crane'
title = 'Crane'

[[exercises]] # the first
dir = '01_quay'
name = '01_moor'
kind = 'write'
formerly = ['Fasten']

# In a folder of its own.
[[exercises]]
dir = '01_quay'
name = '02_unload'
kind = 'write'

[[exercises]]
dir = '01_quay'
name = '03_count'
kind = 'write'

[[exercises]]
dir = '01_quay'
name = '07_pay'
kind = 'write'

[[exercises]]
dir = '04_crane'
name = '09_lift'
kind = 'write'
";

const PATHS: [&str; 11] = [
    "exercises/01_quay/01_moor.rs",
    "exercises/01_quay/02_unload/main.rs",
    "exercises/01_quay/02_unload/hook.rs",
    "exercises/01_quay/03_count.rs",
    "exercises/01_quay/03_count.rs.orig",
    "exercises/01_quay/07_pay.rs",
    "exercises/04_crane/09_lift.rs",
    "solutions/01_quay/01_moor.rs",
    "solutions/01_quay/02_unload/main.rs",
    "solutions/01_quay/03_count.rs",
    "solutions/01_quay/unload.mutants.rs",
];

fn described(info: &str) -> CourseFiles {
    CourseFiles {
        folder_name: "harbour".to_owned(),
        info: TextFile {
            path: "info.toml".to_owned(),
            bytes: info.as_bytes().to_vec(),
        },
        chapters: Vec::new(),
        cargo_toml: None,
        paths: PATHS.iter().map(|path| (*path).to_owned()).collect(),
    }
}

fn course(files: &CourseFiles) -> Course {
    let loaded = load(files);
    assert_eq!(loaded.faults, []);
    loaded.course.expect("it has no faults")
}

fn wished(info: &str, chapter: &str, slug: &str, after: Option<&str>) -> Result<Plan, Refusal> {
    let files = described(info);
    let course = course(&files);
    let wish = Wish {
        chapter,
        slug,
        kind: Kind::Fix,
        after: after.map(|id| course.find(id).expect("there is such an exercise")),
        support: "pub fn allocs() {}\n",
    };
    plan(&course, &files, &wish)
}

/// The lines that a manifest gets and loses.
fn changed(plan: &Plan) -> String {
    let Manifest { before, text, .. } = &plan.manifests[0];
    let before = String::from_utf8(before.clone().unwrap_or_default()).expect("it is text");
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<BTreeSet<_>>();
    let (old, new) = (lines(&before), lines(text));
    let went = before.lines().filter(|line| !new.contains(*line));
    let came = text.lines().filter(|line| !old.contains(*line));
    let went = went.map(|line| format!("-{line}\n"));
    went.chain(came.map(|line| format!("+{line}\n"))).collect()
}

#[test]
fn what_follows_moves_on_as_far_as_there_is_no_gap() {
    let plan = wished(INFO, "01_quay", "lend_it", Some("moor")).expect("there is a plan");
    assert_eq!(plan.number, "1.2");
    let names: Vec<(&str, &str)> = plan
        .renumbered
        .iter()
        .map(|name| (name.from.as_str(), name.to.as_str()))
        .collect();
    assert_eq!(
        names,
        [("02_unload", "03_unload"), ("03_count", "04_count")]
    );
    let moved: Vec<String> = plan
        .moved
        .iter()
        .map(|(from, to)| format!("{from} -> {to}\n"))
        .collect();
    expect![[r#"
        exercises/01_quay/02_unload/hook.rs -> exercises/01_quay/03_unload/hook.rs
        exercises/01_quay/02_unload/main.rs -> exercises/01_quay/03_unload/main.rs
        solutions/01_quay/02_unload/main.rs -> solutions/01_quay/03_unload/main.rs
        exercises/01_quay/03_count.rs -> exercises/01_quay/04_count.rs
        solutions/01_quay/03_count.rs -> solutions/01_quay/04_count.rs
    "#]]
    .assert_eq(&moved.concat());
    expect![[r#"
        -name = '02_unload'
        -name = '03_count'
        +dir = "01_quay"
        +name = "02_lend_it"
        +kind = "fix"
        +# FILL IN: let `tutor verify lend_it --bless` write what your starter shows, then take this line out
        +starts = [{ error = "E0382", at = 'format!("{parcel}' }]
        +refuse = { clone = "FILL IN: say in a sentence why this is not allowed, or take `refuse` out" }
        +hint = [
        +    '''FILL IN: ask a question that leads to the place''',
        +    '''FILL IN: name the place and the rule''',
        +    '''FILL IN: show the same thing in another domain, worked out''',
        +]
        +name = '03_unload'
        +name = '04_count'
    "#]]
    .assert_eq(&changed(&plan));
}

#[test]
fn where_there_is_a_gap_nothing_moves() {
    let plan = wished(INFO, "01_quay", "lend_it", Some("count")).expect("there is a plan");
    assert_eq!((plan.number.as_str(), plan.moved.len()), ("1.4", 0));
    let plan = wished(INFO, "quay", "lend_it", None).expect("there is a plan");
    assert_eq!((plan.number.as_str(), plan.moved.len()), ("1.8", 0));
    let plan = wished(INFO, "4", "lend_it", None).expect("there is a plan");
    assert_eq!(plan.number, "4.10");
    assert_eq!(plan.files[0].0, "exercises/04_crane/10_lend_it.rs");
}

#[test]
fn a_new_chapter_stands_between_its_neighbours() {
    let plan = wished(INFO, "02_locks_and_weirs", "lend_it", None).expect("there is a plan");
    assert_eq!(plan.chapter.as_deref(), Some("02_locks_and_weirs"));
    let text = &plan.manifests[0].text;
    let at = |piece: &str| {
        text.find(piece)
            .unwrap_or_else(|| panic!("no {piece}: {text}"))
    };
    let order = [
        "dir = '01_quay'\ntitle",
        "dir = \"02_locks_and_weirs\"\ntitle = \"Locks and weirs\"",
        "dir = '04_crane'\ntitle",
        "'07_pay'",
        "\"01_lend_it\"",
        "'09_lift'",
    ]
    .map(at);
    assert!(order.is_sorted(), "{text}");
    let card = plan
        .files
        .iter()
        .any(|(path, _)| path == "exercises/02_locks_and_weirs/README.md");
    assert!(card);
}

#[test]
fn names_that_the_course_could_not_have_are_refused() {
    let told = |chapter: &str, slug: &str, after: Option<&str>| {
        let refusal = wished(INFO, chapter, slug, after).expect_err("it is refused");
        format!("{refusal}\n")
    };
    let all = [
        told("01_quay", "match", None),
        told("01_quay", "pay", None),
        told("01_quay", "fasten", None),
        told("01_quay", "02_lend_it", None),
        told("01_quay", "lend-it", None),
        told("01_quay", "", None),
        told("01_quay", &"x".repeat(62), None),
        told("01_quay", "1", None),
        told("01_quay", "2nd", None),
        told("01_quay", "Lend", None),
        told("01_key", "lend_it", None),
        told("03_Crane", "lend_it", None),
        told("05_Big", "lend_it", None),
        told("quai", "lend_it", None),
        told("../01_quay", "lend_it", None),
        told("01_quay", "lend_it", Some("lift")),
    ];
    expect![[r#"
        `match` is a word of the language, so it cannot be an exercise  (choose another word)
        the name `pay` is taken  (the exercise in info.toml:31 has it already: choose another)
        the name `fasten` is taken  (the exercise in info.toml:14 had it already: choose another)
        the name `02_lend_it` has a number, which tutor finds  (write `lend_it`)
        the name `lend-it` has a sign that is not a to z, 0 to 9 or _  (write it like `handed_over`: lower-case words, without a number)
        the exercise has no name  (write it behind the chapter, as in `03_ownership/lend_it`)
        the name `xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx..` has 62 letters, and more than 64 with its number, as in `01_`  (choose one of at most 61 letters)
        the name `1` has no letter  (write it like `handed_over`: lower-case words, without a number)
        the name `2nd` does not begin with a letter  (write it like `handed_over`: lower-case words, without a number)
        the name `Lend` has a capital letter  (write it like `handed_over`: lower-case words, without a number)
        chapter 1 is `01_quay` already  (write that one, or a number that is free for a new chapter)
        the chapter's name `03_Crane` has a capital letter  (did you mean `04_crane`? If not: write it like `03_ownership`: its number, then lower-case words)
        the chapter's name `05_Big` has a capital letter  (write it like `03_ownership`: its number, then lower-case words)
        the course has no chapter `quai`  (a new chapter begins with its number, as in `05_borrowing`)
        the course has no chapter `../01_quay`  (did you mean `01_quay`? If not: a new chapter begins with its number, as in `05_borrowing`)
        `lift` stands in another chapter, `04_crane`  (name an exercise of the chapter that the new one belongs to)
    "#]].assert_eq(&all.concat());
}

#[test]
fn one_word_is_a_chapter_or_a_name() {
    let course = course(&described(INFO));
    let chapter = |dir: &str| Incomplete::Chapter(dir.to_owned());
    let name = |slug: &str| Incomplete::Name(slug.to_owned());
    for (word, expected) in [
        ("01_quay", chapter("01_quay")),
        ("crane", chapter("04_crane")),
        ("4", chapter("04_crane")),
        ("lend_it", name("lend_it")),
        ("02_lend_it", name("lend_it")),
    ] {
        assert_eq!(incomplete(&course, word), expected, "{word}");
    }
}

#[test]
fn the_line_ends_of_windows_are_kept() {
    let windows = INFO.replace('\n', "\r\n");
    let plan = wished(&windows, "02_locks", "lend_it", Some("x").filter(|_| false));
    let plan = plan.expect("there is a plan");
    let manifests = plan.manifests.iter().map(|manifest| &manifest.text);
    for text in manifests.chain(plan.files.iter().map(|(_, text)| text)) {
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    }
}

#[test]
fn every_kind_has_its_files_and_an_entry_that_the_course_can_read() {
    for kind in Kind::ALL {
        let files = described(INFO);
        let course = course(&files);
        let wish = Wish {
            chapter: "01_quay",
            slug: "lend_it",
            kind,
            after: None,
            support: "pub fn allocs() {}\n",
        };
        let plan = plan(&course, &files, &wish).unwrap_or_else(|why| panic!("{kind:?}: {why}"));
        for (path, text) in &plan.files {
            assert!(!path.contains('%') && !text.contains("%slug%"), "{path}");
            let measured = path == SUPPORT && kind == Kind::Measure;
            assert!(measured || text.contains(MARK), "{path} asks for nothing");
        }
    }
}

#[test]
fn a_whole_course_can_be_read_whatever_its_folder_is_called() {
    for (folder, id, title) in [
        ("harbour-course", "harbour-course", "Harbour course"),
        ("Übung 1", "übung_1", "Übung 1"),
        ("..", "course", "Course"),
    ] {
        let all = whole_course(folder, "1.2.3");
        let text = |path: &str| {
            let found = all.iter().find(|(own, _)| own == path);
            found.map(|(_, text)| text.clone()).unwrap_or_default()
        };
        let files = CourseFiles {
            paths: all.iter().map(|(path, _)| path.clone()).collect(),
            ..described(&text("info.toml"))
        };
        let course = course(&files);
        assert_eq!((course.id.as_str(), course.title.as_str()), (id, title));
        assert!(text(".github/workflows/verify.yml").contains("TUTOR_VERSION: \"1.2.3\""));
        assert!(all.iter().all(|(_, text)| !text.contains(MARK)));
    }
}
