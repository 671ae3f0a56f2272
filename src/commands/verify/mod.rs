//! `tutor verify`: proves that a course on disk is sound. Everything that is wrong comes at once.
//!
//! [`survey`] finds the course, [`chosen`] says which exercises, [`run`] proves them on all cores with what [`lab`] has,
//! and [`memory`] remembers what has not changed since. What needs no compiler is in [`whole`].

mod bless;
mod chosen;
mod entries;
mod format;
mod lab;
mod lock;
mod material;
mod memory;
mod prove;
mod repeat;
mod run;
mod survey;
#[cfg(test)]
mod tests;
mod toolchains;
mod touched;
mod unfinished;
mod whole;

use std::path::Path;

use anyhow::Context;

use super::consent;
use super::desk::Desk;
use super::exit::Exit;
use super::pool;
use super::stop::Stop;
use crate::cli::{Verify, VerifyFormat};
use crate::course::model::Course;
use crate::system::clock::Stopwatch;
use crate::system::environment;
use crate::system::process::Cancel;
use crate::system::signals::Interrupts;
use crate::verify::report::{Notice, Proved, Report};
use crate::verify::{Finding, Rule, allow};
use crate::view::findings;
use chosen::Chosen;
use lab::{Home, Lab};
use memory::Memory;
use run::Run;
use survey::Survey;
use whole::Pages;

pub fn run(desk: &Desk, args: &Verify) -> anyhow::Result<Exit> {
    let watch = Stopwatch::start();
    let cancel = Cancel::new();
    let _interrupts = Interrupts::cancelling(&cancel).context("listen for Ctrl-C")?;
    let pass = match args.bless {
        true => Pass::Correcting,
        false => Pass::Proving,
    };
    let outcome = once(desk, args, pass, &cancel);
    if cancel.is_cancelled() {
        desk.complain(&findings::stopped())?;
        return Ok(Exit::Interrupted);
    }
    let mut once = outcome?;
    once.report.took = watch.elapsed();
    print(desk, args, &once.survey, &once.report)?;
    Ok(exit(&once))
}

/// What a look at a course is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pass {
    /// To correct what is mechanical.
    Correcting,
    Proving,
}

/// One look at a course.
struct Once {
    survey: Survey,
    report: Report,
}

fn once(desk: &Desk, args: &Verify, pass: Pass, cancel: &Cancel) -> anyhow::Result<Once> {
    let survey = Survey::of(desk)?;
    let report = match &survey.course {
        Some(course) => match prove(desk, args, &survey, course, pass, cancel)? {
            Some(report) => report,
            // What was corrected is proved like anything else.
            None => return once(desk, args, Pass::Proving, cancel),
        },
        None => Report {
            findings: survey.findings.clone(),
            ..Report::default()
        },
    };
    Ok(Once { survey, report })
}

fn exit(Once { survey, report, .. }: &Once) -> Exit {
    if survey.course.is_none() {
        Exit::NoCourse
    } else if report.is_broken() {
        Exit::Broken
    } else if report.findings.is_empty() {
        Exit::Passed
    } else {
        Exit::NotYet
    }
}

/// `None`: something was corrected, so that what was found is not so any more.
fn prove(
    desk: &Desk,
    args: &Verify,
    survey: &Survey,
    course: &Course,
    pass: Pass,
    cancel: &Cancel,
) -> anyhow::Result<Option<Report>> {
    let home = Home::open(&survey.root).context("make a folder for what is built")?;
    let mut costs = home.costs();
    let chosen = Chosen::of(survey, course, args, &costs, cancel)?;
    consent::demand(desk, &survey.place(course))?;
    if pass == Pass::Correcting {
        lock::bless(desk, args, survey, course, &home, cancel)?;
    }
    let lab = Lab::new(course, &survey.root, &home, None, cancel).map_err(broken)?;
    let memory = Memory::open(&home, &lab, !args.no_cache);
    let run = Run {
        survey,
        course,
        lab: &lab,
        home: &home,
        memory: &memory,
        cancel,
        workers: pool::workers(args.jobs.map(usize::from)),
        merge: !args.no_merge,
    };
    run.lab.engine.keep_to(run.workers);
    let count = chosen.exercises.len();
    let proved = run.prove(&chosen.exercises, &desk.bar(count, "proving"));
    // The other parts are to be shared out by the same costs.
    if args.partition.is_none() {
        home.keep_costs(&mut costs, proved.iter().map(|(proved, _)| proved));
    }
    if pass == Pass::Correcting && run.bless(desk, args, &chosen.exercises, &proved)? {
        return Ok(None);
    }
    let mut more = Vec::new();
    if let Some(times) = args.repeat {
        more.extend(run.repeat(&chosen.exercises, times, &desk.bar(count, "repeating")));
    }
    if let Some(name) = &args.toolchain {
        more.extend(differences(desk, name, &run, &chosen, &proved)?);
    }
    let mut report = Report {
        course: course.id.clone(),
        notices: chosen.notices.clone(),
        ..Report::default()
    };
    let not_kept = home.passing.clone().map(|why| Notice::NotKept { why });
    report.notices.extend(not_kept);
    for (exercise, findings) in proved {
        report.exercises.push(exercise);
        more.extend(findings);
    }
    beside(args, &run, &chosen, more, &mut report);
    entries::point_at_keys(survey, course, &mut report.findings);
    report.settle();
    Ok(Some(report))
}

/// The same with another toolchain.
fn differences(
    desk: &Desk,
    name: &str,
    run: &Run<'_>,
    chosen: &Chosen,
    ours: &Vec<(Proved, Vec<Finding>)>,
) -> anyhow::Result<Vec<Finding>> {
    let lab = Lab::new(
        run.course,
        &run.survey.root,
        run.home,
        Some(name),
        run.cancel,
    );
    let lab = lab.map_err(broken)?;
    let memory = Memory::open(run.home, &lab, run.memory.is_trusted());
    let other = Run {
        lab: &lab,
        memory: &memory,
        ..*run
    };
    other.lab.engine.keep_to(other.workers);
    let bar = desk.bar(chosen.exercises.len(), name);
    let theirs = other.prove(&chosen.exercises, &bar);
    let releases = [&run.lab.toolchain.release, &lab.toolchain.release];
    Ok(toolchains::differences(
        (releases[0], ours),
        (releases[1], &theirs),
    ))
}

/// What needs no proof, and what of it all is allowed.
fn beside(
    args: &Verify,
    run: &Run<'_>,
    chosen: &Chosen,
    mut found: Vec<Finding>,
    report: &mut Report,
) {
    let Run {
        survey,
        course,
        lab,
        ..
    } = run;
    let mut not_tried = Vec::new();
    let tried = [
        (Rule::Flaky, args.repeat.is_some()),
        (Rule::ToolchainDiffers, args.toolchain.is_some()),
    ];
    not_tried.extend(
        tried
            .iter()
            .filter(|(_, tried)| !tried)
            .map(|(rule, _)| *rule),
    );
    match Pages::of(&lab.toolchain.sysroot) {
        Some(mut pages) => {
            let exercises = chosen
                .exercises
                .iter()
                .map(|index| &course.exercises[*index]);
            found.extend(exercises.flat_map(|exercise| pages.missing(exercise)));
        }
        None => {
            not_tried.push(Rule::DocsPage);
            report.notices.push(Notice::NoDocs);
        }
    }
    if lab.toolchain.rustfmt.is_none() {
        not_tried.push(Rule::NotFormatted);
        report.notices.push(Notice::NoRustfmt);
    }
    if lab.toolchain.clippy.is_none() {
        not_tried.push(Rule::SolutionWarns);
    }
    if survey.has_faults {
        not_tried.push(Rule::BeforeTaught);
    }
    found.extend(whole::untaught(survey, course, chosen));
    found.extend(unfinished::findings(survey, course, chosen));
    report.findings = allow::apply(course, &report.exercises, found, &not_tried);
    report
        .findings
        .extend(whole::cards(survey, course, &chosen.chapters));
    if args.partition.is_none_or(|part| part.index == 1) {
        report.findings.extend(survey.findings.iter().cloned());
    }
    if chosen.course_wide {
        report.findings.extend(whole::findings(survey, course));
    }
}

fn broken(fault: crate::check::verdict::Fault) -> Stop {
    Stop::new(Exit::Broken, findings::no_engine(&fault))
}

fn print(desk: &Desk, args: &Verify, survey: &Survey, report: &Report) -> anyhow::Result<()> {
    desk.notice(&findings::notices(&report.notices))?;
    match args.format {
        VerifyFormat::Text => {
            let folder = way_to(desk, survey);
            let found = report.findings.iter();
            let mut lines: Vec<_> = found
                .map(|found| findings::finding(found, &folder))
                .collect();
            if args.timing {
                lines.extend(findings::slowest(report));
            }
            desk.say(&lines)?;
        }
        VerifyFormat::Json => desk.put(findings::json(report).as_bytes())?,
        VerifyFormat::Junit => desk.put(findings::junit(report).as_bytes())?,
        VerifyFormat::Github => {
            let folder = way_from_repository(desk, survey);
            desk.put(findings::annotations(report, &folder).as_bytes())?;
        }
    }
    if matches!(args.format, VerifyFormat::Text | VerifyFormat::Github) {
        desk.advise(&[findings::summary(report)])?;
    }
    Ok(())
}

/// From the folder that this was called in to the course, where that lies below; else paths are the course's own.
fn way_to(desk: &Desk, survey: &Survey) -> String {
    let way = survey.root.strip_prefix(&desk.here).ok();
    way.map_or_else(String::new, as_prefix)
}

/// GitHub wants paths from the repository's top, and says where that is.
fn way_from_repository(desk: &Desk, survey: &Survey) -> String {
    let top = environment::variable("GITHUB_WORKSPACE");
    let way = top.and_then(|top| survey.root.strip_prefix(top).ok().map(as_prefix));
    way.unwrap_or_else(|| way_to(desk, survey))
}

fn as_prefix(way: &Path) -> String {
    let parts = way.iter().map(|part| part.to_string_lossy());
    parts.map(|part| format!("{part}/")).collect()
}
