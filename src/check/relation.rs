//! How an error that the learner has now relates to what the exercise is about.

use super::diagnostic::Diagnostic;
use super::verdict::Relation;
use crate::course::model::Start;

/// Judges one error of the learner's text against the errors that the starter is declared to show. The line does not
/// matter: whoever moves the same mistake elsewhere is still at what the exercise is about.
pub fn relate(error: &Diagnostic, starts: &[Start]) -> Relation {
    if declared(starts).any(|any_of| matches(error, any_of)) {
        return Relation::Expected;
    }
    match earliest_stage(starts) {
        Some(stage) if stage < stage_of_error(error) => Relation::Later,
        _ => Relation::Other,
    }
}

/// Whether an error is of an earlier stage than what the exercise is about: a slip that has to go first.
pub fn is_in_the_way(error: &Diagnostic, starts: &[Start]) -> bool {
    let about = declared(starts).any(|any_of| matches(error, any_of));
    !about && earliest_stage(starts).is_some_and(|stage| stage_of_error(error) < stage)
}

fn declared(starts: &[Start]) -> impl Iterator<Item = &Vec<String>> {
    starts.iter().filter_map(|start| match start {
        Start::Error { any_of, .. } => Some(any_of),
        _ => None,
    })
}

fn earliest_stage(starts: &[Start]) -> Option<Stage> {
    declared(starts).flatten().map(|code| stage_of(code)).min()
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
    use crate::course::model::At;

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
    fn the_declared_error_is_expected_wherever_it_stands_now() {
        let starts = start("E0382", "pass_on(");
        assert_eq!(relate(&error("E0382"), &starts), Relation::Expected);
        assert_eq!(relate(&error("E0308"), &starts), Relation::Other);
    }

    #[test]
    fn a_slip_of_an_earlier_stage_is_in_the_way() {
        let starts = start("E0382", "pass_on(");
        let no_code = Diagnostic {
            message: "cannot find derive macro `copy`".into(),
            ..Diagnostic::default()
        };
        assert!(is_in_the_way(&no_code, &starts));
        assert!(is_in_the_way(&error("E0308"), &starts));
        assert!(!is_in_the_way(&error("E0382"), &starts));
        assert!(!is_in_the_way(&error("E0502"), &starts));
    }

    #[test]
    fn a_later_stage_of_the_compiler_is_a_step_further() {
        assert_eq!(
            relate(&error("E0502"), &start("E0308", "a(")),
            Relation::Later
        );
        assert_eq!(
            relate(&error("E0308"), &start("E0502", "a(")),
            Relation::Other
        );
    }

    #[test]
    fn an_error_without_a_code_is_known_by_its_words() {
        let lifetime = Diagnostic {
            message: "lifetime may not live long enough".into(),
            ..Diagnostic::default()
        };
        assert_eq!(
            relate(&lifetime, &start("may not live long", "x")),
            Relation::Expected
        );
        assert!(!matches(&lifetime, &["E0382".into()]));
    }
}
