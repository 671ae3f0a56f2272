//! The words of the command line, and the [`Request`] that they make. The only file that knows clap.

use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;

use clap::builder::PossibleValue;
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};

use crate::course::model::Kind;

const ABOUT: &str = "Learn Rust one refusal at a time, in your own editor";

// Paragraphs are one line each: they are broken where the window ends.
const EXERCISES: &str = "\
An EXERCISE is named by its short name (handed_over), by its number (3.2), by its chapter and name \
(ownership/handed_over), or by any beginning that fits only one. Where several make sense, a whole \
chapter (3, ownership) or a range of chapters (3-4) will do.

States: todo, done, skipped (passed over; it comes again at the end).";

const EXIT_CODES: &str = "\
Exit codes:
    0  passed, or done as asked
    1  not yet, or unclear; or the course is unsound
    2  the command line makes no sense
    3  no course here, or one that cannot be read
    4  broken: the toolchain or the machine lacks something
  130  interrupted";

/// What is asked for. Without a command it is [`Command::Watch`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    pub globals: Globals,
    pub command: Command,
}

#[derive(Parser)]
#[command(name = "tutor", version, about = ABOUT, after_help = EXERCISES, after_long_help = format!("{EXERCISES}\n\n{EXIT_CODES}"))]
struct Words {
    #[command(flatten)]
    globals: Globals,
    #[command(subcommand)]
    command: Option<Command>,
}

/// Options that every command takes.
#[derive(Debug, Clone, PartialEq, Eq, Default, Args)]
pub struct Globals {
    /// The course or learner's folder [default: the one that the current folder lies in]
    #[arg(long, global = true, value_name = "DIR")]
    pub course: Option<PathBuf>,
    /// Plain blocks of text, as in a pipe: no full screen, no colours
    #[arg(long, global = true)]
    pub plain: bool,
    /// Only what was asked for: no advice, no notices
    #[arg(long, short, global = true)]
    pub quiet: bool,
    /// Let a course that is not built in run its code and build its dependencies
    #[arg(long, global = true)]
    pub trust: bool,
    /// When to use colours; auto: in a terminal, unless NO_COLOR is set
    #[arg(long, global = true, value_name = "WHEN", value_enum, default_value_t)]
    pub color: When,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum When {
    #[default]
    Auto,
    Always,
    Never,
}

#[derive(Debug, Clone, PartialEq, Eq, Subcommand)]
pub enum Command {
    /// Work through the course: every save is checked (also with no command at all)
    Watch(Watch),
    /// Write a folder to learn in
    Init(Init),
    /// Check exercises once: the current one, or those that are named
    Check(Check),
    /// Show all exercises and what is done; in a terminal, to find one as you type and to go there
    List(List),
    /// Show the next hint
    Hint(Hint),
    /// Show our solution, its note, and how yours differs
    Solution(Solution),
    /// Explain an error code in rustc's own words
    Explain(Explain),
    /// Go to an exercise
    Go(Go),
    /// Go on to the next exercise; one that is not done is skipped for now
    Next,
    /// Go back to the exercise before
    Prev,
    /// Put an exercise back as it was; what you wrote is kept
    Reset(Reset),
    /// Prove that a course is sound: every starter, solution and answer of it (for instructors and CI)
    Verify(Verify),
    /// Begin an exercise of a course, or a whole course (for instructors)
    New(New),
    /// Show what is done: chapters, the last weeks, the errors met most
    Progress(Progress),
    /// Ask again what you have mended: which line will the compiler refuse? (after 1, 3, 7 and 21 days)
    Review,
    /// See whether this machine has what tutor needs, by compiling, linking and running a program
    Doctor,
    /// Print the completions for a shell
    Completions(Completions),
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Args)]
pub struct Watch {
    /// Only the exercises of this track
    #[arg(long, value_name = "NAME")]
    pub track: Option<String>,
    /// Go on by itself when an exercise is done
    #[arg(long)]
    pub auto_next: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct Init {
    /// The folder to write [default: the learner's folder that this is called in, else rust-tutor]
    pub dir: Option<PathBuf>,
    /// Take the course from this folder instead of the one that is built in
    #[arg(long, value_name = "COURSE")]
    pub from: Option<PathBuf>,
    /// Leave our solutions out
    #[arg(long)]
    pub no_solutions: bool,
    /// Add a workflow for GitHub Classroom that checks every push with this version of tutor and of the course
    #[arg(long)]
    pub classroom: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct Check {
    /// The exercises to check [default: the current one]
    #[arg(value_name = "EXERCISE", conflicts_with = "all")]
    pub exercises: Vec<String>,
    /// Check them all
    #[arg(long)]
    pub all: bool,
    /// Only the exercises of this track
    #[arg(long, value_name = "NAME")]
    pub track: Option<String>,
    /// Check the work in this folder, or in each folder in it; may be given several times. They are judged by the tests
    /// of the course that --course names, or in whose own folder this is called; else by those of the one built in
    #[arg(long = "in", value_name = "FOLDER", conflicts_with = "record")]
    pub folders: Vec<PathBuf>,
    /// How to print the result
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t)]
    pub format: CheckFormat,
    /// Only the I-th of N equal parts, for several machines
    #[arg(long, value_name = "I/N", value_parser = partition)]
    pub partition: Option<Partition>,
    /// Write what passed into the progress
    #[arg(long)]
    pub record: bool,
    /// Check anew what has passed before
    #[arg(long)]
    pub no_cache: bool,
    /// Only if the course has this digest; as good as --trust for it
    #[arg(long, value_name = "BLAKE3")]
    pub digest: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum CheckFormat {
    #[default]
    Text,
    Json,
    Junit,
    Github,
    Csv,
}

/// The `index`-th of `of` equal parts, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Partition {
    pub index: usize,
    pub of: usize,
}

#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct List {
    /// Only the exercises of this track
    #[arg(long, value_name = "NAME")]
    pub track: Option<String>,
    /// How to print it
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t)]
    pub format: ListFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum ListFormat {
    #[default]
    Text,
    Json,
}

#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct Hint {
    /// The exercise [default: the current one]
    pub exercise: Option<String>,
    /// This hint, from 1 [default: the next one]
    #[arg(long, value_name = "N")]
    pub level: Option<u8>,
}

#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct Solution {
    /// The exercise [default: the current one]
    pub exercise: Option<String>,
    /// Show it although the exercise is not done, without asking
    #[arg(long)]
    pub yes: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct Explain {
    /// Such as E0382 [default: the code that the current exercise is about]
    pub code: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct Go {
    /// Where to go
    pub exercise: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct Reset {
    /// The exercise to put back [default: the current one]
    pub exercise: Option<String>,
    /// Take back the last reset: your own text returns
    #[arg(long)]
    pub undo: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Args)]
pub struct Verify {
    /// The exercises to prove [default: all of them]
    #[arg(value_name = "EXERCISE")]
    pub exercises: Vec<String>,
    /// How to print the findings
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t)]
    pub format: VerifyFormat,
    /// Only the I-th of N parts of about the same cost, for several machines
    #[arg(long, value_name = "I/N", value_parser = partition)]
    pub partition: Option<Partition>,
    /// Only exercises that differ from this commit or branch of git
    #[arg(long, value_name = "REF")]
    pub since: Option<String>,
    /// Prove everything anew, whatever was found before
    #[arg(long)]
    pub no_cache: bool,
    /// Compile every file by itself
    #[arg(long)]
    pub no_merge: bool,
    /// How many exercises are proved at the same time [default: one for each core]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub jobs: Option<u16>,
    /// Run every solution so often, all cores busy, and report those that fail now and then
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(2..=100_000))]
    pub repeat: Option<u32>,
    /// Prove it with this toolchain of rustup's too, and report what differs
    #[arg(long, value_name = "NAME")]
    pub toolchain: Option<String>,
    /// Show which exercises take longest
    #[arg(long)]
    pub timing: bool,
    /// Show, then write, what can be corrected without thinking: `starts`, marks and trace lines
    #[arg(long)]
    pub bless: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum VerifyFormat {
    /// One line for each finding
    #[default]
    Text,
    Json,
    Junit,
    /// Annotations for GitHub Actions
    Github,
}

const NEW: &str = "    tutor new 03_ownership/lend_it --kind fix
        Begins an exercise at the end of that chapter, or in a new chapter.
    tutor new 03_ownership/lend_it --kind fix --after handed_over
        The same behind another one. What follows is renumbered if need be.
    tutor new --course DIR
        Begins a whole course in a new folder, with two exercises.

Starter, solution and a wrong answer are small ones that work, with a line `FILL IN:` wherever your \
own words are missing. `tutor verify` names each such line until it is gone. No file is ever written \
over.";

#[derive(Debug, Clone, PartialEq, Eq, Args)]
#[command(after_help = NEW)]
pub struct New {
    /// The chapter, and the exercise's short name
    #[arg(value_name = "CHAPTER/SLUG", requires = "kind")]
    pub exercise: Option<String>,
    /// What the learner is to do in it
    #[arg(long, value_name = "KIND", value_enum, requires = "exercise")]
    pub kind: Option<Kind>,
    /// The exercise that it follows [default: the last of the chapter]
    #[arg(long, value_name = "SLUG", requires = "exercise")]
    pub after: Option<String>,
}

impl ValueEnum for Kind {
    fn value_variants<'a>() -> &'a [Kind] {
        &Kind::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let help = match self {
            Kind::Fix => "make it compile and pass",
            Kind::Write => "fill in what is still to be written",
            Kind::Lint => "make lints silent, and keep the behaviour",
            Kind::Measure => "stay in a budget of allocations or steps",
            Kind::Predict => "say which lines the compiler refuses, and with which code",
            Kind::Trace => "say what the program prints",
            Kind::Break => "edit a region until the compiler refuses it as asked",
            Kind::Guard => "design an interface whose misuse does not compile",
            Kind::Tests => "write tests that find every faulty version",
        };
        Some(PossibleValue::new(self.key()).help(help))
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Args)]
pub struct Progress {
    /// Write it as a picture, for a README or a page
    #[arg(long, value_name = "FILE")]
    pub svg: Option<PathBuf>,
}

#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct Completions {
    /// The shell to complete in
    pub shell: Shell,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Shell {
    Bash,
    Elvish,
    Fish,
    #[value(name = "powershell")]
    PowerShell,
    Zsh,
}

/// Reads the words of the command line, the program's own name first. Help, the version and a line that makes no sense
/// are printed here and end the process, with 0 or 2.
pub fn parse(words: impl IntoIterator<Item = OsString>) -> Request {
    let words = Words::parse_from(words);
    Request {
        globals: words.globals,
        command: words
            .command
            .unwrap_or_else(|| Command::Watch(Watch::default())),
    }
}

/// The completions for a shell, as the text of its script.
pub fn completions(shell: Shell) -> Vec<u8> {
    let mut script = Vec::new();
    let generator = match shell {
        Shell::Bash => clap_complete::Shell::Bash,
        Shell::Elvish => clap_complete::Shell::Elvish,
        Shell::Fish => clap_complete::Shell::Fish,
        Shell::PowerShell => clap_complete::Shell::PowerShell,
        Shell::Zsh => clap_complete::Shell::Zsh,
    };
    clap_complete::generate(generator, &mut Words::command(), "tutor", &mut script);
    script.flush().expect("a vector takes everything");
    script
}

fn partition(text: &str) -> Result<Partition, String> {
    let parts = text.split_once('/');
    let numbers = parts.and_then(|(index, of)| Some((index.parse().ok()?, of.parse().ok()?)));
    match numbers {
        Some((index, of)) if (1..=of).contains(&index) => Ok(Partition { index, of }),
        _ => Err("write it as 2/4, the second of four parts".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Command, String> {
        let words = std::iter::once("tutor").chain(line.split_whitespace());
        Words::try_parse_from(words)
            .map(|words| words.command.unwrap_or(Command::Watch(Watch::default())))
            .map_err(|refusal| refusal.to_string())
    }

    #[test]
    fn clap_finds_no_fault_in_the_definitions() {
        Words::command().debug_assert();
    }

    #[test]
    fn tutor_alone_is_watch() {
        assert_eq!(read(""), Ok(Command::Watch(Watch::default())));
    }

    #[test]
    fn check_takes_names_or_all_but_not_both() {
        assert!(read("check 3.2 ownership").is_ok());
        assert!(read("check --all").is_ok());
        assert!(read("check 3.2 --all").is_err());
    }

    #[test]
    fn a_new_exercise_has_a_kind_and_a_new_course_has_none() {
        assert!(read("new 03_ownership/lend_it --kind fix --after handed_over").is_ok());
        assert!(read("new --course somewhere").is_ok());
        assert!(read("new 03_ownership/lend_it").is_err());
        assert!(read("new --kind fix").is_err());
        assert!(read("new 03_ownership/lend_it --kind mend").is_err());
    }

    #[test]
    fn a_partition_counts_from_one_and_ends_at_its_number() {
        assert_eq!(partition("2/4"), Ok(Partition { index: 2, of: 4 }));
        for wrong in ["0/4", "5/4", "2", "a/b", "1/0", ""] {
            assert!(partition(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn options_for_every_command_may_stand_after_the_command() {
        let words = ["tutor", "list", "--plain", "--course", "somewhere"];
        let words = Words::try_parse_from(words).expect("they are known");
        assert!(words.globals.plain);
        assert_eq!(words.globals.course, Some(PathBuf::from("somewhere")));
    }

    /// What is longer than a narrow window is a paragraph: a line that was broken by hand would be broken twice there.
    #[test]
    fn help_keeps_to_eighty_columns_and_no_line_is_broken_twice() {
        for text in [EXERCISES, EXIT_CODES, NEW] {
            let lines: Vec<&str> = text.lines().chain([""]).collect();
            let broken = lines
                .windows(2)
                .find(|pair| pair[0].len() > 80 && !pair[1].is_empty());
            assert_eq!(broken, None);
        }
        let mut words = Words::command().term_width(80);
        let new = words.find_subcommand("new").cloned();
        let new = new.expect("it is one").term_width(80);
        let helps = [words.render_long_help(), new.clone().render_help()];
        for help in helps.map(|help| help.to_string()) {
            let long = help.lines().find(|line| line.trim_end().len() > 80);
            assert_eq!(long, None, "{help}");
        }
    }
}
