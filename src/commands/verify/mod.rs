//! `tutor verify`: proves that a course on disk is sound. Everything that is wrong comes at once.

mod chosen;
mod format;
mod lab;
mod material;
mod memory;
mod prove;
mod run;
mod survey;
mod whole;

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
use crate::verify::report::{Notice, Report};
use crate::verify::{Rule, allow};
use crate::view::findings;
use chosen::Chosen;
use lab::{Home, Lab};
use memory::Memory;
use run::Run;
use survey::Survey;
use whole::Pages;

pub fn run(desk: &Desk, args: &Verify) -> anyhow::Result<Exit> {
    let watch = Stopwatch::start();
    let survey = Survey::of(desk)?;
    let Some(course) = &survey.course else {
        let mut report = Report::default();
        report.findings.clone_from(&survey.findings);
        print(desk, args, &survey, &report)?;
        return Ok(Exit::NoCourse);
    };
    let chosen = Chosen::of(&survey, course, args)?;
    let cancel = Cancel::new();
    let _interrupts = Interrupts::cancelling(&cancel)?;
    let mut report = prove(desk, args, &survey, course, &chosen, &cancel)?;
    if cancel.is_cancelled() {
        desk.complain(&findings::stopped())?;
        return Ok(Exit::Interrupted);
    }
    report.took = watch.elapsed();
    print(desk, args, &survey, &report)?;
    Ok(exit(&report))
}

fn exit(report: &Report) -> Exit {
    if report.is_broken() {
        Exit::Broken
    } else if report.findings.is_empty() {
        Exit::Passed
    } else {
        Exit::NotYet
    }
}

fn prove(
    desk: &Desk,
    args: &Verify,
    survey: &Survey,
    course: &Course,
    chosen: &Chosen,
    cancel: &Cancel,
) -> anyhow::Result<Report> {
    let home = Home::open(&survey.root)?;
    let lab = Lab::new(course, &survey.root, &home, None, cancel)
        .map_err(|fault| Stop::new(Exit::Broken, findings::no_engine(&fault)))?;
    let memory = Memory::open(&home, &lab, course, !args.no_cache);
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
    let mut report = Report {
        course: course.id.clone(),
        notices: chosen.notices.clone(),
        ..Report::default()
    };
    let bar = desk.bar(chosen.exercises.len(), "proving");
    for (exercise, findings) in run.prove(&chosen.exercises, &bar) {
        report.exercises.push(exercise);
        report.findings.extend(findings);
    }
    drop(bar);
    beside(survey, course, chosen, &lab, &mut report);
    let not_kept = home.passing.clone().map(|why| Notice::NotKept { why });
    report.notices.extend(not_kept);
    report.settle();
    Ok(report)
}

/// What needs no proof, and what of it all is allowed.
fn beside(survey: &Survey, course: &Course, chosen: &Chosen, lab: &Lab, report: &mut Report) {
    let mut not_tried = vec![Rule::Flaky, Rule::ToolchainDiffers];
    let mut found = std::mem::take(&mut report.findings);
    match Pages::of(&lab.toolchain.sysroot) {
        Some(pages) => {
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
    found.extend(whole::untaught(survey, course, &chosen.exercises));
    report.findings = allow::apply(course, &chosen.exercises, found, &not_tried);
    report
        .findings
        .extend(whole::cards(survey, course, &chosen.exercises));
    report.findings.extend(survey.findings.iter().cloned());
    if chosen.course_wide {
        report.findings.extend(whole::findings(survey, course));
    }
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
    let spoken = matches!(args.format, VerifyFormat::Text | VerifyFormat::Github);
    if spoken && !desk.globals.quiet {
        desk.say(&[findings::summary(report)])?;
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

fn as_prefix(way: &std::path::Path) -> String {
    let parts = way.iter().map(|part| part.to_string_lossy());
    parts.map(|part| format!("{part}/")).collect()
}
