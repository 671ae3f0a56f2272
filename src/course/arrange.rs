//! From single exercises to a course: their order, their names against each other, and what follows from the whole.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::chapters::Chapters;
use super::choices::{expected, usual_choices};
use super::exercise::Draft;
use super::fault::{Report, quoted};
use super::files::below;
use super::model::{Exercise, Kind, Place, Start};
use super::starts::is_code;

/// Puts the exercises of all manifests into the order of their chapters, and says what does not go together.
pub(super) fn arrange(
    chapters: &Chapters,
    mut drafts: Vec<Draft>,
    report: &mut Report,
) -> Vec<Exercise> {
    one_manifest_each(chapters, &drafts, report);
    numbers_increase(chapters, &drafts, report);
    names_are_unique(&drafts, report);
    drafts.sort_by_key(|draft| draft.exercise.chapter);
    let mut exercises: Vec<Exercise> = drafts.into_iter().map(|draft| draft.exercise).collect();
    choose(&mut exercises);
    exercises
}

/// The exercises of a chapter stand in the root or in the chapter's own manifest, never in both.
fn one_manifest_each(chapters: &Chapters, drafts: &[Draft], report: &mut Report) {
    let mut first: HashMap<usize, &Place> = HashMap::new();
    let mut told: HashSet<usize> = HashSet::new();
    for Draft { exercise, .. } in drafts {
        let first = first.entry(exercise.chapter).or_insert(&exercise.declared);
        if first.path != exercise.declared.path && told.insert(exercise.chapter) {
            let dir = &chapters.list[exercise.chapter].dir;
            let what = format!(
                "exercises of {} stand here and in {}:{}",
                quoted(dir),
                first.path,
                first.line
            );
            report.fault(
                exercise.declared.clone(),
                what,
                "put them all into one of the two",
            );
        }
    }
}

/// Within a chapter numbers increase, and a manifest holds the chapters in their order.
fn numbers_increase(chapters: &Chapters, drafts: &[Draft], report: &mut Report) {
    for pair in drafts.windows(2) {
        let (before, after) = (&pair[0].exercise, &pair[1].exercise);
        if before.declared.path != after.declared.path {
            continue;
        }
        let place = pair[1].name_at.clone();
        if after.chapter < before.chapter {
            let dir = &chapters.list[before.chapter].dir;
            let what = format!(
                "{} stands after an exercise of the later chapter {}",
                quoted(&after.name),
                quoted(dir)
            );
            report.fault(
                place,
                what,
                "keep the exercises in the order of the chapters",
            );
        } else if after.chapter == before.chapter && after.number <= before.number {
            let what = format!(
                "exercise {} stands after exercise {}",
                after.number, before.number
            );
            report.fault(place, what, "let the numbers increase; gaps are allowed");
        }
    }
}

/// Ids, and the ids that exercises had before, are unique: progress is keyed by them. Files on some systems do not
/// know upper from lower case, so names that differ only by case are the same.
pub(super) fn names_are_unique(drafts: &[Draft], report: &mut Report) {
    let mut taken: HashMap<String, &Place> = HashMap::new();
    let own = drafts
        .iter()
        .map(|draft| (&draft.exercise.id, &draft.name_at));
    let former = drafts
        .iter()
        .flat_map(|draft| draft.exercise.formerly.iter().zip(&draft.formerly_at));
    for (id, place) in own.chain(former) {
        match taken.get(&id.to_lowercase()) {
            None => {
                taken.insert(id.to_lowercase(), place);
            }
            Some(first) => {
                let what = format!("the name {} is taken", quoted(id));
                let remedy = format!(
                    "{}:{} has it already: choose another",
                    first.path, first.line
                );
                report.fault(place.clone(), what, remedy);
            }
        }
    }
}

/// Gives predictions without `choices` the usual ones: the codes of their chapter.
fn choose(exercises: &mut [Exercise]) {
    let mut of_chapter: HashMap<usize, BTreeSet<&str>> = HashMap::new();
    for exercise in exercises.iter() {
        let codes = of_chapter.entry(exercise.chapter).or_default();
        codes.extend(codes_of(exercise));
    }
    let mut chosen = Vec::new();
    for (index, exercise) in exercises.iter().enumerate() {
        if exercise.kind == Kind::Predict && exercise.choices.is_empty() {
            let answers = expected(exercise.starts.as_deref());
            let others = of_chapter[&exercise.chapter].iter().copied();
            chosen.push((index, usual_choices(&answers, others)));
        }
    }
    for (index, choices) in chosen {
        exercises[index].choices = choices;
    }
}

/// The error codes that an exercise is about.
fn codes_of(exercise: &Exercise) -> BTreeSet<&str> {
    let starts = exercise.starts.as_deref().unwrap_or_default().iter();
    let from_starts = starts.filter_map(|start| match start {
        Start::Error { any_of, .. } => Some(any_of),
        _ => None,
    });
    let target = exercise.expect.iter().map(|target| &target.any_of);
    let all = from_starts.chain(target).flatten();
    all.map(String::as_str)
        .filter(|code| is_code(code))
        .collect()
}

/// Warns about chapters without exercises, and about Rust files in a chapter that belong to none.
pub(super) fn warn_of_strays(
    exercises: &[Exercise],
    chapters: &Chapters,
    paths: &BTreeSet<String>,
    report: &mut Report,
) {
    let used: HashSet<&str> = exercises
        .iter()
        .flat_map(|e| &e.files)
        .map(String::as_str)
        .collect();
    let filled: HashSet<usize> = exercises.iter().map(|exercise| exercise.chapter).collect();
    for (index, chapter) in chapters.list.iter().enumerate() {
        if !filled.contains(&index) {
            let what = format!("the chapter {} has no exercises", quoted(&chapter.dir));
            report.warning(
                chapters.places[index].clone(),
                what,
                "add some, or take the chapter out",
            );
        }
        let strays = below(&format!("exercises/{}", chapter.dir), paths).filter(|path| {
            path.ends_with(".rs") && !path.contains("/.") && !used.contains(path.as_str())
        });
        for path in strays {
            let place = Place {
                path: path.clone(),
                line: 1,
            };
            let remedy = "declare it in info.toml, or name it in an exercise's `files`";
            report.warning(place, "this file belongs to no exercise", remedy);
        }
    }
}
