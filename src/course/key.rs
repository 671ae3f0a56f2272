//! Every key of a course's manifest, each with an example for those who got it wrong.

/// A key, and a line that shows its form.
#[derive(Debug, Clone, Copy)]
pub(super) struct Key {
    pub(super) name: &'static str,
    pub(super) example: &'static str,
}

const fn key(name: &'static str, example: &'static str) -> Key {
    Key { name, example }
}

// The course.
pub(super) const FORMAT_VERSION: Key = key("format_version", "format_version = 2");
pub(super) const ID: Key = key("id", "id = \"rust\"");
pub(super) const TITLE: Key = key("title", "title = \"Ownership\"");
pub(super) const WELCOME_MESSAGE: Key = key("welcome_message", "welcome_message = \"Welcome.\"");
pub(super) const FINAL_MESSAGE: Key = key("final_message", "final_message = \"Well done.\"");
pub(super) const BUILD: Key = key("build", "[build]");
pub(super) const CHAPTERS: Key = key("chapters", "[[chapters]]");
pub(super) const EXERCISES: Key = key("exercises", "[[exercises]]");

// How it is built; `package` and `lints` in a Cargo.toml too.
pub(super) const PACKAGE: Key = key("package", "[package]");
pub(super) const EDITION: Key = key("edition", "edition = \"2024\"");
pub(super) const DEPENDENCIES: Key = key("dependencies", "dependencies = { serde = \"1\" }");
pub(super) const LINTS: Key = key("lints", "lints = { rust = { dead_code = \"allow\" } }");
pub(super) const LEVEL: Key = key("level", "level = \"warn\"");
pub(super) const PRIORITY: Key = key("priority", "priority = -1");

// A chapter.
pub(super) const DIR: Key = key("dir", "dir = \"03_ownership\"");
pub(super) const ABOUT: Key = key("about", "about = \"One owner, moves, Copy, drop order.\"");
pub(super) const MINUTES: Key = key("minutes", "minutes = 8");

// An exercise.
pub(super) const NAME: Key = key("name", "name = \"02_handed_over\"");
pub(super) const KIND: Key = key("kind", "kind = \"fix\"");
pub(super) const STARTS: Key = key(
    "starts",
    "starts = [{ error = \"E0382\", at = \"pass_on(manifest);\" }]",
);
pub(super) const TOLERATE: Key = key("tolerate", "tolerate = [{ error = \"E0433\" }]");
pub(super) const DENY: Key = key("deny", "deny = [\"clippy::ptr_arg\"]");
pub(super) const REFUSE: Key = key("refuse", "refuse = { clone = \"It only has to look.\" }");
pub(super) const REQUIRE: Key = key(
    "require",
    "require = { match = \"Every signal has its answer.\" }",
);
pub(super) const PRINTS: Key = key("prints", "prints = \"21 degrees\"");
pub(super) const RUNS: Key = key("runs", "runs = [{ args = [\"7\"], prints = \"49\" }]");
pub(super) const EXPECT: Key = key("expect", "expect = { error = \"E0506\", place = \"mark\" }");
pub(super) const SAME_LINES: Key = key("same_lines", "same_lines = true");
pub(super) const CHOICES: Key = key("choices", "choices = [\"E0382\", \"E0499\", \"E0502\"]");
pub(super) const PROFILES: Key = key("profiles", "profiles = [\"debug\", \"release\"]");
pub(super) const BUDGET: Key = key("budget", "budget = { allocs = 1 }");
pub(super) const TIMEOUT_S: Key = key("timeout_s", "timeout_s = 10");
pub(super) const UNSAFE: Key = key("unsafe", "unsafe = true");
pub(super) const FILES: Key = key("files", "files = [\"02_manifest.txt\"]");
pub(super) const NEEDS: Key = key("needs", "needs = [\"clippy\"]");
pub(super) const HINT: Key = key("hint", "hint = \"Who has it?\"");
pub(super) const HINT_ON: Key = key(
    "hint_on",
    "hint_on = { E0507 = \"The field is behind a loan.\" }",
);
pub(super) const QUESTION: Key = key(
    "question",
    "question = { text = \"Why?\", choices = [\"a\", \"b\"], answer = 2, why = \"b\" }",
);
pub(super) const QUESTIONS: Key = key(
    "questions",
    "questions = [{ text = \"Why?\", choices = [\"a\", \"b\"], answer = 2, why = \"b\" }]",
);
pub(super) const DOCS: Key = key("docs", "docs = [\"book/ch04-01-what-is-ownership.html\"]");
pub(super) const TEACHES: Key = key("teaches", "teaches = [\"moves\"]");
pub(super) const BUILDS_ON: Key = key("builds_on", "builds_on = [\"moves\"]");
pub(super) const FORMERLY: Key = key("formerly", "formerly = [\"handed_on\"]");
pub(super) const POINTS: Key = key("points", "points = 2");
pub(super) const TRACKS: Key = key("tracks", "tracks = [\"core\"]");
pub(super) const OBVIOUS: Key = key("obvious", "obvious = true");
pub(super) const ALLOW: Key = key(
    "allow",
    "allow = { V051 = \"a review of the whole chapter\" }",
);

// Only in version 1.
pub(super) const TEST: Key = key("test", "test = false");
pub(super) const STRICT_CLIPPY: Key = key("strict_clippy", "strict_clippy = true");
pub(super) const SKIP_CHECK_UNSOLVED: Key =
    key("skip_check_unsolved", "skip_check_unsolved = true");

// Inside `starts`, `tolerate` and `expect`.
pub(super) const ERROR: Key = key("error", "error = \"E0382\"");
pub(super) const AT: Key = key("at", "at = \"pass_on(manifest);\"");
pub(super) const LINT: Key = key("lint", "lint = \"clippy::ptr_arg\"");
pub(super) const FAILS: Key = key("fails", "fails = \"the_panel_shows_the_reading\"");
pub(super) const PANICS: Key = key("panics", "panics = \"index out of bounds\"");
pub(super) const HANGS: Key = key("hangs", "hangs = true");
pub(super) const OVER: Key = key("over", "over = \"allocs\"");
pub(super) const ACCEPTS: Key = key("accepts", "accepts = 2");
pub(super) const PLACE: Key = key("place", "place = \"mark\"");

// Inside `refuse` and `require`.
pub(super) const TOKENS: Key = key("tokens", "tokens = \".clone(\"");
pub(super) const MAX: Key = key("max", "max = 1");
pub(super) const MIN: Key = key("min", "min = 1");
pub(super) const IN: Key = key("in", "in = \"fn dispatch\"");
pub(super) const WHY: Key = key("why", "why = \"It only has to look.\"");

// Inside `runs`.
pub(super) const STDIN: Key = key("stdin", "stdin = \"7\\n\"");
pub(super) const ARGS: Key = key("args", "args = [\"7\"]");
pub(super) const STDERR: Key = key("stderr", "stderr = \"no such ferry\"");
pub(super) const EXIT: Key = key("exit", "exit = 2");

// Inside a question.
pub(super) const TEXT: Key = key("text", "text = \"Who frees the letters?\"");
pub(super) const OPTIONS: Key = key("choices", "choices = [\"the caller\", \"the function\"]");
pub(super) const ANSWER: Key = key("answer", "answer = 2");
