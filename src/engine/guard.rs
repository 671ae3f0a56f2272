//! Kind `guard`: the learner's library, and programs outside it that use it well or badly.

use std::path::PathBuf;
use std::time::Duration;

use crate::check::diagnostic::{Diagnostic, Severity};
use crate::check::job::End;
use crate::check::judge;
use crate::check::judge::compiled::Subject;
use crate::check::judge::guard::{self, Assembled, Ran};
use crate::check::judge::tests_run;
use crate::check::plan::{Driver, Emit, Shape};
use crate::check::report::{self, Report};
use crate::check::source::Source;
use crate::check::source::examples::{self, Block};
use crate::check::source::splice::{Probe, unspliced};
use crate::check::verdict::{Checked, Crash, Evidence, ExampleOutcome, Reason, Wish};
use crate::course::model::Exercise;
use crate::system::process::Cancel;
use crate::system::scratch::{Scratch, nonce};

use super::compiler::{self, Order};
use super::run::{self, Program};
use super::{Answer, Engine, Step, rules};

/// One check on its way.
struct Guarding<'a> {
    engine: &'a Engine,
    exercise: &'a Exercise,
    cancel: &'a Cancel,
    scratch: Scratch,
    /// The course's examples: the learner's copy of them is never read.
    blocks: Vec<Block>,
    library: (String, PathBuf),
    probe: Probe,
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
    let (library, warnings) = library(engine, answer, &learner, &scratch, cancel)?;
    let guarding = Guarding {
        engine,
        exercise,
        cancel,
        blocks: examples::blocks(&Source::new(&*answer.starter)),
        library: (exercise.id.clone(), library),
        probe: Probe::new(nonce(), &scratch.report_path()),
        scratch,
    };
    let outcomes = guarding.outcomes()?;
    let all_well = outcomes
        .iter()
        .all(|outcome| *outcome == ExampleOutcome::AsItShould);
    let right = outcomes
        .iter()
        .filter(|outcome| **outcome == ExampleOutcome::AsItShould)
        .count();
    let examples = guarding
        .blocks
        .iter()
        .zip(outcomes)
        .map(|(block, outcome)| guard::example(block, outcome));
    let mut reasons = Vec::new();
    if !all_well {
        reasons.push(Reason::Examples(examples.collect()));
    }
    reasons.extend(rules::broken(&learner, exercise, &warnings));
    reasons.extend(rules::lints(exercise, &warnings));
    Ok(Checked {
        verdict: judge::verdict(reasons),
        evidence: Evidence {
            warnings,
            right,
            ..Evidence::default()
        },
    })
}

/// Compiles the learner's file as a library of its own name: what there is to link, and the warnings.
fn library(
    engine: &Engine,
    answer: &Answer<'_>,
    learner: &Source,
    scratch: &Scratch,
    cancel: &Cancel,
) -> Step<(PathBuf, Vec<Diagnostic>)> {
    let exercise = answer.exercise;
    let needs_clippy = exercise
        .deny
        .iter()
        .any(|lint| lint.starts_with("clippy::"));
    let order = Order {
        driver: if needs_clippy {
            Driver::Clippy
        } else {
            Driver::Rustc
        },
        shape: Shape::Library,
        emit: Emit::MetadataAndLink,
        force_warn: &engine.forced(exercise),
        ..Order::errors_of(scratch, exercise)
    };
    let built = engine.compile(&order, cancel)?;
    let spliced = unspliced(learner);
    let subject = Subject {
        learner,
        spliced: &spliced,
        file: exercise.main_file(),
        starts: &[],
    };
    let warnings = compiler::accepted(subject, &built, &Evidence::default())?;
    engine.reads_only_its_own(answer, &built)?;
    Ok((built.artifact, warnings))
}

impl Guarding<'_> {
    /// What has to work and what has to be refused are looked at side by side: neither needs the other.
    fn outcomes(&self) -> Step<Vec<ExampleOutcome>> {
        let width = &self.engine.width;
        let (legal, misuses) = width.both(|| self.legal(), || self.misuses());
        let mut outcomes = vec![ExampleOutcome::NotReached; self.blocks.len()];
        for (index, outcome) in legal?.into_iter().chain(misuses?) {
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
        let failed = |error| compiler::no_space(&self.engine.folder, &error);
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
        let late = expects(&self.blocks[index], "E0080");
        let mut built = None;
        if !late {
            built = Some(self.build(scratch, &[index], Emit::Metadata)?);
        }
        let built = match built.filter(|built| !built.errors.is_empty()) {
            Some(built) => built,
            None => self.build(scratch, &[index], Emit::Link)?,
        };
        Ok(self.refusal(&built, index))
    }

    fn build(&self, scratch: &Scratch, indices: &[usize], emit: Emit) -> Step<Built> {
        let blocks = indices.iter().map(|index| (*index, &self.blocks[*index]));
        let runs = indices.iter().any(|index| !self.is_misuse(*index));
        let assembled = guard::assemble(blocks, runs.then_some(&self.probe));
        scratch
            .write(guard::FILE, &assembled.text)
            .map_err(|error| compiler::no_space(&self.engine.folder, &error))?;
        let mut externs = vec![self.library.clone()];
        if runs {
            externs.push(("tutor_probe".to_owned(), self.engine.crates.probe.clone()));
        }
        let order = Order {
            source: guard::FILE,
            crate_name: "tutor_examples",
            emit,
            externs: &externs,
            ..Order::errors_of(scratch, self.exercise)
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
        let report = Report::parse(&self.scratch.report(), &self.probe.nonce);
        let ran = match (&ended.end, report.tests.get(&index.to_string())) {
            (End::TimedOut | End::Flooded, _) => Ran::Hung,
            (_, Some(ran)) if ran.panicked => Ran::Badly(self.panic(ran)),
            (End::Exited(0), Some(ran)) if ran.ended => Ran::Well,
            (End::Exited(code), _) => {
                let stderr = ended.stderr.text();
                Ran::Badly(tests_run::crash_of_exit(*code, 0, &stderr))
            }
            _ => Ran::Badly(run::crash(&ended, 0, self.exercise.main_file())),
        };
        Ok(guard::ran(block, ran))
    }

    fn panic(&self, ran: &report::Ran) -> Crash {
        let own = |file: &str| file.ends_with(self.exercise.main_file());
        let message = ran.message();
        Crash::Panic {
            message: message.map_or_else(String::new, |message| message.text.clone()),
            line: message.filter(|m| own(&m.file)).map(|m| m.line),
        }
    }
}

fn expects(block: &Block, code: &str) -> bool {
    matches!(&block.wish, Wish::Refused { any_of } if any_of.iter().any(|wanted| wanted == code))
}
