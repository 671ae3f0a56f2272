//! Whether what a learner sees first, and at last, fits the smallest window that everybody has.

use super::{Proof, at};
use crate::check::verdict::{Checked, Verdict};
use crate::course::model::{Chapter, Course, Exercise, Format};
use crate::engine::Engine;
use crate::session::event::{Bytes, Event, Run};
use crate::session::lesson::Lesson;
use crate::session::progress::Progress;
use crate::session::sitting::{Material, Sitting};
use crate::verify::Rule;
use crate::view::glyphs::Charset;
use crate::view::layout::Size;
use crate::view::sitting::{Surroundings, draw};

const WINDOW: Size = Size {
    width: 80,
    height: 24,
};

impl Proof<'_> {
    /// What the untouched starter shows.
    pub(super) fn starter_screen(&mut self, starter: &str, checked: &Checked) {
        if matches!(checked.verdict, Verdict::NotYet(_)) {
            let pages = self.pages(starter, starter, checked, None);
            self.fits(
                pages,
                "What the starter shows",
                "Shorten the goal, or let the compiler say less.",
                self.exercise.main_file().to_owned(),
            );
        }
    }

    /// What our solution shows when it has passed: the note, or the compiler's words, and the question.
    pub(super) fn solved_screen(&mut self, starter: &str, solution: &str, checked: &Checked) {
        let pages = self.pages(starter, solution, checked, Some(solution));
        self.fits(
            pages,
            "What the solved exercise shows",
            "Shorten the note or the question.",
            self.exercise.solution_file(),
        );
    }

    fn fits(&mut self, pages: usize, what: &str, remedy: &str, path: String) {
        if pages > 1 {
            let what = format!("{what} takes {pages} pages of 80 columns and 24 rows.");
            self.add(Rule::Screen, at(&path, 1), what, remedy);
        }
    }

    fn pages(&self, starter: &str, text: &str, checked: &Checked, solution: Option<&str>) -> usize {
        let mut sitting = Sitting::new(
            material(self.bench.engine, self.exercise, starter),
            Progress::default(),
        );
        let bytes = Bytes("checked".to_owned());
        let told = solution.map(|text| Event::Solution {
            exercise: 0,
            text: Some(text.to_owned()),
        });
        let events = [
            Event::Entered {
                exercise: 0,
                bytes: bytes.clone(),
            },
            Event::CheckFinished {
                run: Run(1),
                bytes,
                text: text.to_owned(),
                checked: Box::new(checked.clone()),
            },
        ];
        for event in events.into_iter().chain(told) {
            sitting.handle(event, 1);
        }
        draw(&sitting, &Surroundings::default(), WINDOW, Charset::Boxes).pages
    }
}

/// A course of this exercise, and another like it, so that there is something to go on to.
fn material(engine: &Engine, exercise: &Exercise, starter: &str) -> Material {
    let lesson = Lesson::of(exercise, starter);
    let here = Exercise {
        chapter: 0,
        ..exercise.clone()
    };
    let next = Exercise {
        id: format!("{}_next", exercise.id),
        ..here.clone()
    };
    Material {
        course: Course {
            format: Format::Tutor,
            id: String::new(),
            title: String::new(),
            welcome: String::new(),
            farewell: String::new(),
            build: engine.build().clone(),
            chapters: vec![Chapter {
                dir: String::new(),
                number: 1,
                title: String::new(),
                about: String::new(),
                minutes: None,
            }],
            exercises: vec![here, next],
        },
        lessons: vec![lesson.clone(), lesson],
        cards: vec![None],
        path: vec![0, 1],
        auto_next: false,
        course_folder: false,
    }
}
