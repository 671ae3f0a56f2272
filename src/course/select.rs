//! Which exercises a word on the command line means: a slug, a path, a number, a chapter, a range, a beginning.

use std::collections::BTreeSet;
use std::fmt;

use super::model::{Chapter, Course, Exercise};
use super::nearest::nearest;

/// Why a word means no exercise, or more than one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SelectError {
    /// Nothing is called so; perhaps this was meant.
    Unknown {
        word: String,
        suggestion: Option<String>,
    },
    /// Several exercises or chapters begin so.
    Ambiguous {
        word: String,
        candidates: Vec<String>,
    },
    /// No chapter has such a number; these are the first and the last.
    NoSuchChapter { number: u32, first: u32, last: u32 },
    /// No exercise has such a number; these are the first and the last of its chapter.
    NoSuchNumber {
        word: String,
        first: String,
        last: String,
    },
    /// `4-3`
    Backward { word: String, suggestion: String },
}

impl fmt::Display for SelectError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SelectError::Unknown {
                word,
                suggestion: Some(suggestion),
            } => write!(
                f,
                "There is no exercise `{word}`. Did you mean `{suggestion}`?"
            ),
            SelectError::Unknown { word, .. } => {
                write!(
                    f,
                    "There is no exercise `{word}`. `tutor list` shows all of them."
                )
            }
            SelectError::Ambiguous { word, candidates } => {
                const SHOWN: usize = 8;
                let shown = candidates
                    .iter()
                    .take(SHOWN)
                    .map(|name| format!("`{name}`"));
                let mut list = Vec::from_iter(shown).join(", ");
                if candidates.len() > SHOWN {
                    list.push_str(&format!(" and {} more", candidates.len() - SHOWN));
                }
                write!(
                    f,
                    "`{word}` may mean {list}. Write more of its name, or its number."
                )
            }
            SelectError::NoSuchChapter {
                number,
                first,
                last,
            } => {
                write!(
                    f,
                    "There is no chapter {number}; they go from {first} to {last}."
                )
            }
            SelectError::NoSuchNumber { word, first, last } => {
                write!(
                    f,
                    "No exercise has the number `{word}`: they go from {first} to {last}."
                )
            }
            SelectError::Backward { word, suggestion } => {
                write!(
                    f,
                    "The range `{word}` goes backward. Did you mean `{suggestion}`?"
                )
            }
        }
    }
}

impl std::error::Error for SelectError {}

/// The exercises that the words mean, as indices into [`Course::exercises`]: in the course's order, each once.
/// All words that mean nothing are told at once.
pub fn select<W: AsRef<str>>(course: &Course, words: &[W]) -> Result<Vec<usize>, Vec<SelectError>> {
    let mut chosen = BTreeSet::new();
    let mut errors = Vec::new();
    for word in words {
        match resolve(course, word.as_ref()) {
            Ok(found) => chosen.extend(found),
            Err(error) => errors.push(error),
        }
    }
    if errors.is_empty() {
        Ok(chosen.into_iter().collect())
    } else {
        Err(errors)
    }
}

/// The one exercise that a word means; of a chapter or a range the first.
pub fn select_one(course: &Course, word: &str) -> Result<usize, SelectError> {
    resolve(course, word).map(|found| found[0])
}

/// The exercises that one word means, never none. What is exact comes before what is only a beginning.
fn resolve(course: &Course, word: &str) -> Result<Vec<usize>, SelectError> {
    let word = word.trim();
    if let Some(found) = named(course, word) {
        return Ok(found);
    }
    if let Some(range) = Range::parse(word) {
        return numbered(course, word, range);
    }
    let folded = fold(word);
    if folded.is_empty() {
        return Err(unknown(course, word, &folded));
    }
    let found = of_path(course, &folded).or_else(|| formerly(course, &folded));
    match found {
        Some(found) => Ok(found),
        None => beginning(course, word, &folded),
    }
}

/// Upper case and hyphens are forgiven, and so are the separators of Windows.
fn fold(word: &str) -> String {
    let word = word.replace('\\', "/").to_lowercase();
    let word = word.trim_start_matches("./").trim_end_matches('/');
    word.replace('-', "_")
}

fn named(course: &Course, word: &str) -> Option<Vec<usize>> {
    let exercises = course.exercises.iter();
    let index = exercises.clone().position(|e| e.id == word);
    index
        .or_else(|| exercises.clone().position(|e| e.name == word))
        .map(|index| vec![index])
        .or_else(|| {
            chapters(course, |chapter| {
                chapter.dir == word || slug(chapter) == word
            })
        })
}

/// The exercises of the chapters that fit. A chapter without exercises is none.
fn chapters(course: &Course, fits: impl Fn(&Chapter) -> bool) -> Option<Vec<usize>> {
    let found = indices(course, |exercise| fits(course.chapter_of(exercise)));
    (!found.is_empty()).then_some(found)
}

fn indices(course: &Course, fits: impl Fn(&Exercise) -> bool) -> Vec<usize> {
    let all = course.exercises.iter().enumerate();
    all.filter(|(_, exercise)| fits(exercise))
        .map(|(index, _)| index)
        .collect()
}

/// `ownership` of `03_ownership`
fn slug(chapter: &Chapter) -> &str {
    let slug = chapter
        .dir
        .trim_start_matches(|c: char| c.is_ascii_digit())
        .trim_start_matches('_');
    if slug.is_empty() { &chapter.dir } else { slug }
}

/// A number or a range of them; both ends belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Range {
    from: (u32, u32),
    to: (u32, u32),
}

impl Range {
    /// `3`, `3.2`, `3-4`, `3.2-3.5`, `3.2-4`
    fn parse(word: &str) -> Option<Range> {
        let (from, to) = word.split_once('-').unwrap_or((word, word));
        let (from, to) = (point(from)?, point(to)?);
        Some(Range {
            from: (from.0, from.1.unwrap_or(0)),
            to: (to.0, to.1.unwrap_or(u32::MAX)),
        })
    }
}

fn point(text: &str) -> Option<(u32, Option<u32>)> {
    let number = |text: &str| {
        text.bytes()
            .all(|b| b.is_ascii_digit())
            .then(|| text.parse().ok())
            .flatten()
    };
    match text.trim().split_once('.') {
        None => Some((number(text.trim())?, None)),
        Some((chapter, exercise)) => Some((number(chapter)?, Some(number(exercise)?))),
    }
}

fn numbered(course: &Course, word: &str, range: Range) -> Result<Vec<usize>, SelectError> {
    if range.from > range.to {
        let (from, to) = word.split_once('-').unwrap_or_default();
        return Err(SelectError::Backward {
            word: word.to_owned(),
            suggestion: format!("{to}-{from}"),
        });
    }
    for (chapter, own) in [range.from, range.to] {
        is_there(course, chapter, own)?;
    }
    let found = indices(course, |exercise| {
        (range.from..=range.to).contains(&number(course, exercise))
    });
    match found.is_empty() {
        false => Ok(found),
        true => Err(no_such_number(course, word, range.from.0)),
    }
}

fn number(course: &Course, exercise: &Exercise) -> (u32, u32) {
    (course.chapter_of(exercise).number, exercise.number)
}

/// Whether an end of a range lies where the course's numbers are: there may be gaps between them, but who asks for more
/// than there is has mistyped. A number of 0 or [`u32::MAX`] stands for the whole chapter.
fn is_there(course: &Course, chapter: u32, own: u32) -> Result<(), SelectError> {
    let all = || course.exercises.iter().map(|e| number(course, e));
    let (first, last) = (
        all().min().unwrap_or_default(),
        all().max().unwrap_or_default(),
    );
    if !(first.0..=last.0).contains(&chapter) {
        return Err(SelectError::NoSuchChapter {
            number: chapter,
            first: first.0,
            last: last.0,
        });
    }
    let highest = all().filter(|number| number.0 == chapter).max();
    match highest {
        Some(highest) if own != u32::MAX && own > highest.1 => {
            Err(no_such_number(course, &format!("{chapter}.{own}"), chapter))
        }
        _ => Ok(()),
    }
}

/// The numbers of the chapter, if it has any; else those of the course.
fn no_such_number(course: &Course, word: &str, chapter: u32) -> SelectError {
    let all: Vec<(u32, u32)> = course.exercises.iter().map(|e| number(course, e)).collect();
    let own: Vec<(u32, u32)> = all.iter().copied().filter(|n| n.0 == chapter).collect();
    let shown = if own.is_empty() { all } else { own };
    let written = |number: Option<&(u32, u32)>| {
        let number = number.map(|(chapter, own)| format!("{chapter}.{own}"));
        number.unwrap_or_default()
    };
    SelectError::NoSuchNumber {
        word: word.to_owned(),
        first: written(shown.iter().min()),
        last: written(shown.iter().max()),
    }
}

/// The exercise with a file at this path, or the chapter with this folder. The path may be absolute, or begin in
/// a sub-folder, or lack its `.rs`; `chapter/slug` is a path too.
fn of_path(course: &Course, folded: &str) -> Option<Vec<usize>> {
    let exercises = indices(course, |exercise| {
        let home = course.chapter_of(exercise);
        let mut ways = vec![
            format!("{}/{}", home.dir, exercise.id),
            format!("{}/{}", slug(home), exercise.id),
            format!("{}/{}", slug(home), exercise.name),
            exercise.solution_file(),
        ];
        ways.extend(exercise.files.iter().cloned());
        ways.extend(exercise.files.iter().filter_map(|file| {
            let stem = file.strip_suffix(".rs")?;
            Some(stem.strip_suffix("/main").unwrap_or(stem).to_owned())
        }));
        ways.iter().any(|way| is_tail(&fold(way), folded))
    });
    match exercises.as_slice() {
        [_] => Some(exercises),
        [] => chapters(course, |chapter| {
            ["exercises", "solutions"].iter().any(|top| {
                is_tail(&fold(&format!("{top}/{}", chapter.dir)), folded)
                    || fold(slug(chapter)) == folded
            })
        }),
        _ => None,
    }
}

/// Whether one path is the end of the other, part by part.
fn is_tail(path: &str, word: &str) -> bool {
    let ends = |long: &str, short: &str| {
        long.strip_suffix(short)
            .is_some_and(|rest| !short.is_empty() && (rest.is_empty() || rest.ends_with('/')))
    };
    ends(path, word) || ends(word, path)
}

fn formerly(course: &Course, folded: &str) -> Option<Vec<usize>> {
    let found = indices(course, |exercise| {
        exercise.formerly.iter().any(|old| fold(old) == folded)
    });
    (found.len() == 1).then_some(found)
}

/// The only exercise, or else the only chapter, that begins so; `own/hand` is a beginning in two parts.
fn beginning(course: &Course, word: &str, folded: &str) -> Result<Vec<usize>, SelectError> {
    let (chapter, own) = match folded.rsplit_once('/') {
        Some((chapter, own)) => (chapter.rsplit('/').next().unwrap_or(chapter), own),
        None => ("", folded),
    };
    let begins = |name: &str, with: &str| fold(name).starts_with(with);
    let in_chapter = |home: &Chapter| begins(&home.dir, chapter) || begins(slug(home), chapter);
    let exercises = indices(course, |exercise| {
        let own_begins = begins(&exercise.id, own) || begins(&exercise.name, own);
        !own.is_empty() && own_begins && in_chapter(course.chapter_of(exercise))
    });
    let homes: Vec<&Chapter> = course
        .chapters
        .iter()
        .filter(|home| chapter.is_empty() && (begins(&home.dir, own) || begins(slug(home), own)))
        .collect();
    match (exercises.as_slice(), homes.as_slice()) {
        ([], []) => Err(unknown(course, word, folded)),
        ([_], []) => Ok(exercises),
        ([], [home]) => chapters(course, |chapter| chapter.dir == home.dir)
            .ok_or_else(|| unknown(course, word, folded)),
        _ => {
            let names = exercises
                .iter()
                .map(|index| course.exercises[*index].id.clone());
            let homes = homes.iter().map(|home| home.dir.clone());
            Err(SelectError::Ambiguous {
                word: word.to_owned(),
                candidates: names.chain(homes).collect(),
            })
        }
    }
}

fn unknown(course: &Course, word: &str, folded: &str) -> SelectError {
    let stem = folded.trim_end_matches(".rs");
    let own = stem.rsplit('/').next().unwrap_or(stem);
    let names = course
        .exercises
        .iter()
        .flat_map(|e| [e.id.as_str(), e.name.as_str()]);
    let homes = course
        .chapters
        .iter()
        .flat_map(|home| [slug(home), home.dir.as_str()]);
    SelectError::Unknown {
        word: word.to_owned(),
        suggestion: nearest(own, names.chain(homes)).map(str::to_owned),
    }
}

#[cfg(test)]
mod tests;
