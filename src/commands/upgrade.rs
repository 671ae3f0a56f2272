//! A newer course over the folder of somebody who has worked in it: what is untouched follows the course, what was
//! edited stays as it is. No text of a learner is ever replaced, and none is deleted.

use super::parts::Files;
use crate::course::model::{Course, Exercise};

/// One version of a course: what it says, and its files.
#[derive(Debug, Clone, Copy)]
pub struct Version<'a> {
    pub course: &'a Course,
    pub files: &'a Files,
}

/// One thing to do in a learner's folder, in this order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The exercise was renamed or renumbered: its file goes along.
    Move { from: String, to: String },
    /// A file that is not there yet.
    Add { path: String, bytes: Vec<u8> },
    /// A starter that nobody has touched.
    Replace { path: String, bytes: Vec<u8> },
    /// The file was edited, and its starter has changed: the new one stands beside it, as `path`.
    Beside { path: String, bytes: Vec<u8> },
}

/// What brings the exercises of a learner's folder from `old` (if that is still known) to `new`. `on_disk` gives the
/// bytes of a file there.
pub fn plan(
    old: Option<Version<'_>>,
    new: Version<'_>,
    on_disk: impl Fn(&str) -> Option<Vec<u8>>,
) -> Vec<Step> {
    let mut steps = Vec::new();
    for exercise in &new.course.exercises {
        let former = old.and_then(|old| former_self(old.course, exercise));
        for (place, path) in exercise.files.iter().enumerate() {
            let Some(starter) = new.files.get(path) else {
                continue;
            };
            let before = former.and_then(|former| former.files.get(place));
            let file = File {
                path,
                starter,
                before,
                old_starter: before.and_then(|before| old?.files.get(before)),
            };
            steps.extend(file.steps(&on_disk));
        }
    }
    steps
}

/// The same exercise in the old course: by its id, or by one that it had formerly.
fn former_self<'a>(old: &'a Course, exercise: &Exercise) -> Option<&'a Exercise> {
    let ids = std::iter::once(&exercise.id).chain(&exercise.formerly);
    ids.filter_map(|id| old.exercises.iter().find(|before| before.id == *id))
        .next()
}

/// One file of an exercise, in the new course and in the old one.
struct File<'a> {
    path: &'a str,
    starter: &'a [u8],
    before: Option<&'a String>,
    old_starter: Option<&'a Vec<u8>>,
}

impl File<'_> {
    fn steps(&self, on_disk: &impl Fn(&str) -> Option<Vec<u8>>) -> Vec<Step> {
        let here = on_disk(self.path);
        let moved_from = self.before.filter(|before| *before != self.path);
        if let (None, Some(from)) = (&here, moved_from)
            && let Some(bytes) = on_disk(from)
        {
            let to = self.path.to_owned();
            let from = from.clone();
            let moved = Step::Move { from, to };
            return std::iter::once(moved).chain(self.update(&bytes)).collect();
        }
        match here {
            Some(bytes) => self.update(&bytes).into_iter().collect(),
            None => vec![Step::Add {
                path: self.path.to_owned(),
                bytes: self.starter.to_vec(),
            }],
        }
    }

    /// What becomes of a file with these bytes.
    fn update(&self, found: &[u8]) -> Option<Step> {
        let old = self.old_starter.map(Vec::as_slice);
        if found == self.starter || old == Some(self.starter) {
            None
        } else if old == Some(found) {
            Some(Step::Replace {
                path: self.path.to_owned(),
                bytes: self.starter.to_vec(),
            })
        } else {
            Some(Step::Beside {
                path: format!("{}.new", self.path),
                bytes: self.starter.to_vec(),
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::course::{self, CourseFiles, TextFile};

    /// A course of one chapter: each exercise by its file's name and its starter's text.
    fn version(exercises: &[(&str, &str)]) -> (Course, Files) {
        let mut info = String::from(
            "format_version = 2\nid = \"c\"\ntitle = \"C\"\n[[chapters]]\ndir = \"01_a\"\ntitle = \"A\"\n",
        );
        let mut files = Files::new();
        for (name, text) in exercises {
            let formerly = match name.ends_with("_renamed") {
                true => "formerly = [\"plain\"]\n",
                false => "",
            };
            info += &format!(
                "[[exercises]]\ndir = \"01_a\"\nname = \"{name}\"\nkind = \"write\"\nhint = \"x\"\n{formerly}"
            );
            files.insert(
                format!("exercises/01_a/{name}.rs"),
                text.as_bytes().to_vec(),
            );
        }
        let loaded = course::load(&CourseFiles {
            info: TextFile {
                path: "info.toml".to_owned(),
                bytes: info.into_bytes(),
            },
            paths: files.keys().cloned().collect(),
            ..CourseFiles::default()
        });
        let course = loaded
            .course
            .unwrap_or_else(|| panic!("{:?}", loaded.faults));
        (course, files)
    }

    fn upgraded(old: &[(&str, &str)], new: &[(&str, &str)], disk: &mut Files) -> Vec<Step> {
        let (old_course, old_files) = version(old);
        let (new_course, new_files) = version(new);
        let steps = plan(
            Some(Version {
                course: &old_course,
                files: &old_files,
            }),
            Version {
                course: &new_course,
                files: &new_files,
            },
            |path| disk.get(path).cloned(),
        );
        for step in &steps {
            apply(step, disk);
        }
        steps
    }

    fn apply(step: &Step, disk: &mut Files) {
        match step {
            Step::Move { from, to } => {
                let bytes = disk.remove(from).expect("it is there");
                assert_eq!(disk.insert(to.clone(), bytes), None, "it replaces nothing");
            }
            Step::Add { path, bytes }
            | Step::Replace { path, bytes }
            | Step::Beside { path, bytes } => {
                disk.insert(path.clone(), bytes.clone());
            }
        }
    }

    fn disk(files: &[(&str, &str)]) -> Files {
        let path = |name: &str| format!("exercises/01_a/{name}");
        let entries = files
            .iter()
            .map(|(name, text)| (path(name), text.as_bytes().to_vec()));
        entries.collect()
    }

    #[test]
    fn an_untouched_starter_follows_the_course_and_a_new_exercise_comes() {
        let mut found = disk(&[("01_plain.rs", "old")]);
        upgraded(
            &[("01_plain", "old")],
            &[("01_plain", "new"), ("02_more", "m")],
            &mut found,
        );
        assert_eq!(found, disk(&[("01_plain.rs", "new"), ("02_more.rs", "m")]));
    }

    #[test]
    fn an_edited_file_stays_and_its_new_starter_stands_beside_it() {
        let mut found = disk(&[("01_plain.rs", "mine")]);
        upgraded(&[("01_plain", "old")], &[("01_plain", "new")], &mut found);
        assert_eq!(
            found,
            disk(&[("01_plain.rs", "mine"), ("01_plain.rs.new", "new")])
        );
    }

    #[test]
    fn an_edited_file_whose_starter_is_the_same_is_left_in_peace() {
        let mut found = disk(&[("01_plain.rs", "mine")]);
        let steps = upgraded(&[("01_plain", "old")], &[("01_plain", "old")], &mut found);
        assert_eq!(steps, []);
    }

    #[test]
    fn a_renumbered_or_renamed_exercise_takes_its_file_along() {
        for new in ["03_plain", "03_renamed"] {
            let mut found = disk(&[("01_plain.rs", "mine")]);
            upgraded(&[("01_plain", "old")], &[(new, "old")], &mut found);
            assert_eq!(found, disk(&[(&format!("{new}.rs"), "mine")]));
        }
    }

    #[test]
    fn a_file_that_was_deleted_comes_back() {
        let mut found = Files::new();
        upgraded(&[("01_plain", "old")], &[("01_plain", "old")], &mut found);
        assert_eq!(found, disk(&[("01_plain.rs", "old")]));
    }

    #[test]
    fn what_the_course_no_longer_has_stays_where_it_is() {
        let mut found = disk(&[("01_plain.rs", "mine"), ("02_more.rs", "m")]);
        let steps = upgraded(
            &[("01_plain", "old"), ("02_more", "m")],
            &[("02_more", "m")],
            &mut found,
        );
        assert_eq!(steps, []);
    }

    proptest! {
        #[test]
        fn no_text_of_a_learner_is_ever_lost(
            old in proptest::sample::subsequence(vec!["01_plain", "02_more", "03_third"], 0..=3),
            new in proptest::sample::subsequence(vec!["01_more", "02_plain", "02_renamed", "03_third"], 1..=4),
            texts in proptest::collection::vec("[ab]", 7),
            there in proptest::collection::vec(("(01|02|03)_(plain|more|third|renamed)\\.rs", "[abc]"), 0..5),
        ) {
            // Both ids of one exercise in one course would be a fault of the course.
            prop_assume!(!(new.contains(&"02_plain") && new.contains(&"02_renamed")));
            let text = |names: &[&'static str], from: usize| -> Vec<(&'static str, String)> {
                names.iter().enumerate().map(|(i, name)| (*name, texts[from + i].clone())).collect()
            };
            let (old, new) = (text(&old, 0), text(&new, 3));
            let old: Vec<(&str, &str)> = old.iter().map(|(n, t)| (*n, t.as_str())).collect();
            let new: Vec<(&str, &str)> = new.iter().map(|(n, t)| (*n, t.as_str())).collect();
            prop_assume!(!old.is_empty());
            let before: Vec<(&str, &str)> = there.iter().map(|(n, t)| (n.as_str(), t.as_str())).collect();
            let before = disk(&before);

            let mut after = before.clone();
            upgraded(&old, &new, &mut after);

            let starters: Vec<&str> = old.iter().map(|(_, text)| *text).collect();
            for bytes in before.values() {
                let text = std::str::from_utf8(bytes).unwrap();
                prop_assert!(starters.contains(&text) || after.values().any(|found| found == bytes));
            }
            for (name, _) in &new {
                let path = format!("exercises/01_a/{name}.rs");
                prop_assert!(after.contains_key(&path));
            }
            prop_assert_eq!(upgraded(&new, &new, &mut after), []);
        }
    }
}
