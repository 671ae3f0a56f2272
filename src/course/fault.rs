//! What is wrong with a course: each fault with its place, what is wrong, and what to do.

use std::fmt;

use super::model::{Course, Place};

/// One fault (or warning) of a course. `what` and `remedy` are clauses: lower case, no full stop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CourseFault {
    pub place: Place,
    /// What is wrong there.
    pub what: String,
    /// What to do about it.
    pub remedy: String,
}

impl fmt::Display for CourseFault {
    /// `info.toml:12: exercise 3 has no `name`  (write for example `name = "02_handed_over"`)`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Place { path, line } = &self.place;
        write!(f, "{path}:{line}: {}  ({})", self.what, self.remedy)
    }
}

/// A course as far as it could be read, and everything that was found on the way.
#[derive(Debug, Clone, PartialEq)]
pub struct Loaded {
    /// Only a course without faults; warnings do not stand in its way.
    pub course: Option<Course>,
    /// Instead of it, a course with faults as far as it could be read: for nobody but those who mend it.
    pub draft: Option<Course>,
    /// In the order of the files' lines, the root's first.
    pub faults: Vec<CourseFault>,
    /// Most of them unknown keys.
    pub warnings: Vec<CourseFault>,
}

/// Faults said of one course. A file of nothing but faults must not fill the memory with them.
const MOST: usize = 1000;

/// Collects faults and warnings while a course is read.
#[derive(Debug, Default)]
pub(super) struct Report {
    faults: Vec<CourseFault>,
    warnings: Vec<CourseFault>,
}

impl Report {
    pub(super) fn fault(
        &mut self,
        place: Place,
        what: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        push(&mut self.faults, place, what.into(), remedy.into());
    }

    pub(super) fn warning(
        &mut self,
        place: Place,
        what: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        push(&mut self.warnings, place, what.into(), remedy.into());
    }

    pub(super) fn has_no_faults(&self) -> bool {
        self.faults.is_empty()
    }

    /// No further fault will be kept, so that costly words about it can be spared.
    pub(super) fn is_full(&self) -> bool {
        self.faults.len() >= MOST
    }

    /// All of it in the order of the lines. A course with faults is none.
    pub(super) fn into_loaded(mut self, course: Option<Course>) -> Loaded {
        in_order(&mut self.faults);
        in_order(&mut self.warnings);
        let (course, draft) = match self.faults.is_empty() {
            true => (course, None),
            false => (None, course),
        };
        Loaded {
            course,
            draft,
            faults: self.faults,
            warnings: self.warnings,
        }
    }
}

fn push(list: &mut Vec<CourseFault>, place: Place, what: String, remedy: String) {
    if list.len() < MOST {
        list.push(CourseFault {
            place,
            what,
            remedy,
        });
    }
}

/// By file, those nearest to the root first, then by line; faults of one line stay as they were found.
fn in_order(list: &mut [CourseFault]) {
    list.sort_by(|a, b| {
        let depth = |place: &Place| place.path.matches('/').count();
        depth(&a.place)
            .cmp(&depth(&b.place))
            .then_with(|| a.place.cmp(&b.place))
    });
}

/// A text from a course as it is quoted in a sentence: in backticks, short, on one line, nothing in it that
/// a terminal would obey.
pub(super) fn quoted(text: &str) -> String {
    const WIDEST: usize = 60;
    let mut shown = String::new();
    for c in text.chars().take(WIDEST) {
        if c.is_control() {
            shown.extend(c.escape_default());
        } else {
            shown.push(c);
        }
    }
    if text.chars().nth(WIDEST).is_some() {
        shown.push_str("..");
    }
    format!("`{shown}`")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(path: &str, line: usize) -> Place {
        Place {
            path: path.to_owned(),
            line,
        }
    }

    #[test]
    fn a_fault_reads_like_a_compiler_message() {
        let fault = CourseFault {
            place: place("info.toml", 12),
            what: "`kind` is missing".to_owned(),
            remedy: "write for example `kind = \"fix\"`".to_owned(),
        };
        assert_eq!(
            fault.to_string(),
            "info.toml:12: `kind` is missing  (write for example `kind = \"fix\"`)"
        );
    }

    #[test]
    fn the_root_comes_before_the_chapters() {
        let mut report = Report::default();
        report.fault(place("exercises/01_a/info.toml", 1), "c", "");
        report.fault(place("info.toml", 9), "b", "");
        report.fault(place("info.toml", 2), "a", "");
        let loaded = report.into_loaded(None);
        let order: Vec<&str> = loaded.faults.iter().map(|f| f.what.as_str()).collect();
        assert_eq!(order, ["a", "b", "c"]);
    }

    #[test]
    fn a_quoted_text_is_harmless_and_short() {
        assert_eq!(quoted("a\u{1b}[31m\nb"), "`a\\u{1b}[31m\\nb`");
        assert_eq!(quoted(&"x".repeat(100)).len(), 64);
    }

    #[test]
    fn faults_without_end_are_cut_off() {
        let mut report = Report::default();
        for line in 0..5000 {
            report.fault(place("info.toml", line), "x", "y");
        }
        assert!(report.is_full());
        assert_eq!(report.into_loaded(None).faults.len(), MOST);
    }
}
