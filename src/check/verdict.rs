//! What a check found. Facts first ([`Evidence`]), the judgement beside them ([`Verdict`]); never a bool.

use std::time::Duration;

use super::diagnostic::Diagnostic;

/// One check of one exercise, from its bytes to its verdict.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    pub verdict: Verdict,
    pub evidence: Evidence,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    Passed,
    /// Never empty; the first is the one to show.
    NotYet(Vec<Reason>),
    /// We cannot tell: what the compiler or the program did fits no rule.
    Unclear {
        raw: String,
    },
    /// Our fault or the machine's, never the learner's.
    Broken(Fault),
    /// A tool or a crate that the exercise needs is absent; skipped visibly.
    Skipped {
        missing: String,
    },
}

/// What is wrong with the machine, the toolchain or the course, in words for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// One sentence: what went wrong.
    pub what: String,
    /// One sentence: what to do now.
    pub remedy: String,
    /// What the tool said, word for word, if that helps.
    pub detail: String,
}

/// Why it is not done yet: expected, found, nearest.
#[derive(Debug, Clone, PartialEq)]
pub enum Reason {
    /// The compiler refuses it.
    Refused {
        error: Diagnostic,
        relation: Relation,
        line: usize,
    },
    Test(FailedTest),
    /// Required tests that did not run to their end although the process said success.
    EndedEarly {
        missing: Vec<String>,
    },
    Token(TokenMiss),
    /// The program's output is not what the course says.
    Output(OutputMiss),
    Hangs {
        test: Option<String>,
        line: Option<usize>,
        limit: Duration,
        printed: Printed,
    },
    /// The program was ended because it printed without end.
    Floods {
        printed: Printed,
    },
    /// The program (not a test) panicked, was killed or left with a wrong exit code.
    Crashed {
        how: Crash,
        printed: Printed,
    },
    Lint {
        lint: String,
        diagnostic: Diagnostic,
        line: usize,
    },
    Budget {
        what: String,
        test: String,
        used: u64,
        allowed: u64,
    },
    Marks(MarksMiss),
    /// Kind `trace`: the learner's lines against the real ones.
    Trace(TraceMiss),
    /// Code outside what may be changed was changed.
    Changed {
        line: usize,
        found: String,
        expected: String,
    },
    Break(BreakMiss),
    /// Kind `guard`: every example with its outcome; at least one is not as it should be.
    Examples(Vec<Example>),
    /// Kind `tests`: mutants that the learner's tests let live.
    Mutants {
        survivors: Vec<Mutant>,
        killed: usize,
    },
    /// The file is not there, is empty, or is no text.
    File(FileTrouble),
    /// It reads another file into the program: `include!`, `#[path]`.
    ReadsOther {
        path: String,
    },
}

/// How the error on the screen relates to what the exercise is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// Declared in `starts`: the error that the exercise is about.
    Expected,
    /// Not declared: another one.
    Other,
    /// In the locked tests: a consequence of something in the learner's part.
    InTests,
    /// Not an error of the learner's text as written in `starts`, but one after it was mended.
    Later,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FailedTest {
    pub name: String,
    /// The line in the learner's file where the test stands, if it still does.
    pub line: Option<usize>,
    pub failure: Failure,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// `assert_eq!(found, expected, "what")`
    Differs {
        found: String,
        expected: String,
        what: String,
    },
    /// Any other panic, `todo!()` among them.
    Panic {
        message: String,
        line: Option<usize>,
    },
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenMiss {
    pub tokens: String,
    pub why: String,
    pub kind: TokenMissKind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TokenMissKind {
    /// Found where it is refused (or more often than allowed): the first place too many.
    Refused {
        line: usize,
        column: usize,
        width: usize,
        source: String,
        found: usize,
        allowed: usize,
    },
    /// Required, and not there (often enough).
    Absent {
        found: usize,
        wanted: usize,
        within: Option<String>,
    },
    /// `unsafe` where the exercise allows none.
    Unsafe {
        line: usize,
        column: usize,
        source: String,
    },
}

/// The first line that differs; `None`: there is no such line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutputMiss {
    pub stream: Stream,
    pub line: usize,
    pub expected: Option<String>,
    pub found: Option<String>,
    pub printed: Printed,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stream {
    Out,
    Err,
}

/// A bounded piece of what a program printed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Printed {
    /// The first lines, or all of them.
    pub head: Vec<String>,
    /// The last lines, if not all fitted into `head`.
    pub tail: Vec<String>,
    /// How many lines there were in all.
    pub lines: u64,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Crash {
    Panic {
        message: String,
        line: Option<usize>,
    },
    Exit {
        code: i32,
        expected: i32,
    },
    Signal {
        name: String,
    },
    StackOverflow,
    OutOfMemory,
}

/// Kind `predict`. Graded by how often the learner has tried with marks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MarksMiss {
    pub marks: Vec<Mark>,
    /// How many errors there really are.
    pub errors: usize,
    /// Errors that no mark names.
    pub missing: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    pub line: usize,
    pub code: String,
    /// The code on that line, without the mark.
    pub source: String,
    pub grade: Grade,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grade {
    Right,
    /// The line is refused, with another code.
    OtherCode,
    /// A labelled line of an error, not the refused one: its cause.
    Leads,
    /// A labelled line of an error, not the refused one: what comes after it.
    Follows,
    /// Nothing is refused there.
    Wrong,
    /// Right, but marked twice.
    Twice,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TraceMiss {
    /// The learner's lines, with their line in the file, and whether each is right so far.
    pub lines: Vec<TraceLine>,
    /// How many from the start are right.
    pub right: usize,
    /// How many lines the program really prints.
    pub real: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TraceLine {
    pub line: usize,
    pub text: String,
}

/// Kind `break`: what was asked for, what came, and the nearest miss.
#[derive(Debug, Clone, PartialEq)]
pub struct BreakMiss {
    pub expected: Vec<String>,
    pub kind: BreakMissKind,
}

#[derive(Debug, Clone, PartialEq)]
pub enum BreakMissKind {
    /// It still compiles.
    Accepted,
    /// No line carries the mark.
    NoMark,
    /// The right code, on another line.
    OtherLine {
        marked: Option<usize>,
        error: Diagnostic,
        line: usize,
    },
    /// Another code.
    OtherCode { error: Diagnostic, line: usize },
    /// The right error, and others beside it.
    More {
        error: Diagnostic,
        line: usize,
        extra: Vec<Diagnostic>,
    },
    /// Lines were rewritten although they may only be moved.
    Rewritten { line: usize, source: String },
}

/// One example of a guard.
#[derive(Debug, Clone, PartialEq)]
pub struct Example {
    pub title: String,
    /// The line of the learner's file on which its code begins.
    pub line: usize,
    pub code: Vec<String>,
    pub wish: Wish,
    pub outcome: ExampleOutcome,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    Runs,
    Panics,
    Compiles,
    /// Refused for one of these codes or fragments; empty: for any.
    Refused {
        any_of: Vec<String>,
    },
}

#[derive(Debug, Clone, PartialEq)]
pub enum ExampleOutcome {
    AsItShould,
    /// A misuse that is accepted.
    Accepted,
    /// A misuse that is refused for another reason.
    OtherReason {
        error: Diagnostic,
    },
    /// Right code, on another line than the one it pins.
    OtherLine {
        error: Diagnostic,
        line: usize,
    },
    /// Something that has to work is refused.
    DoesNotCompile {
        error: Diagnostic,
    },
    Failed {
        how: Crash,
    },
    Hangs,
    /// Not looked at: the library itself does not compile.
    NotReached,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mutant {
    pub key: String,
    /// What is wrong in it, in the course's words.
    pub about: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileTrouble {
    Missing {
        path: String,
    },
    Empty {
        path: String,
    },
    NotUtf8 {
        path: String,
        looks_like_utf16: bool,
    },
    TooLarge {
        path: String,
        bytes: u64,
    },
    /// An opening `{`, `/*` or `"` without its end, on this line.
    Unbalanced {
        path: String,
        line: usize,
        what: String,
    },
}

/// Everything a check saw that a person may want to look at.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Evidence {
    /// The learner's errors in the compiler's order; those in the locked tests last.
    pub errors: Vec<Diagnostic>,
    pub warnings: Vec<Diagnostic>,
    /// The required tests in the order of the file.
    pub tests: Vec<TestRun>,
    /// What the program (its `main`) printed, when it was run.
    pub printed: Option<Printed>,
    pub notices: Vec<Notice>,
    /// From the start of the check to its verdict.
    pub took: Duration,
    /// Marks or trace lines that are right at `Passed`, for the sentence on the screen.
    pub right: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TestRun {
    pub name: String,
    /// In the learner's file.
    pub line: Option<usize>,
    pub state: TestState,
    /// What the program printed while this test ran.
    pub printed: Printed,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TestState {
    Passed,
    Failed,
    /// Begun, not ended.
    Unfinished,
    NotRun,
}

/// Told, but not a reason to refuse.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// The learner's copy of the tests was changed or deleted; the course's own were run.
    TestsRestored { deleted: bool },
    /// The exercise left processes behind; they were ended.
    ProcessesLeft,
    /// Checked with rustc alone.
    NoClippy,
}
