//! What a course is, once its `info.toml` has been read and found sound.

use std::collections::BTreeMap;

/// A whole course, in the order in which it is worked through.
#[derive(Debug, Clone, PartialEq)]
pub struct Course {
    /// 1 is rustlings' own format, 2 is ours.
    pub format: Format,
    /// Progress and caches are keyed by it. Version 1 has none: its folder's name serves.
    pub id: String,
    pub title: String,
    pub welcome: String,
    pub farewell: String,
    pub build: Build,
    pub chapters: Vec<Chapter>,
    pub exercises: Vec<Exercise>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Rustlings,
    Tutor,
}

/// How exercise files are compiled.
#[derive(Debug, Clone, PartialEq)]
pub struct Build {
    pub edition: String,
    /// As in `Cargo.toml`, each entry as the TOML text of its value (`"1"`, `{ version = "1" }`).
    pub dependencies: BTreeMap<String, String>,
    /// In the order in which their flags are given to the compiler: later ones win.
    pub lints: Vec<LintLevel>,
}

/// One entry of a `[lints]` table: `clippy::todo = "forbid"`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LintLevel {
    /// With its tool, as the compiler wants it: `dead_code`, `clippy::todo`.
    pub lint: String,
    pub level: Level,
    pub priority: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    Allow,
    Warn,
    Deny,
    Forbid,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Chapter {
    /// The folder's name below `exercises/`: `03_ownership`.
    pub dir: String,
    /// `3` of `03_ownership`; in version 1 the chapters are counted from 1.
    pub number: u32,
    pub title: String,
    pub about: String,
    /// Minutes that one of its exercises is expected to take.
    pub minutes: Option<u32>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Exercise {
    /// The slug, unique in the course, and the name of the crate: `handed_over`.
    pub id: String,
    /// The file's stem (or the folder's name): `02_handed_over`.
    pub name: String,
    /// Index into [`Course::chapters`].
    pub chapter: usize,
    /// Place within its chapter, from the name: `2` (version 1: counted).
    pub number: u32,
    pub kind: Kind,
    /// The exercise's files relative to the course folder, the one that is compiled first:
    /// `exercises/03_ownership/02_handed_over.rs`, or `…/02_slug/main.rs` and its companions.
    pub files: Vec<String>,
    /// What the untouched starter shows. `None`: the kind's default.
    pub starts: Option<Vec<Start>>,
    /// Errors that some compiler versions add to `starts`.
    pub tolerate: Vec<Start>,
    /// Lints that must be silent.
    pub deny: Vec<String>,
    pub rules: Vec<TokenRule>,
    /// What the program prints, where the course says so.
    pub runs: Vec<ProgramRun>,
    pub expect: Option<BreakTarget>,
    /// Kind `predict`: the codes to choose from.
    pub choices: Vec<String>,
    pub profiles: Vec<Profile>,
    pub budget: BTreeMap<String, u64>,
    /// Seconds that the program may run.
    pub timeout_s: u64,
    pub unsafe_allowed: bool,
    pub needs: Vec<Need>,
    /// Level 1 first. Version 1 has one level.
    pub hints: Vec<String>,
    /// Keyed by an error code, a test's name or a token that the learner meets now.
    pub hint_on: BTreeMap<String, String>,
    pub questions: Vec<Question>,
    pub docs: Vec<String>,
    pub teaches: Vec<String>,
    pub builds_on: Vec<String>,
    /// Ids under which progress may still have it.
    pub formerly: Vec<String>,
    pub points: u32,
    pub tracks: Vec<String>,
    /// The compiler's own suggestions may solve it (the first chapter).
    pub obvious: bool,
    /// `verify`'s rules that do not hold here, each with its reason.
    pub allow: BTreeMap<String, String>,
    /// Version 1 only: whether it has tests, and whether warnings are errors.
    pub v1: Option<V1>,
    /// Where it is declared: the manifest's path and its line (from 1).
    pub declared: Place,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct V1 {
    pub test: bool,
    pub strict_clippy: bool,
}

/// A line of one of the course's text files.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub path: String,
    /// Counted from 1.
    pub line: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    Fix,
    Write,
    Lint,
    Measure,
    Predict,
    Trace,
    Break,
    Guard,
    Tests,
}

impl Kind {
    pub const ALL: [Kind; 9] = [
        Kind::Fix,
        Kind::Write,
        Kind::Lint,
        Kind::Measure,
        Kind::Predict,
        Kind::Trace,
        Kind::Break,
        Kind::Guard,
        Kind::Tests,
    ];

    /// The word in `info.toml`.
    pub fn key(self) -> &'static str {
        match self {
            Kind::Fix => "fix",
            Kind::Write => "write",
            Kind::Lint => "lint",
            Kind::Measure => "measure",
            Kind::Predict => "predict",
            Kind::Trace => "trace",
            Kind::Break => "break",
            Kind::Guard => "guard",
            Kind::Tests => "tests",
        }
    }
}

/// One thing that the untouched starter shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Start {
    /// One of these codes, or fragments of the message of an error without a code.
    Error {
        any_of: Vec<String>,
        at: At,
    },
    Lint {
        lint: String,
        at: At,
    },
    /// The test with this name fails.
    Fails {
        test: String,
    },
    /// The program or a test panics with this fragment in its message.
    Panics {
        fragment: String,
    },
    Hangs,
    /// More of this is spent than the budget allows.
    Over {
        what: String,
    },
    /// So many misuses of a guard are accepted.
    Accepts {
        count: usize,
    },
}

/// Text that stands on exactly one line; as a list, each further text is sought below the one before.
/// Empty: no line is demanded.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct At(pub Vec<String>);

/// Tokens that an answer must not contain, or must.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenRule {
    /// As written in the course: `clone`, `.clone(`, `_ =>`.
    pub tokens: String,
    pub demand: Demand,
    /// `fn dispatch`: only inside the item that begins with these tokens.
    pub within: Option<String>,
    /// One sentence for the learner.
    pub why: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Demand {
    /// At most so many times (0: not at all).
    AtMost(usize),
    /// At least so many times.
    AtLeast(usize),
}

/// One run of the program, and what it should show.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ProgramRun {
    pub stdin: String,
    pub args: Vec<String>,
    pub prints: Option<String>,
    pub stderr: Option<String>,
    pub exit: i32,
}

/// Kind `break`: the error to bring about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BreakTarget {
    pub any_of: Vec<String>,
    pub place: BreakPlace,
    /// Lines may be moved, not rewritten.
    pub same_lines: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BreakPlace {
    /// On the line that carries `//~ CODE`.
    Mark,
    /// Anywhere in the region.
    Region,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Profile {
    Debug,
    /// opt-level 3, no overflow checks, no debug assertions.
    Release,
}

/// What an exercise cannot do without.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    Clippy,
    Wasm32,
    Crate(String),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    pub text: String,
    pub choices: Vec<String>,
    /// Counted from 1.
    pub answer: usize,
    pub why: String,
}

impl Course {
    /// `3.2`
    pub fn number_of(&self, exercise: &Exercise) -> String {
        format!(
            "{}.{}",
            self.chapters[exercise.chapter].number, exercise.number
        )
    }

    pub fn chapter_of(&self, exercise: &Exercise) -> &Chapter {
        &self.chapters[exercise.chapter]
    }

    /// Index of the exercise with this id, or with this former id.
    pub fn find(&self, id: &str) -> Option<usize> {
        let by_id = self.exercises.iter().position(|e| e.id == id);
        by_id.or_else(|| {
            self.exercises
                .iter()
                .position(|e| e.formerly.iter().any(|f| f == id))
        })
    }
}

impl Exercise {
    /// The file that is compiled.
    pub fn main_file(&self) -> &str {
        self.files.first().map_or("", String::as_str)
    }

    /// The same path below `solutions/`.
    pub fn solution_file(&self) -> String {
        self.main_file().replacen("exercises/", "solutions/", 1)
    }
}
