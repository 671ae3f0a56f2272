//! What a learner's folder is made of.

use super::parts::Files;
use super::place::COURSE;
use super::source::Source;

/// Written once, and the learner's from then on.
pub const SETTINGS: [(&str, &str); 4] = [
    (
        ".gitignore",
        "/target/\n/.tutor/build/\n/.tutor/*.lock\n/.tutor/*.bak\n.tutor-*.tmp\n",
    ),
    (".gitattributes", "* text=auto eol=lf\n"),
    (
        "rust-analyzer.toml",
        "# Your editor checks with clippy, as tutor does, and builds where it does not get in the way.\n\
         check.command = \"clippy\"\n\
         cargo.targetDir = true\n",
    ),
    (
        ".vscode/settings.json",
        "{\n    \"rust-analyzer.check.command\": \"clippy\",\n    \"rust-analyzer.cargo.targetDir\": true\n}\n",
    ),
];

/// The files of the course as they lie in a learner's folder, below [`COURSE`]: without our solutions, if they are not
/// wanted. The faulty versions that the kind `tests` needs stay in any case.
pub fn locked(source: &Source, solutions: bool) -> Files {
    let wanted =
        |path: &str| solutions || !path.starts_with("solutions/") || path.ends_with(".mutants.rs");
    let files = source.files.iter().filter(|(path, _)| wanted(path));
    files
        .map(|(path, bytes)| (path.clone(), bytes.clone()))
        .collect()
}

/// Whether the course has solutions to give.
pub fn has_solutions(files: &Files) -> bool {
    let mut solutions = files.keys().filter(|path| path.starts_with("solutions/"));
    solutions.any(|path| !path.ends_with(".mutants.rs"))
}

/// Every file of a folder in which nothing has been done yet, by its path in it.
pub fn fresh(source: &Source, solutions: bool) -> Files {
    let locked = locked(source, solutions);
    let mut files: Files = locked
        .into_iter()
        .map(|(path, bytes)| (format!("{COURSE}/{path}"), bytes))
        .collect();
    for path in source
        .course
        .exercises
        .iter()
        .flat_map(|exercise| &exercise.files)
    {
        if let Some(bytes) = source.files.get(path) {
            files.insert(path.clone(), bytes.clone());
        }
    }
    for (path, text) in SETTINGS {
        files.insert(path.to_owned(), text.as_bytes().to_vec());
    }
    files
}
