//! A course of 160 exercises, in which one is the exercise of a test.

use std::time::Duration;

use tutor::check::verdict::{Checked, Evidence, TestRun, TestState, Verdict};
use tutor::course::card::{Card, card};
use tutor::course::model::{Build, Chapter, Course, Exercise, Format, Kind, Place};
use tutor::session::event::{Bytes, Effect, Event, Key};
use tutor::session::lesson::Lesson;
use tutor::session::progress::{Progress, Record, State};
use tutor::session::sitting::{Material, Sitting};
use tutor::view::glyphs::Charset;
use tutor::view::layout::Size;
use tutor::view::sitting::{Surroundings, draw};

/// Chapters as the course plan has them, with the number of their exercises; the rest is filled up.
const CHAPTERS: [(u32, &str, u32); 6] = [
    (0, "Orientation", 3),
    (1, "Values", 5),
    (2, "Shapes", 4),
    (3, "Ownership", 8),
    (4, "Borrowing", 9),
    (5, "The rest", 131),
];

pub fn exercise(id: &str, chapter: usize, number: u32, kind: Kind) -> Exercise {
    let (chapter_number, title, _) = CHAPTERS[chapter];
    let dir = format!(
        "{chapter_number:02}_{}",
        title.to_lowercase().replace(' ', "_")
    );
    Exercise {
        id: id.to_owned(),
        name: format!("{number:02}_{id}"),
        chapter,
        number,
        kind,
        files: vec![format!("exercises/{dir}/{number:02}_{id}.rs")],
        starts: None,
        tolerate: vec![],
        deny: vec![],
        rules: vec![],
        runs: vec![],
        expect: None,
        choices: vec![],
        profiles: vec![],
        budget: Default::default(),
        timeout_s: 10,
        unsafe_allowed: false,
        needs: vec![],
        hints: vec!["one".to_owned(), "two".to_owned(), "three".to_owned()],
        hint_on: Default::default(),
        questions: vec![],
        docs: vec![],
        teaches: vec![],
        builds_on: vec![],
        formerly: vec![],
        points: 1,
        tracks: vec![],
        obvious: false,
        allow: Default::default(),
        v1: None,
        declared: Place {
            path: "info.toml".to_owned(),
            line: 1,
        },
    }
}

pub fn course() -> Course {
    let mut exercises = Vec::new();
    for (index, (_, title, count)) in CHAPTERS.iter().enumerate() {
        for number in 1..=*count {
            let id = format!("{}_{number}", title.to_lowercase().replace(' ', "_"));
            exercises.push(exercise(&id, index, number, Kind::Fix));
        }
    }
    let chapter = |(number, title, _): &(u32, &str, u32)| Chapter {
        dir: format!("{number:02}_{}", title.to_lowercase().replace(' ', "_")),
        number: *number,
        title: (*title).to_owned(),
        about: String::new(),
        minutes: Some(8),
    };
    Course {
        format: Format::Tutor,
        id: "rust".to_owned(),
        title: "Rust, one refusal at a time".to_owned(),
        welcome: String::new(),
        farewell: String::new(),
        build: Build {
            edition: "2024".to_owned(),
            dependencies: Default::default(),
            lints: vec![],
        },
        chapters: CHAPTERS.iter().map(chapter).collect(),
        exercises,
    }
}

/// A sitting at one exercise, which a test describes.
pub struct Desk {
    pub material: Material,
    pub progress: Progress,
    pub here: usize,
}

impl Desk {
    /// At this exercise, with so many others done. Its title and its goal are read from its starter.
    pub fn at(exercise: Exercise, starter: &str, done: usize) -> Desk {
        let mut course = course();
        let same =
            |other: &Exercise| (other.chapter, other.number) == (exercise.chapter, exercise.number);
        let here = course.exercises.iter().position(same).expect("a place");
        let lesson = Lesson::of(&exercise, starter);
        course.exercises[here] = exercise;
        let mut lessons: Vec<Lesson> = course
            .exercises
            .iter()
            .map(|exercise| Lesson::of(exercise, ""))
            .collect();
        lessons[here] = lesson;
        let mut progress = Progress {
            course: course.id.clone(),
            here: Some(course.exercises[here].id.clone()),
            welcomed: true,
            ..Progress::default()
        };
        let others = course
            .exercises
            .iter()
            .enumerate()
            .filter(|(index, _)| *index != here);
        for (_, exercise) in others.take(done) {
            let record = Record {
                state: State::Done,
                ..Record::default()
            };
            progress.exercises.insert(exercise.id.clone(), record);
        }
        let path = (0..course.exercises.len()).collect();
        Desk {
            material: Material {
                cards: vec![None; course.chapters.len()],
                course,
                lessons,
                path,
                auto_next: false,
                course_folder: false,
            },
            progress,
            here,
        }
    }

    pub fn next_is(mut self, title: &str, goal: &str) -> Desk {
        self.material.lessons[self.here + 1] = Lesson {
            title: title.to_owned(),
            goal: vec![goal.to_owned()],
        };
        self
    }

    pub fn record(mut self, record: Record) -> Desk {
        let id = self.material.course.exercises[self.here].id.clone();
        self.progress.exercises.insert(id, record);
        self
    }

    pub fn with_card(mut self, chapter: usize, readme: &str) -> Desk {
        let (card, _): (Card, _) = card("README.md", readme);
        self.material.cards[chapter] = Some(card);
        self
    }

    pub fn sit_down(self) -> Sat {
        let mut sat = Sat {
            sitting: Sitting::new(self.material, self.progress),
            version: 1,
            now: 1_000_000,
            effects: Vec::new(),
        };
        sat.tell(Event::Started);
        let exercise = sat.sitting.here();
        let bytes = sat.bytes();
        sat.tell(Event::Entered { exercise, bytes });
        sat
    }
}

/// A sitting that goes on.
pub struct Sat {
    pub sitting: Sitting,
    version: u32,
    pub now: u64,
    pub effects: Vec<Effect>,
}

impl Sat {
    pub fn tell(&mut self, event: Event) {
        let effects = self.sitting.handle(event, self.now);
        self.effects = effects;
    }

    pub fn key(&mut self, letter: char) -> &mut Sat {
        self.tell(Event::Key(Key::Char(letter)));
        self
    }

    pub fn bytes(&self) -> Bytes {
        Bytes(self.version.to_string())
    }

    /// The check that runs ends with this.
    pub fn found(&mut self, text: &str, verdict: Verdict, evidence: Evidence) -> &mut Sat {
        let run = self.effects.iter().find_map(|effect| match effect {
            Effect::StartCheck { run, .. } => Some(*run),
            _ => None,
        });
        let run = run.expect("a check was started last");
        let bytes = self.bytes();
        self.tell(Event::CheckBegan {
            run,
            bytes: bytes.clone(),
        });
        self.tell(Event::CheckFinished {
            run,
            bytes,
            text: text.to_owned(),
            checked: Box::new(Checked { verdict, evidence }),
        });
        self
    }

    pub fn save(&mut self) -> &mut Sat {
        self.version += 1;
        let exercise = self.sitting.here();
        let bytes = self.bytes();
        self.tell(Event::Saved { exercise, bytes });
        self
    }

    pub fn solution(&mut self, text: &str) -> &mut Sat {
        let exercise = self.sitting.here();
        self.tell(Event::Solution {
            exercise,
            text: Some(text.to_owned()),
        });
        self
    }

    /// The window of 80 columns and 24 rows, as text.
    pub fn screen(&self) -> String {
        self.screen_in(80, 24)
    }

    pub fn screen_in(&self, width: usize, height: usize) -> String {
        self.screen_as(width, height, Charset::Boxes)
    }

    pub fn screen_as(&self, width: usize, height: usize, charset: Charset) -> String {
        let size = Size { width, height };
        let drawn = draw(&self.sitting, &Surroundings::default(), size, charset);
        assert!(drawn.lines.len() <= height, "{} rows", drawn.lines.len());
        drawn
            .lines
            .iter()
            .map(|line| line.text().trim_end().to_owned() + "\n")
            .collect()
    }
}

pub fn evidence(took_ms: u64) -> Evidence {
    Evidence {
        took: Duration::from_millis(took_ms),
        ..Evidence::default()
    }
}

/// Tests, each with whether it passed.
pub fn tests(tests: &[(&str, usize, bool)]) -> Vec<TestRun> {
    let run = |(name, line, passed): &(&str, usize, bool)| TestRun {
        name: (*name).to_owned(),
        line: Some(*line),
        state: if *passed {
            TestState::Passed
        } else {
            TestState::Failed
        },
        printed: Default::default(),
    };
    tests.iter().map(run).collect()
}
