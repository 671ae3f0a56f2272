//! What there is to prove: the course on disk, its files, and what is wrong with its manifests already.

use std::collections::BTreeSet;
use std::path::PathBuf;

use crate::commands::desk::Desk;
use crate::commands::exit::Exit;
use crate::commands::place::{self, Kind};
use crate::commands::stop::Stop;
use crate::course::model::{Course, Exercise, Place};
use crate::course::{self, CourseFault, TextFile};
use crate::system::files;
use crate::verify::finding::sentence;
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
    /// Whether a fault is among it, so that of what they declare something may be missing here.
    pub(super) has_faults: bool,
    /// The exercises in whose entries there is one (indices into the course): they are not proved.
    pub(super) unreadable: BTreeSet<usize>,
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
        let findings = faults.chain(warnings).collect();
        let course = loaded.course.or(loaded.draft);
        let faulty = loaded.faults.iter().map(|fault| &fault.place);
        let unreadable = match &course {
            Some(course) => unreadable(&course.exercises, faulty),
            None => BTreeSet::new(),
        };
        Ok(Survey {
            findings,
            has_faults: !loaded.faults.is_empty(),
            unreadable,
            course,
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
}

/// The exercises in whose entries these places lie. An entry goes on to the line where the next one begins.
fn unreadable<'f>(
    exercises: &[Exercise],
    faulty: impl Iterator<Item = &'f Place>,
) -> BTreeSet<usize> {
    let declared = exercises.iter().map(|exercise| &exercise.declared);
    let mut entries: Vec<(&Place, usize)> = declared.zip(0..).collect();
    entries.sort_unstable();
    let of_fault = |fault: &'f Place| {
        let end = entries.partition_point(|(entry, _)| *entry <= fault);
        let last = end.checked_sub(1).map(|last| entries[last].0);
        let last = last.filter(|entry| entry.path == fault.path);
        // Several may stand on one line.
        let same = entries[..end].iter().rev();
        same.take_while(move |(entry, _)| Some(*entry) == last)
            .map(|(_, index)| *index)
            .collect::<Vec<_>>()
    };
    faulty.flat_map(of_fault).collect()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::parts::{Files, described};

    #[test]
    fn a_fault_belongs_to_the_entry_that_it_stands_in() {
        let entry = |name: &str| {
            format!("[[exercises]]\nname = \"{name}\"\ndir = \"01_a\"\nhint = \"a\"\n")
        };
        let info = "format_version = 1\nwelcome_message = \"a\"\nfinal_message = \"b\"\n";
        let info = info.to_owned() + &["a", "b", "c"].map(entry).concat();
        let files = ["a", "b", "c"].map(|name| (format!("exercises/01_a/{name}.rs"), Vec::new()));
        let mut files = Files::from(files);
        files.insert("info.toml".to_owned(), info.into_bytes());
        let course = course::load(&described("a", &files)).course;
        let exercises = course.expect("it has no faults").exercises;
        let declared: Vec<usize> = exercises.iter().map(|one| one.declared.line).collect();
        assert_eq!(declared, [4, 8, 12]);
        let of = |path: &str, lines: &[usize]| {
            let places = lines.iter().map(|line| Place {
                path: path.to_owned(),
                line: *line,
            });
            let places: Vec<Place> = places.collect();
            Vec::from_iter(unreadable(&exercises, places.iter()))
        };
        assert_eq!(of("info.toml", &[1, 3]), [0usize; 0]);
        assert_eq!(of("info.toml", &[4]), [0]);
        assert_eq!(of("info.toml", &[99, 11, 8]), [1, 2]);
        assert_eq!(of("exercises/01_a/info.toml", &[9]), [0usize; 0]);
        let twice = [exercises[0].clone(), exercises[0].clone()];
        let fault = twice[0].declared.clone();
        let both = unreadable(&twice, std::iter::once(&fault));
        assert_eq!(Vec::from_iter(both), [0, 1], "both stand on that line");
    }
}
