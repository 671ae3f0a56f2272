use std::sync::Arc;
use tutor::check::plan::Tools;
use tutor::course::model::*;
use tutor::engine::*;
#[test]
fn try_it() {
    let sysroot = String::from_utf8(
        std::process::Command::new("rustc")
            .args(["--print", "sysroot"])
            .output()
            .unwrap()
            .stdout,
    )
    .unwrap();
    let sysroot = std::path::PathBuf::from(sysroot.trim());
    let tools = Tools {
        rustc: sysroot.join("bin/rustc"),
        clippy: Some(sysroot.join("bin/clippy-driver")),
        sysroot: sysroot.clone(),
        env: vec![("PATH".into(), std::env::var_os("PATH").unwrap())],
        version: "x".into(),
    };
    let dir = tempfile::tempdir().unwrap();
    let build = Build {
        edition: "2024".into(),
        dependencies: Default::default(),
        lints: vec![LintLevel {
            lint: "dead_code".into(),
            level: Level::Allow,
            priority: 0,
        }],
    };
    let cancel = tutor::system::process::Cancel::new();
    let engine = Engine::new(
        Setup {
            tools,
            build,
            format: Format::Tutor,
            support: None,
            folder: dir.path().to_owned(),
        },
        &cancel,
    )
    .unwrap();
    let root = std::path::Path::new("/tmp/wt/content");
    let path = "exercises/03_ownership/02_handed_over.rs";
    let starter: Arc<str> = std::fs::read_to_string(root.join(path)).unwrap().into();
    let ex = Exercise {
        id: "handed_over".into(),
        name: "02_handed_over".into(),
        chapter: 0,
        number: 2,
        kind: Kind::Fix,
        files: vec![path.into()],
        starts: Some(vec![Start::Error {
            any_of: vec!["E0382".into()],
            at: At(vec!["pass_on(manifest);".into()]),
        }]),
        tolerate: vec![],
        deny: vec![],
        rules: vec![TokenRule {
            tokens: "clone".into(),
            demand: Demand::AtMost(0),
            within: None,
            why: "no".into(),
        }],
        runs: vec![],
        expect: None,
        choices: vec![],
        profiles: vec![],
        budget: Default::default(),
        timeout_s: 10,
        unsafe_allowed: false,
        needs: vec![],
        hints: vec![],
        hint_on: Default::default(),
        questions: vec![],
        docs: vec![],
        teaches: vec![],
        builds_on: vec![],
        formerly: vec![],
        points: 1,
        tracks: vec![],
        obvious: false,
        allow: Default::default(),
        v1: None,
        declared: Place {
            path: String::new(),
            line: 1,
        },
    };
    for p in [
        "exercises/03_ownership/02_handed_over.rs",
        "solutions/03_ownership/02_handed_over.rs",
        "tests/wrong_answers/handed_over/cloned.rs",
        "tests/wrong_answers/handed_over/typed_out_again.rs",
        "tests/wrong_answers/handed_over/other_way_round.rs",
        "tests/right_answers/handed_over/given_back.rs",
    ] {
        let bytes = std::fs::read(root.join(p)).unwrap();
        let answer = Answer {
            exercise: &ex,
            files: vec![AnswerFile {
                path: path.into(),
                bytes: Some(bytes),
            }],
            starter: starter.clone(),
        };
        let c = engine.check(&answer, &cancel);
        println!("{p}: {:?}", c.evidence.took);
        match &c.verdict {
            tutor::check::verdict::Verdict::NotYet(r) => {
                for r in r {
                    let s = format!("{r:?}");
                    println!("   {}", &s[..s.len().min(300)]);
                }
            }
            v => println!("   {v:?} {:?}", c.evidence.notices),
        }
    }
}
