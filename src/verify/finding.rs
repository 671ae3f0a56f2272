//! One thing that is not as it should be in a course: the rule, the place, what is wrong, what to do.

use crate::course::model::Place;

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    pub place: Place,
    pub rule: Rule,
    /// The exercise's id, where it belongs to one.
    pub exercise: Option<String>,
    /// One sentence.
    pub what: String,
    /// What to do, in the imperative.
    pub remedy: String,
}

macro_rules! rules {
    ($($name:ident $id:literal $about:literal,)*) => {
        /// A rule with its stable id. Ids are never reused.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule { $(#[doc = $about] $name,)* }

        impl Rule {
            pub const ALL: &'static [Rule] = &[$(Rule::$name,)*];

            pub fn id(self) -> &'static str {
                match self { $(Rule::$name => $id,)* }
            }

            /// One line for the guide.
            pub fn about(self) -> &'static str {
                match self { $(Rule::$name => $about,)* }
            }
        }
    };
}

rules! {
    Manifest "V001" "the course's manifests can be read and say what they must",
    Unknown "V002" "the manifests have no unknown keys and no empty chapters",
    Unreadable "V003" "every file of the course can be read as text",
    NotDeclared "V010" "the starter shows nothing that `starts` does not declare",
    NotShown "V011" "the starter shows everything that `starts` declares",
    AtLine "V012" "each `at` names exactly one line",
    Solved "V013" "the starter is not solved already",
    NotChecked "V014" "the exercise can be checked here",
    NoSolution "V020" "every exercise has a solution",
    SolutionFails "V021" "the solution passes",
    SolutionWarns "V022" "the solution passes without a warning of rustc's or clippy's",
    NotFormatted "V023" "starters and solutions are formatted",
    SolutionTests "V024" "solutions and answers leave the tests to the starter",
    WrongPasses "V030" "every wrong answer is refused",
    OtherRefusal "V031" "every wrong answer is refused for its stated reason",
    NoRefusal "V032" "every wrong answer says on its second line why it is refused",
    NoWrongAnswer "V033" "every exercise has at least one wrong answer",
    RightRefused "V034" "every right answer passes",
    HintLevels "V040" "every exercise has three hints, none of them empty",
    HintGivesAway "V041" "no hint holds a line of the solution",
    HintNeverMet "V042" "every key of `hint_on` can be met",
    NoTitle "V050" "every starter begins with its title and goal",
    GoalSize "V051" "a goal has one to four lines of at most 80 columns",
    TodoMark "V052" "a starter says with `// TODO` where to work",
    AboveGoal "V053" "nothing stands above the goal",
    NoteSize "V060" "a note has four to eight lines of at most 80 columns",
    Card "V070" "every chapter has a card that fits the screen",
    DocsPage "V080" "every page of `docs` exists",
    Screen "V090" "what a starter and a solved exercise show fits 80 by 24",
    Suggested "V100" "the compiler's own suggestions do not solve it",
    CommentedOut "V101" "a file whose code is commented out does not pass",
    Placeholder "V110" "nothing that `tutor new` has left to be filled in is left",
    Undeclared "V120" "nothing undeclared lies in exercises/ or solutions/",
    RunsByItself "V121" "nothing in the course runs by itself",
    BeforeTaught "V130" "nothing is used before it is taught, along every track",
    UnusedAllow "V140" "every `allow` of a rule is needed",
    Flaky "V150" "solutions pass every time",
    ToolchainDiffers "V160" "other toolchains say the same",
}

impl Rule {
    /// The rule with this id.
    pub fn by_id(id: &str) -> Option<Rule> {
        Rule::ALL.iter().copied().find(|rule| rule.id() == id)
    }

    /// The key of an exercise's entry that a finding there is about.
    pub fn key(self) -> Option<&'static str> {
        match self {
            Rule::NotDeclared | Rule::NotShown | Rule::AtLine => Some("starts"),
            Rule::HintLevels | Rule::HintGivesAway => Some("hint"),
            Rule::HintNeverMet => Some("hint_on"),
            Rule::DocsPage => Some("docs"),
            Rule::BeforeTaught => Some("builds_on"),
            Rule::UnusedAllow => Some("allow"),
            _ => None,
        }
    }
}

impl std::fmt::Display for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Finding {
            place,
            rule,
            what,
            remedy,
            ..
        } = self;
        write!(
            f,
            "{}:{}: {}: {what} {remedy}",
            place.path,
            place.line,
            rule.id()
        )
    }
}

/// `a clause` as `A clause.`; a path keeps its small letter, as it is no other file's.
pub fn sentence(clause: &str) -> String {
    let mut letters = clause.chars();
    let Some(first) = letters.next() else {
        return String::new();
    };
    let end = if clause.ends_with(['.', '?', '!']) {
        ""
    } else {
        "."
    };
    match begins_with_path(clause) {
        true => format!("{clause}{end}"),
        false => format!("{}{}{end}", first.to_uppercase(), letters.as_str()),
    }
}

/// `info.toml:86 has …`, `exercises/03_ownership is …`
fn begins_with_path(clause: &str) -> bool {
    let word = clause.split(' ').next().unwrap_or_default();
    let mut parts = word.split('.');
    let in_parts =
        parts.next().is_some() && parts.any(|part| part.starts_with(char::is_alphanumeric));
    word.contains('/') || in_parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_begins_with_a_capital_unless_that_is_a_path() {
        for (clause, expected) in [
            ("write that one", "Write that one."),
            ("is it?", "Is it?"),
            (
                "info.toml:86 has it already",
                "info.toml:86 has it already.",
            ),
            ("exercises/x is a file", "exercises/x is a file."),
            ("done. now this", "Done. now this."),
            ("`a.rs` is odd", "`a.rs` is odd."),
            ("", ""),
        ] {
            assert_eq!(sentence(clause), expected);
        }
    }

    #[test]
    fn ids_are_unique_and_found_again() {
        for rule in Rule::ALL {
            assert_eq!(Rule::by_id(rule.id()), Some(*rule));
        }
    }
}
