//! From what was seen to what it means.

use super::{
    Course, Examination, Finding, Folder, Machine, Membership, Part, Rust, Saves, Terminal, Trial,
};
use crate::check::verdict::Fault;
use crate::view::count;

/// Less than this on a disk is too little: a check needs some megabytes, a learner's folder some tens.
const TOO_LITTLE: u64 = 100 << 20;

pub(super) fn all(examination: &Examination) -> Vec<Finding> {
    let machine = examination.machine;
    let mut all = match &examination.rust {
        Ok(rust) => of_rust(rust, machine),
        Err(fault) => vec![no_rust(fault)],
    };
    all.extend(examination.unheard_pin.as_ref().map(|pin| {
        Finding::note(format!(
            "{pin} chooses a toolchain of its own. It counts only once you trust this course; then `tutor doctor` looks at that one."
        ))
    }));
    all.extend(
        examination
            .trial
            .as_ref()
            .map(|trial| of_trial(trial, machine)),
    );
    all.extend(of_folder(&examination.folder));
    all.push(match &examination.analyzer {
        Some(version) => Finding::good("rust-analyzer", version),
        None => Finding::note(
            "rust-analyzer is not installed. tutor does without it; an editor shows errors as you type only with it. \
             VS Code and its relatives bring their own.",
        )
        .install(machine, Part::RustAnalyzer),
    });
    all.push(match &examination.editor {
        Some(program) => Finding::good("the key `o` opens files in", program),
        None => Finding::note(
            "tutor does not know your editor. To open files with the key `o`, set EDITOR, as in `export EDITOR=nano`.",
        ),
    });
    all.push(of_terminal(examination.terminal));
    all
}

fn no_rust(fault: &Fault) -> Finding {
    Finding::missing(format!("{} {}", fault.what, fault.remedy)).said(&fault.detail)
}

fn of_rust(rust: &Rust, machine: Machine) -> Vec<Finding> {
    let mut found = vec![match rust.needs {
        None => Finding::good(format!("Rust {}", rust.release), &rust.rustc),
        Some(needed) => Finding::trouble(format!(
            "Rust {} is here, but tutor needs {needed} or newer.",
            rust.release
        ))
        .install(machine, Part::NewerRust),
    }];
    found.push(match rust.clippy {
        true => Finding::good("clippy", ""),
        false => Finding::missing(
            "clippy is not installed. Without it, exercises about style are skipped.",
        )
        .install(machine, Part::Clippy),
    });
    let others = [
        (
            rust.cargo,
            "cargo",
            Part::Cargo,
            "your editor and courses with crates of others need it",
        ),
        (
            rust.rustfmt,
            "rustfmt",
            Part::Rustfmt,
            "it lays programs out as Rust's own style wants them",
        ),
    ];
    for (there, name, part, why) in others {
        found.push(match there {
            true => Finding::good(name, ""),
            false => {
                Finding::note(format!("{name} is not installed: {why}.")).install(machine, part)
            }
        });
    }
    found
}

fn of_trial(trial: &Trial, machine: Machine) -> Finding {
    match trial {
        Trial::Works(took) => Finding::good(
            "a program compiles, links, runs",
            format!("in {}", count::seconds(*took)),
        ),
        Trial::NoLinker(said) => Finding::missing(
            "There is no linker, the program that puts the parts of a program together.",
        )
        .install(machine, Part::Linker)
        .said(said),
        Trial::NotLinked(said) => Finding::trouble(
            "A small program compiles, but the linker could not put it together. Its own words:",
        )
        .said(said),
        Trial::NotCompiled(said) => {
            Finding::trouble("A small program does not compile here. The compiler's own words:").said(said)
        }
        Trial::NotRun(said) => Finding::trouble(
            "A small program compiles, but does not run. A virus scanner, or a disk on which nothing may be run, can be the cause.",
        )
        .said(said),
        Trial::NoPlace(said) => {
            Finding::trouble("Nothing can be compiled: there is no folder to write to.").said(said)
        }
    }
}

fn of_folder(folder: &Folder) -> Vec<Finding> {
    let shown = &folder.shown;
    let mut found = Vec::new();
    match &folder.course {
        Course::None => found.push(Finding::note(
            "There is no course in this folder. `tutor init` writes one; called there, `tutor doctor` looks at more.",
        )),
        Course::Unreadable => found.push(Finding::trouble(
            "The course in this folder cannot be read. `tutor list` says why.",
        )),
        Course::Read(_) => {}
    }
    found.push(match &folder.writable {
        Ok(()) => Finding::good("the folder can be written to", shown),
        Err(why) => Finding::trouble(format!(
            "The folder {shown} cannot be written to: {why}. What you do would not be remembered."
        )),
    });
    found.extend(folder.free.map(of_space));
    found.extend(folder.saves.as_ref().map(of_saves));
    if let Course::Read(membership) = &folder.course {
        found.push(of_membership(membership));
    }
    found
}

fn of_space(free: u64) -> Finding {
    let shown = match free {
        free if free >= 10 << 30 => format!("{} GB", free >> 30),
        free if free >= 1 << 30 => format!("{:.1} GB", free as f64 / f64::from(1 << 30)),
        free => format!("{} MB", free >> 20),
    };
    match free < TOO_LITTLE {
        true => Finding::trouble(format!(
            "There are only {shown} left on the disk. Free some space: a check needs some."
        )),
        false => Finding::good("room on the disk", shown),
    }
}

fn of_saves(saves: &Saves) -> Finding {
    match saves {
        Saves::Heard(took) => Finding::good(
            "a save is noticed",
            format!("after {} ms", took.as_millis().max(1)),
        ),
        Saves::Looked(why) => Finding::note(format!(
            "Saves are found by looking at the files every now and then: {why}. That works too, a little later."
        )),
        Saves::NotNoticed => Finding::trouble(
            "A save was not noticed within some seconds. In a sitting, press `r` to have a file checked.",
        ),
    }
}

fn of_membership(membership: &Membership) -> Finding {
    match membership {
        Membership::Member { target } => {
            Finding::good("your editor knows this exercise", format!("as `{target}` in Cargo.toml"))
        }
        Membership::Hidden => Finding::good(
            "your editor is told nothing",
            "the exercise is a prediction",
        ),
        Membership::Stranger => Finding::note(
            "The current exercise belongs to no Cargo.toml: your editor shows no errors in it. tutor checks it all the same. \
             In a folder written by `tutor init`, starting `tutor` writes that file anew.",
        ),
        Membership::Unreadable(said) => Finding::note(
            "Cargo cannot read the Cargo.toml of this folder: your editor shows no errors. Starting `tutor` writes it anew.",
        )
        .said(said),
        Membership::NotAsked => Finding::note("Without cargo, your editor shows no errors."),
    }
}

fn of_terminal(terminal: Terminal) -> Finding {
    if !terminal.full {
        return Finding::note(
            "This is no terminal in which a screen can be drawn. tutor prints plain lines here.",
        );
    }
    let mut able = vec![format!("{} x {}", terminal.columns, terminal.rows)];
    for (there, what) in [(terminal.colour, "colours"), (terminal.links, "links")] {
        if there {
            able.push(what.to_owned());
        }
    }
    Finding::good("the terminal", able.join(", "))
}
