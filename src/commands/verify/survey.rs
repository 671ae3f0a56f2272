//! What there is to prove: the course on disk, its files, and what is wrong with its manifests already.

use std::collections::BTreeSet;
use std::path::PathBuf;

use crate::commands::desk::Desk;
use crate::commands::exit::Exit;
use crate::commands::place::{self, Kind};
use crate::commands::stop::Stop;
use crate::course::model::{Course, Place};
use crate::course::{self, CourseFault, TextFile};
use crate::system::files;
use crate::verify::cards::sentence;
use crate::verify::strays::ANSWERS;
use crate::verify::{Finding, Rule};
use crate::view::findings;
use crate::view::text::Line;

/// Folders of answers beside `exercises/` and `solutions/`.
pub(super) const WRONG: &str = ANSWERS[0];
pub(super) const RIGHT: &str = ANSWERS[1];

/// A course as it lies on the disk.
pub(super) struct Survey {
    /// Absolute.
    pub(super) root: PathBuf,
    /// As far as it could be read.
    pub(super) course: Option<Course>,
    /// Everything below exercises/, solutions/ and the folders of answers, relative to the root.
    pub(super) paths: BTreeSet<String>,
    /// The texts of its manifests.
    pub(super) manifests: Vec<TextFile>,
    /// What its manifests have wrong.
    pub(super) findings: Vec<Finding>,
    /// Where: the exercises that are declared there are not proved.
    faulty: Vec<Place>,
}

impl Survey {
    /// Stops where there is no course, or one that a learner works through.
    pub(super) fn of(desk: &Desk) -> Result<Survey, Stop> {
        let (root, kind) = place::find_as_author(desk)?;
        if kind == Kind::Learner {
            let lines = findings::learners_folder(&desk.shown(&root));
            return Err(Stop::new(Exit::Usage, lines));
        }
        let name = root.file_name().unwrap_or_default().to_string_lossy();
        let mut described = place::described(&name, &root).map_err(|trouble| {
            let what = format!("{} {trouble}.", desk.shown(&root.join("info.toml")));
            Stop::new(Exit::NoCourse, vec![Line::plain(what)])
        })?;
        let loaded = course::load(&described);
        let faults = loaded
            .faults
            .iter()
            .map(|fault| found(Rule::Manifest, fault));
        // Files that belong to no exercise are looked for more thoroughly elsewhere.
        let odd = |warning: &&CourseFault| warning.place.path.ends_with(".toml");
        let warnings = loaded.warnings.iter().filter(odd);
        let warnings = warnings.map(|warning| found(Rule::Unknown, warning));
        let mut paths = std::mem::take(&mut described.paths);
        let of_crates = loaded.course.iter();
        paths.extend(of_crates.flat_map(|course| place::of_crates(&root, course)));
        for top in [WRONG, RIGHT] {
            let below = files::list_below(&root.join(top)).into_iter();
            paths.extend(below.map(|path| format!("{top}/{path}")));
        }
        Ok(Survey {
            findings: faults.chain(warnings).collect(),
            faulty: loaded.faults.into_iter().map(|fault| fault.place).collect(),
            course: loaded.course.or(loaded.draft),
            manifests: std::iter::once(described.info)
                .chain(described.chapters)
                .collect(),
            paths,
            root,
        })
    }

    /// The same as other commands know it.
    pub(super) fn place(&self, course: &Course) -> place::Place {
        place::Place {
            root: self.root.clone(),
            kind: Kind::Course,
            course: course.clone(),
            warnings: Vec::new(),
        }
    }

    /// Whether the entry of an exercise is in order, so that the rest of it can be proved.
    pub(super) fn is_readable(&self, course: &Course, index: usize) -> bool {
        let Place { path, line } = &course.exercises[index].declared;
        let later = course.exercises.iter().map(|other| &other.declared);
        let next = later
            .filter(|other| other.path == *path && other.line > *line)
            .map(|other| other.line)
            .min()
            .unwrap_or(usize::MAX);
        let mut faulty = self.faulty.iter();
        !faulty.any(|fault| fault.path == *path && (*line..next).contains(&fault.line))
    }

    /// A fault stands outside of every exercise's entry: in the course's head, its chapters, its build.
    pub(super) fn has_faults(&self) -> bool {
        !self.faulty.is_empty()
    }
}

/// A fault's clauses as sentences.
fn found(rule: Rule, fault: &CourseFault) -> Finding {
    Finding {
        place: fault.place.clone(),
        rule,
        exercise: None,
        what: sentence(&fault.what),
        remedy: sentence(&fault.remedy),
    }
}
