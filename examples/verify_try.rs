use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use tutor::course::{CourseFiles, TextFile, load};
use tutor::engine::{Engine, Setup};
use tutor::system::process::Cancel;
fn collect(root: &Path, folder: &Path, paths: &mut BTreeSet<String>) {
    for e in std::fs::read_dir(folder).unwrap().flatten() {
        let p = e.path();
        if p.is_dir() {
            if !p.ends_with("target") && !p.ends_with(".git") {
                collect(root, &p, paths)
            }
        } else {
            paths.insert(p.strip_prefix(root).unwrap().to_string_lossy().into_owned());
        }
    }
}
fn main() {
    let root = PathBuf::from(std::env::args().nth(1).unwrap());
    let only: Vec<String> = std::env::args().skip(2).collect();
    let text = |p: &str| TextFile {
        path: p.to_owned(),
        bytes: std::fs::read(root.join(p)).unwrap(),
    };
    let mut paths = BTreeSet::new();
    collect(&root, &root, &mut paths);
    let files = CourseFiles {
        folder_name: "c".into(),
        info: text("info.toml"),
        chapters: paths
            .iter()
            .filter(|p| p.starts_with("exercises/") && p.ends_with("/info.toml"))
            .map(|p| text(p))
            .collect(),
        cargo_toml: None,
        paths: paths.clone(),
    };
    let loaded = load(&files);
    for f in loaded.faults.iter().chain(&loaded.warnings) {
        println!("{f}")
    }
    let Some(course) = loaded.course else { return };
    let tools = tutor::system::toolchain::find(&|n| std::env::var_os(n), &root)
        .unwrap()
        .tools(&std::env::temp_dir());
    let dir = tempfile::tempdir().unwrap();
    let engine = Engine::new(
        Setup {
            tools,
            build: course.build.clone(),
            format: course.format,
            support: std::fs::read_to_string(root.join("exercises/support/lib.rs")).ok(),
            folder: dir.path().to_owned(),
        },
        &Cancel::new(),
    )
    .unwrap();
    let chosen: Vec<usize> = (0..course.exercises.len())
        .filter(|i| {
            only.is_empty()
                || only
                    .iter()
                    .any(|o| course.exercises[*i].main_file().contains(o.as_str()))
        })
        .collect();
    let t = std::time::Instant::now();
    let found = tutor::commands::verify::findings(
        &course,
        &root,
        &engine,
        &chosen,
        &Cancel::new(),
        &|_| (),
    );
    for f in &found {
        println!("{f}")
    }
    println!(
        "{} exercises, {} findings, {:?}",
        chosen.len(),
        found.len(),
        t.elapsed()
    );
}
