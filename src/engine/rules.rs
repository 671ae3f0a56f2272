//! What an answer has to keep to besides doing its work: tokens, safe code, lints, its own files.

use std::collections::BTreeSet;
use std::path::Path;

use crate::check::diagnostic::Diagnostic;
use crate::check::judge::{self, compiled};
use crate::check::source::{Source, rules};
use crate::check::verdict::{Reason, TokenMiss, TokenMissKind};
use crate::course::model::{Exercise, Format};

use super::compiler::{Compiled, LINT_CONFIG};
use super::{Answer, Engine, Step};

impl Engine {
    /// The lints that are reported whatever a text allows.
    pub(super) fn forced(&self, exercise: &Exercise) -> Vec<String> {
        let mut lints = exercise.deny.clone();
        if self.format == Format::Tutor {
            lints.push("unsafe_code".to_owned());
        }
        lints
    }

    /// `include!` and `#[path]` of other files are caught here, through macros too.
    pub(super) fn reads_only_its_own(&self, answer: &Answer<'_>, compiled: &Compiled) -> Step<()> {
        let own = answer.files.iter().map(|file| file.path.as_str()).collect();
        match self.reads_beside(&own, compiled) {
            None => Ok(()),
            Some(path) => Err(Box::new(judge::only(Reason::ReadsOther {
                path: path.to_owned(),
            }))),
        }
    }

    /// What a compilation has read beside these files.
    pub(super) fn reads_beside<'a>(
        &self,
        own: &BTreeSet<&str>,
        compiled: &'a Compiled,
    ) -> Option<&'a str> {
        let config = self.folder.join(LINT_CONFIG);
        let is_own = |path: &str| {
            own.contains(path.replace('\\', "/").as_str()) || Path::new(path) == config
        };
        let mut read = compiled.read.iter().map(String::as_str);
        read.find(|path| !is_own(path))
    }
}

/// Refused and required tokens, and unsafe code where it is not allowed.
pub(super) fn broken(
    learner: &Source,
    exercise: &Exercise,
    warnings: &[Diagnostic],
) -> Vec<Reason> {
    let mut misses = misses(learner, exercise);
    if !exercise.unsafe_allowed {
        misses.extend(unsafe_code(learner, exercise, warnings));
    }
    misses.into_iter().map(Reason::Token).collect()
}

/// Refused and required tokens alone: of kinds whose program is given, so that the author answers for its safety.
pub(super) fn tokens(learner: &Source, exercise: &Exercise) -> Vec<Reason> {
    let misses = misses(learner, exercise);
    misses.into_iter().map(Reason::Token).collect()
}

fn misses(learner: &Source, exercise: &Exercise) -> Vec<TokenMiss> {
    let given = rules::given(learner, exercise.kind);
    rules::broken_rules(learner, &exercise.rules, &given)
}

fn unsafe_code(
    learner: &Source,
    exercise: &Exercise,
    warnings: &[Diagnostic],
) -> Option<TokenMiss> {
    let warning = warnings
        .iter()
        .find(|warning| warning.code.as_deref() == Some("unsafe_code"))?;
    let span = warning.spans.iter().find(|span| span.primary)?;
    let line = compiled::line_of(warning, exercise.main_file());
    Some(TokenMiss {
        tokens: "unsafe".into(),
        why: "With `unsafe` you promise what the compiler could have proved. This exercise can be done without.".into(),
        kind: TokenMissKind::Unsafe {
            line,
            column: span.column_start,
            source: learner.line(line).to_owned(),
        },
    })
}

/// The lints that have to be silent, and are not.
pub(super) fn lints(exercise: &Exercise, warnings: &[Diagnostic]) -> Vec<Reason> {
    let strict = exercise.v1.is_some_and(|v1| v1.strict_clippy);
    let counts = |code: &Option<String>| {
        code.as_ref()
            .is_some_and(|code| strict || exercise.deny.contains(code))
    };
    warnings
        .iter()
        .filter(|warning| counts(&warning.code))
        .map(|warning| Reason::Lint {
            lint: warning.code.clone().unwrap_or_default(),
            line: compiled::line_of(warning, exercise.main_file()),
            diagnostic: warning.clone(),
        })
        .collect()
}
