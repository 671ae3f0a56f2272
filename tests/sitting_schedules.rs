//! Random schedules of saves, checks, keys and late results, with simulated time: whatever happens, a verdict is told
//! only for the bytes on disk, and the last save is checked.

use std::collections::VecDeque;
use std::time::Duration;

use tutor::check::verdict::{Checked, Evidence, FailedTest, Failure, Reason, Verdict};
use tutor::course::model::{Build, Chapter, Course, Exercise, Format, Kind, Place, Question};
use tutor::session::event::{Bytes, Effect, Event, Key, Run};
use tutor::session::lesson::Lesson;
use tutor::session::progress::{Progress, State};
use tutor::session::sitting::{Face, Material, Sitting};

const EXERCISES: usize = 3;

/// A check as the machine runs it: it reads when it starts, and ends some time later.
struct Check {
    run: Run,
    exercise: usize,
    version: u32,
    cancelled: bool,
}

/// Disk, watcher and compiler, simulated.
struct World {
    seed: u64,
    sitting: Sitting,
    /// The version of each exercise's file; multiples of 7 pass.
    disk: [u32; EXERCISES],
    next_version: u32,
    queue: VecDeque<Event>,
    checks: Vec<Check>,
    now: u64,
    watched: usize,
    done_once: [bool; EXERCISES],
    saves: u32,
    over: bool,
}

#[test]
fn every_schedule_ends_with_the_verdict_of_the_bytes_on_disk() {
    let schedules = 100_000;
    let sitting = Sitting::new(material(), Progress::default());
    for seed in 1..=schedules {
        World::new(seed, sitting.clone()).play();
    }
}

impl World {
    fn new(seed: u64, sitting: Sitting) -> World {
        World {
            seed: seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1,
            sitting,
            disk: [1; EXERCISES],
            next_version: 2,
            queue: VecDeque::new(),
            checks: Vec::new(),
            now: 1_000,
            watched: 0,
            done_once: [false; EXERCISES],
            saves: 0,
            over: false,
        }
    }

    fn play(&mut self) {
        self.tell(Event::Started);
        for _ in 0..self.random(30) {
            self.now += self.random(40);
            self.act();
        }
        self.settle();
    }

    fn act(&mut self) {
        match self.random(12) {
            0..=3 => self.save(),
            4 | 5 => self.notice(),
            6 | 7 => self.deliver(),
            8 | 9 => self.end_a_check(),
            10 => {
                let keys = [
                    'n', 'p', 'h', 's', 'x', 'm', 'e', ' ', 'l', '1', 'd', 'r', '?', 'o',
                ];
                let key = match self.random(18) as usize {
                    14 => Key::Enter,
                    15 => Key::Tab,
                    16 => Key::Down,
                    17 => Key::Esc,
                    letter => Key::Char(keys[letter]),
                };
                self.tell(Event::Key(key));
            }
            _ => self.tell(Event::Tick),
        }
    }

    /// The learner saves: other bytes as a rule, the same ones now and then, an older version sometimes.
    fn save(&mut self) {
        let file = self.watched;
        match self.random(6) {
            0 => {}
            1 if self.disk[file] > 1 => self.disk[file] -= 1,
            _ => {
                self.disk[file] = self.next_version;
                self.next_version += 1;
            }
        }
        self.saves += 1;
        if self.random(4) > 0 {
            self.notice(); // else the event is lost, until somebody looks
        }
    }

    /// The watcher looks, and its event waits in the channel.
    fn notice(&mut self) {
        let exercise = self.watched;
        self.queue.push_back(Event::Saved {
            exercise,
            bytes: bytes(self.disk[exercise]),
        });
    }

    fn deliver(&mut self) {
        if let Some(event) = self.queue.pop_front() {
            self.tell(event);
        }
    }

    /// Checks end in any order; a cancelled one may still tell its result.
    fn end_a_check(&mut self) {
        if self.checks.is_empty() {
            return;
        }
        let place = self.random(self.checks.len() as u64) as usize;
        let check = self.checks.swap_remove(place);
        if check.cancelled && self.random(2) == 0 {
            return;
        }
        self.queue.push_back(Event::CheckFinished {
            run: check.run,
            bytes: bytes(check.version),
            text: String::new(),
            checked: Box::new(verdict(check.exercise, check.version)),
        });
    }

    /// Everything that is under way comes to its end.
    fn settle(&mut self) {
        self.notice();
        for _ in 0..1_000 {
            if self.queue.is_empty() && self.checks.is_empty() {
                break;
            }
            self.deliver();
            self.end_a_check();
        }
        if self.over {
            return;
        }
        let here = self.sitting.here();
        match self.sitting.face() {
            Face::Found(found) => {
                assert_eq!(found.bytes, bytes(self.disk[here]), "seed {:#x}", self.seed)
            }
            Face::Halted => {}
            face => panic!("it ends with {face:?}, seed {:#x}", self.seed),
        }
    }

    fn tell(&mut self, event: Event) {
        let effects = self.sitting.handle(event, self.now);
        self.do_all(effects);
        self.hold();
    }

    fn do_all(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Enter { exercise } => {
                    self.watched = exercise;
                    let bytes = bytes(self.disk[exercise]);
                    self.queue.push_back(Event::Entered { exercise, bytes });
                }
                Effect::StartCheck { run, exercise } => {
                    let running = self.checks.iter().filter(|check| !check.cancelled);
                    assert_eq!(
                        running.count(),
                        0,
                        "two checks at once, seed {:#x}",
                        self.seed
                    );
                    let version = self.disk[exercise];
                    self.checks.push(Check {
                        run,
                        exercise,
                        version,
                        cancelled: false,
                    });
                    let bytes = bytes(version);
                    let more = self
                        .sitting
                        .handle(Event::CheckBegan { run, bytes }, self.now);
                    self.do_all(more);
                }
                Effect::CancelCheck { run } => {
                    for check in &mut self.checks {
                        check.cancelled |= check.run == run;
                    }
                }
                Effect::ReleaseSolution { exercise } | Effect::ReadSolution { exercise } => {
                    let text = Some("fn main() {}".to_owned());
                    self.queue.push_back(Event::Solution { exercise, text });
                }
                Effect::Explain { code } => {
                    let text = Ok("words".to_owned());
                    self.queue.push_back(Event::Explained { code, text });
                }
                Effect::Reset { exercise } => {
                    self.disk[exercise] = 1;
                    self.queue.push_back(Event::WasReset { kept: None });
                }
                Effect::Quit => self.over = true,
                Effect::Show
                | Effect::SaveProgress
                | Effect::WriteManifest
                | Effect::OpenEditor { .. }
                | Effect::OpenDocs { .. } => {}
            }
        }
    }

    /// What holds after every single event.
    fn hold(&mut self) {
        let here = self.sitting.here();
        if let Face::Found(found) = self.sitting.face() {
            let version = found.checked.evidence.took.as_secs() as u32;
            assert_eq!(
                found.bytes,
                bytes(version),
                "a verdict of other bytes, seed {:#x}",
                self.seed
            );
            assert_eq!(
                found.checked.evidence.right, here,
                "a verdict of another exercise, seed {:#x}",
                self.seed
            );
        }
        let progress = self.sitting.progress();
        for (index, exercise) in self.sitting.course().exercises.iter().enumerate() {
            let record = progress.exercises.get(&exercise.id);
            let done = record.is_some_and(|record| record.state == State::Done);
            assert!(
                done || !self.done_once[index],
                "done did not stay done, seed {:#x}",
                self.seed
            );
            self.done_once[index] = done;
            let attempts = record.map_or(0, |record| record.attempts);
            assert!(
                attempts <= self.saves + 1,
                "more attempts than saves, seed {:#x}",
                self.seed
            );
        }
    }

    fn random(&mut self, below: u64) -> u64 {
        self.seed ^= self.seed << 13;
        self.seed ^= self.seed >> 7;
        self.seed ^= self.seed << 17;
        (self.seed >> 11) % below.max(1)
    }
}

fn bytes(version: u32) -> Bytes {
    Bytes(format!("v{version}"))
}

/// A verdict that tells what it was made from: the version in its time, the exercise in what is right.
fn verdict(exercise: usize, version: u32) -> Checked {
    let failed = FailedTest {
        name: "a_test".to_owned(),
        line: None,
        failure: Failure::Panic {
            message: String::new(),
            line: None,
        },
    };
    Checked {
        verdict: match version % 7 {
            0 => Verdict::Passed,
            _ => Verdict::NotYet(vec![Reason::Test(failed)]),
        },
        evidence: Evidence {
            took: Duration::from_secs(version.into()),
            right: exercise,
            ..Evidence::default()
        },
    }
}

fn material() -> Material {
    let exercise = |number: usize| Exercise {
        id: format!("e{number}"),
        name: format!("0{number}_e{number}"),
        chapter: 0,
        number: number as u32,
        kind: Kind::Fix,
        files: vec![format!("exercises/01_one/0{number}_e{number}.rs")],
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
        hints: vec!["one".to_owned(), "two".to_owned()],
        hint_on: Default::default(),
        questions: vec![Question {
            text: "?".to_owned(),
            choices: vec!["a".to_owned(), "b".to_owned()],
            answer: 2,
            why: "because".to_owned(),
        }],
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
    };
    let course = Course {
        format: Format::Tutor,
        id: "small".to_owned(),
        title: "Small".to_owned(),
        welcome: String::new(),
        farewell: String::new(),
        build: Build {
            edition: "2024".to_owned(),
            dependencies: Default::default(),
            lints: vec![],
        },
        chapters: vec![Chapter {
            dir: "01_one".to_owned(),
            number: 1,
            title: "One".to_owned(),
            about: String::new(),
            minutes: None,
        }],
        exercises: (0..EXERCISES).map(exercise).collect(),
    };
    Material {
        lessons: vec![Lesson::default(); EXERCISES],
        cards: vec![None],
        path: (0..EXERCISES).collect(),
        course,
        auto_next: false,
        course_folder: false,
    }
}
