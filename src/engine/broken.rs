//! Kind `break`: the learner's region, and exactly the error that was asked for.

use crate::check::judge::{self, broken};
use crate::check::source::Source;
use crate::check::verdict::{Checked, Evidence, Fault, Reason};
use crate::system::process::Cancel;

use super::{Answer, Engine, Step, rules};

pub(super) fn check(engine: &Engine, answer: &Answer<'_>, cancel: &Cancel) -> Step<Checked> {
    let learner = Source::new(super::text_of(answer)?);
    let Some(target) = &answer.exercise.expect else {
        return Err(Box::new(judge::broken(no_target())));
    };
    let region = broken::unchanged(&learner, &Source::new(&*answer.starter), target)
        .map_err(|reason| Box::new(judge::only(*reason)))?;
    let errors = super::predict::errors_of(engine, answer.exercise, learner.text(), cancel)?;
    let judged = broken::judge(
        &learner,
        &region,
        target,
        &errors,
        answer.exercise.main_file(),
    );
    let mut reasons: Vec<Reason> = judged.err().into_iter().map(|reason| *reason).collect();
    reasons.extend(rules::tokens(&learner, answer.exercise));
    Ok(Checked {
        verdict: judge::verdict(reasons),
        evidence: Evidence {
            errors,
            right: 1,
            ..Evidence::default()
        },
    })
}

fn no_target() -> Fault {
    Fault {
        what: "The course does not say which error this exercise is to bring about.".into(),
        remedy: "Tell the course's author: the entry needs `expect = { error = \"E0502\", place = \"mark\" }`.".into(),
        detail: String::new(),
    }
}
