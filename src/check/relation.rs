//! How an error that the learner has now relates to what the exercise is about.

use super::diagnostic::Diagnostic;
use super::source::Source;
use super::verdict::Relation;
use crate::course::model::{At, Start};

/// Judges one error on `line` of the learner's text against the errors that the starter is declared to show.
pub fn relate(error: &Diagnostic, line: usize, starts: &[Start], learner: &Source) -> Relation {
    let declared = || {
        starts.iter().filter_map(|start| match start {
            Start::Error { any_of, at } => Some((any_of, at)),
            _ => None,
        })
    };
    if declared().any(|(any_of, at)| matches(error, any_of) && stands_at(at, line, learner)) {
        return Relation::Expected;
    }
    let earliest = declared()
        .flat_map(|(any_of, _)| any_of)
        .map(|code| stage_of(code))
        .min();
    match earliest {
        Some(stage) if stage < stage_of_error(error) => Relation::Later,
        _ => Relation::Other,
    }
}

/// Whether an error carries one of these codes, or, having none, one of these fragments in its message.
pub fn matches(error: &Diagnostic, any_of: &[String]) -> bool {
    any_of.iter().any(|wanted| match &error.code {
        Some(code) => code == wanted,
        None => !is_code(wanted) && error.message.contains(wanted.as_str()),
    })
}

/// `E0382`, as opposed to a fragment of a message or a lint's name.
pub fn is_code(text: &str) -> bool {
    text.len() == 5 && text.starts_with('E') && text[1..].bytes().all(|b| b.is_ascii_digit())
}

/// On the line that `at` names; wherever it is, once the learner has rewritten that line.
fn stands_at(at: &At, line: usize, learner: &Source) -> bool {
    let Some(text) = at.0.last() else { return true };
    let still_there = (1..=learner.lines()).any(|n| learner.line(n).contains(text.as_str()));
    !still_there || learner.line(line).contains(text.as_str())
}

/// How far the compiler has come when it reports an error: within a function body, each stage hides the later ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    Syntax,
    Names,
    Types,
    Patterns,
    Borrows,
}

fn stage_of_error(error: &Diagnostic) -> Stage {
    match &error.code {
        Some(code) => stage_of(code),
        None => stage_of(&error.message),
    }
}

fn stage_of(code: &str) -> Stage {
    match code {
        "E0381" | "E0382" | "E0384" | "E0373" | "E0499" | "E0594" | "E0596" | "E0597" | "E0713"
        | "E0716" => Stage::Borrows,
        "E0502" | "E0503" | "E0505" | "E0506" | "E0507" | "E0508" | "E0509" | "E0510" | "E0515"
        | "E0521" => Stage::Borrows,
        "E0004" | "E0005" | "E0023" | "E0026" | "E0027" => Stage::Patterns,
        "E0412" | "E0422" | "E0423" | "E0424" | "E0425" | "E0426" | "E0432" | "E0433" | "E0405"
        | "E0106" => Stage::Names,
        "E0107" | "E0261" | "E0401" | "E0403" | "E0404" | "E0408" | "E0416" | "E0428" | "E0430"
        | "E0435" => Stage::Names,
        code if is_code(code) => Stage::Types,
        fragment if fragment.contains("lifetime may not live long enough") => Stage::Borrows,
        fragment if fragment.contains("between threads safely") => Stage::Types,
        _ => Stage::Syntax,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(code: &str) -> Diagnostic {
        Diagnostic {
            code: Some(code.into()),
            message: "m".into(),
            ..Diagnostic::default()
        }
    }

    fn start(code: &str, at: &str) -> Vec<Start> {
        vec![Start::Error {
            any_of: vec![code.into()],
            at: At(vec![at.into()]),
        }]
    }

    #[test]
    fn the_declared_error_on_its_line_is_expected() {
        let text = Source::new("a();\npass_on(manifest);\n");
        let starts = start("E0382", "pass_on(");
        assert_eq!(
            relate(&error("E0382"), 2, &starts, &text),
            Relation::Expected
        );
        assert_eq!(relate(&error("E0382"), 1, &starts, &text), Relation::Other);
    }

    #[test]
    fn once_the_line_is_rewritten_the_code_alone_decides() {
        let text = Source::new("a();\npass_along(manifest);\n");
        assert_eq!(
            relate(&error("E0382"), 1, &start("E0382", "pass_on("), &text),
            Relation::Expected
        );
    }

    #[test]
    fn a_later_stage_of_the_compiler_is_a_step_further() {
        let text = Source::new("a();\n");
        assert_eq!(
            relate(&error("E0502"), 1, &start("E0308", "a("), &text),
            Relation::Later
        );
        assert_eq!(
            relate(&error("E0308"), 1, &start("E0502", "a("), &text),
            Relation::Other
        );
    }

    #[test]
    fn an_error_without_a_code_is_known_by_its_words() {
        let lifetime = Diagnostic {
            message: "lifetime may not live long enough".into(),
            ..Diagnostic::default()
        };
        let text = Source::new("x\n");
        assert_eq!(
            relate(&lifetime, 1, &start("may not live long", "x"), &text),
            Relation::Expected
        );
        assert!(!matches(&lifetime, &["E0382".into()]));
    }
}
