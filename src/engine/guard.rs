//! Kind `guard`: the learner's library, and programs outside it that use it well or badly.

use std::path::PathBuf;
use std::thread;
use std::time::Duration;

use crate::check::diagnostic::{Diagnostic, Severity};
use crate::check::job::End;
use crate::check::judge;
use crate::check::judge::compiled::{self, Subject};
use crate::check::judge::guard::{self, Assembled, Ran};
use crate::check::plan::{Driver, Emit, Shape};
use crate::check::source::Source;
use crate::check::source::examples::{self, Block};
use crate::check::source::splice::unspliced;
use crate::check::verdict::{Checked, Evidence, ExampleOutcome, Reason, Verdict, Wish};
use crate::course::model::Exercise;
use crate::system::process::Cancel;
use crate::system::scratch::Scratch;

use super::compiler::Order;
use super::run::{self, Program};
use super::{Answer, Engine, Step};

/// One check on its way.
struct Guarding<'a> {
    engine: &'a Engine,
    exercise: &'a Exercise,
    cancel: &'a Cancel,
    scratch: Scratch,
    /// The course's examples: the learner's copy of them is never read.
    blocks: Vec<Block>,
    library: (String, PathBuf),
}

/// A program of examples that was compiled.
struct Built {
    assembled: Assembled,
    errors: Vec<Diagnostic>,
    program: PathBuf,
}

pub(super) fn check(engine: &Engine, answer: &Answer<'_>, cancel: &Cancel) -> Step<Checked> {
    let learner = Source::new(super::text_of(answer)?);
    let exercise = answer.exercise;
    let scratch = engine.scratch_with(exercise.main_file(), learner.text())?;
    let (library, mut evidence) = library(engine, exercise, &learner, &scratch, cancel)?;
    let blocks = examples::blocks(&Source::new(&*answer.starter));
    let library = (exercise.id.clone(), library);
    let guarding = Guarding {
        engine,
        exercise,
        cancel,
        scratch,
        blocks,
        library,
    };
    let outcomes = guarding.outcomes()?;
    let all_well = outcomes
        .iter()
        .all(|outcome| *outcome == ExampleOutcome::AsItShould);
    evidence.right = outcomes
        .iter()
        .filter(|outcome| **outcome == ExampleOutcome::AsItShould)
        .count();
    let examples = guarding
        .blocks
        .iter()
        .zip(outcomes)
        .map(|(block, outcome)| guard::example(block, outcome));
    let reasons = if all_well {
        rules(&learner, exercise)
    } else {
        vec![Reason::Examples(examples.collect())]
    };
    Ok(Checked {
        verdict: judge::verdict(reasons),
        evidence,
    })
}

fn rules(learner: &Source, exercise: &Exercise) -> Vec<Reason> {
    let misses = crate::check::source::rules::broken_rules(learner, &exercise.rules, None);
    misses.into_iter().map(Reason::Token).collect()
}

/// Compiles the learner's file as a library of its own name.
fn library(
    engine: &Engine,
    exercise: &Exercise,
    learner: &Source,
    scratch: &Scratch,
    cancel: &Cancel,
) -> Step<(PathBuf, Evidence)> {
    let order = Order {
        driver: Driver::Rustc,
        shape: Shape::Library,
        emit: Emit::MetadataAndLink,
        ..Order::errors_of(scratch, exercise.main_file(), &exercise.id)
    };
    let built = engine.compile(&order, cancel)?;
    let spliced = unspliced(learner);
    let subject = Subject {
        learner,
        spliced: &spliced,
        file: exercise.main_file(),
        starts: &[],
    };
    match compiled::judge(subject, &built.ended, built.messages.clone()) {
        compiled::Compiled::Clean { warnings } => Ok((
            built.artifact,
            Evidence {
                warnings,
                ..Evidence::default()
            },
        )),
        compiled::Compiled::Refused {
            reasons,
            errors,
            warnings,
        } => {
            let evidence = Evidence {
                errors,
                warnings,
                ..Evidence::default()
            };
            Err(Box::new(Checked {
                verdict: Verdict::NotYet(reasons),
                evidence,
            }))
        }
        compiled::Compiled::Broken(fault) => Err(Box::new(judge::broken(fault))),
        compiled::Compiled::Cancelled => Err(Box::new(super::compiler::cancelled())),
    }
}

impl Guarding<'_> {
    /// What has to work and what has to be refused are looked at side by side: neither needs the other.
    fn outcomes(&self) -> Step<Vec<ExampleOutcome>> {
        let (legal, misuses) = thread::scope(|scope| {
            let legal = scope.spawn(|| self.legal());
            let misuses = self.misuses();
            (legal.join(), misuses)
        });
        let legal = legal.unwrap_or_else(|panic| std::panic::resume_unwind(panic))?;
        let mut outcomes = vec![ExampleOutcome::NotReached; self.blocks.len()];
        for (index, outcome) in legal.into_iter().chain(misuses?) {
            outcomes[index] = outcome;
        }
        Ok(outcomes)
    }

    fn is_misuse(&self, index: usize) -> bool {
        matches!(self.blocks[index].wish, Wish::Refused { .. })
    }

    /// What has to work: all in one program; where that is refused, each alone.
    fn legal(&self) -> Step<Vec<(usize, ExampleOutcome)>> {
        let legal: Vec<usize> = (0..self.blocks.len())
            .filter(|index| !self.is_misuse(*index))
            .collect();
        if legal.is_empty() {
            return Ok(Vec::new());
        }
        let built = self.build(&self.scratch, &legal, Emit::Link)?;
        if built.errors.is_empty() || legal.len() == 1 {
            return legal
                .into_iter()
                .map(|index| Ok((index, self.legal_in(&built, index)?)))
                .collect();
        }
        let alone = legal.into_iter().map(|index| {
            let built = self.build(&self.scratch, &[index], Emit::Link)?;
            Ok((index, self.legal_in(&built, index)?))
        });
        alone.collect()
    }

    fn legal_in(&self, built: &Built, index: usize) -> Step<ExampleOutcome> {
        match built.errors.is_empty() {
            true => self.run(index, &built.program),
            false => Ok(self.refusal(built, index)),
        }
    }

    /// What has to be refused: together, and accepted only when exact; the rest alone. E0451 is hidden by any
    /// other error, so it is always alone.
    fn misuses(&self) -> Step<Vec<(usize, ExampleOutcome)>> {
        let misuses = (0..self.blocks.len()).filter(|index| self.is_misuse(*index));
        let (mut left, together): (Vec<usize>, Vec<usize>) =
            misuses.partition(|index| expects(&self.blocks[*index], "E0451"));
        let failed = |error| super::compiler::no_space(&self.engine.folder, &error);
        let scratch = Scratch::new(&self.engine.folder).map_err(failed)?;
        let mut outcomes = Vec::new();
        if together.len() > 1 {
            let built = self.build(&scratch, &together, Emit::Metadata)?;
            for index in together {
                match self.refusal(&built, index) {
                    ExampleOutcome::AsItShould => {
                        outcomes.push((index, ExampleOutcome::AsItShould))
                    }
                    _ => left.push(index),
                }
            }
        } else {
            left.extend(together);
        }
        for index in left {
            outcomes.push((index, self.misuse_alone(&scratch, index)?));
        }
        Ok(outcomes)
    }

    /// Errors that appear only when generic code is made concrete are found when the program is built in full.
    fn misuse_alone(&self, scratch: &Scratch, index: usize) -> Step<ExampleOutcome> {
        let mut built = self.build(scratch, &[index], Emit::Metadata)?;
        if built.errors.is_empty() {
            built = self.build(scratch, &[index], Emit::Link)?;
        }
        Ok(self.refusal(&built, index))
    }

    fn build(&self, scratch: &Scratch, indices: &[usize], emit: Emit) -> Step<Built> {
        let assembled = guard::assemble(indices.iter().map(|index| (*index, &self.blocks[*index])));
        scratch
            .write(guard::FILE, &assembled.text)
            .map_err(|error| super::compiler::no_space(&self.engine.folder, &error))?;
        let externs = [self.library.clone()];
        let order = Order {
            emit,
            externs: &externs,
            ..Order::errors_of(scratch, guard::FILE, "tutor_examples")
        };
        let compiled = self.engine.compile(&order, self.cancel)?;
        let errors = compiled
            .messages
            .diagnostics
            .into_iter()
            .filter(|d| d.level == Severity::Error);
        Ok(Built {
            assembled,
            errors: errors.collect(),
            program: compiled.artifact,
        })
    }

    fn refusal(&self, built: &Built, index: usize) -> ExampleOutcome {
        let Built {
            assembled, errors, ..
        } = built;
        let alone = assembled.parts.len() == 1;
        let part = assembled.parts.iter().find(|(i, _)| *i == index);
        let first_line = part.map_or(1, |(_, range)| range.start);
        let by_block = guard::errors_of(assembled, errors);
        let own = by_block
            .into_iter()
            .find(|(i, _)| *i == index)
            .map_or_else(Vec::new, |(_, errors)| errors);
        // Alone, an error in no line of the example (one found deep in generic code) can only be its own.
        let own = if alone && own.is_empty() {
            errors.clone()
        } else {
            own
        };
        guard::refused(&self.blocks[index], &own, first_line)
    }

    fn run(&self, index: usize, program: &std::path::Path) -> Step<ExampleOutcome> {
        let block = &self.blocks[index];
        if block.wish == Wish::Compiles {
            return Ok(ExampleOutcome::AsItShould);
        }
        let timeout = Duration::from_secs(self.exercise.timeout_s);
        let program = Program {
            path: program,
            args: vec![index.to_string().into()],
            stdin: None,
            timeout,
        };
        let ended = self.engine.run(&self.scratch, program, self.cancel)?;
        let ran = match &ended.end {
            End::Exited(0) => Ran::Well,
            End::TimedOut | End::Flooded => Ran::Hung,
            _ => Ran::Badly(run::crash(&ended, 0, self.exercise.main_file())),
        };
        Ok(guard::ran(block, ran))
    }
}

fn expects(block: &Block, code: &str) -> bool {
    matches!(&block.wish, Wish::Refused { any_of } if any_of.iter().any(|wanted| wanted == code))
}
