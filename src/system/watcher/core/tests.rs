//! Simulated time: a disk, editors that save in all their ways, a system that loses, doubles and delays what it tells,
//! and a machine that sleeps now and then. The seed of a failing schedule is in the failure.

use super::*;

fn ms(milliseconds: u64) -> Duration {
    Duration::from_millis(milliseconds)
}

fn bytes(text: &str) -> Bytes {
    Bytes(text.to_owned())
}

/// Random numbers that are the same on every machine.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }

    fn one_in(&mut self, chances: u64) -> bool {
        self.below(chances) == 0
    }

    fn up_to(&mut self, milliseconds: u64) -> Duration {
        Duration::from_micros(self.below(milliseconds * 1000 + 1))
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Content {
    Missing,
    Empty,
    /// The first part of a save that is not complete.
    Part(u32),
    Whole(u32),
}

impl Content {
    fn bytes(self) -> Bytes {
        Bytes(format!("{self:?}"))
    }

    fn is_doubtful(self) -> bool {
        matches!(self, Content::Missing | Content::Empty)
    }
}

/// Something that an editor does, and what the system says of it.
#[derive(Debug, Clone, Copy)]
struct Deed {
    at: Duration,
    content: Option<Content>,
    hint: Hint,
}

/// What may go wrong between the disk and us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line {
    /// Every hint comes, soon and in order.
    Good,
    /// Hints are lost, doubled, late.
    Bad,
    /// None comes.
    Dead,
}

/// One save in one of the ways of editors. All of it takes less than 200 ms.
fn save(random: &mut Random, start: Duration, number: u32, deeds: &mut Vec<Deed>) -> Duration {
    let mut at = start;
    let mut deed = |after: Duration, content: Option<Content>, hint: Hint| {
        at += after;
        deeds.push(Deed { at, content, hint });
    };
    let (part, whole) = (Some(Content::Part(number)), Some(Content::Whole(number)));
    match random.below(7) {
        0 | 1 => {
            deed(ms(0), Some(Content::Empty), Hint::Writing);
            if random.one_in(2) {
                deed(random.up_to(60), part, Hint::Writing);
            }
            deed(random.up_to(60), whole, Hint::Writing);
            deed(random.up_to(60), None, Hint::Complete);
        }
        2 => deed(ms(0), whole, Hint::Complete),
        3 => {
            deed(ms(0), Some(Content::Missing), Hint::Other);
            deed(random.up_to(30), Some(Content::Empty), Hint::Other);
            deed(random.up_to(5), whole, Hint::Writing);
            deed(random.up_to(60), None, Hint::Complete);
            deed(random.up_to(30), None, Hint::Other);
        }
        4 => {
            deed(ms(0), Some(Content::Missing), Hint::Other);
            deed(random.up_to(20), whole, Hint::Other);
        }
        5 => deed(ms(0), None, Hint::Other),
        _ => deed(ms(0), None, Hint::Complete),
    }
    at
}

struct Schedule {
    line: Line,
    /// Saves are so far apart that each is one of its own.
    apart: bool,
    deeds: Vec<Deed>,
    hints: Vec<(Duration, Hint)>,
    ends_deleted: bool,
}

fn schedule(random: &mut Random) -> Schedule {
    let line = [Line::Good, Line::Bad, Line::Dead][random.below(3) as usize];
    let apart = random.one_in(2);
    let mut deeds = Vec::new();
    let mut at = random.up_to(700);
    for number in 1..=1 + random.below(6) as u32 {
        at = save(random, at, number, &mut deeds);
        at += if apart { ms(700) } else { random.up_to(200) };
    }
    let ends_deleted = random.one_in(8);
    if ends_deleted {
        deeds.push(Deed {
            at,
            content: Some(Content::Missing),
            hint: Hint::Other,
        });
    }
    let hints = hints(random, line, &deeds);
    Schedule {
        line,
        apart,
        deeds,
        hints,
        ends_deleted,
    }
}

fn hints(random: &mut Random, line: Line, deeds: &[Deed]) -> Vec<(Duration, Hint)> {
    let mut hints = Vec::new();
    let mut last = Duration::ZERO;
    for deed in deeds {
        match line {
            Line::Good => {
                last = (deed.at + random.up_to(10)).max(last);
                hints.push((last, deed.hint));
            }
            Line::Bad => {
                for _ in 0..random.below(3) {
                    hints.push((deed.at + random.up_to(400), deed.hint));
                }
            }
            Line::Dead => {}
        }
    }
    hints.sort_by_key(|(at, _)| *at);
    hints
}

/// What was told, and when.
type Told = Vec<(Duration, Content)>;

/// The driver of the core, in simulated time.
struct World<'a> {
    schedule: &'a Schedule,
    content: Content,
    /// Counts deeds: what a look at the file can see of them.
    stamp: usize,
    seen: usize,
    told: Told,
}

impl World<'_> {
    fn do_deeds(&mut self, now: Duration) {
        while let Some(deed) = self
            .schedule
            .deeds
            .get(self.stamp)
            .filter(|deed| deed.at <= now)
        {
            self.content = deed.content.unwrap_or(self.content);
            self.stamp += 1;
        }
    }

    fn answer(&mut self, core: &mut Core, now: Duration) {
        let mut act = core.step(Event::Time, now);
        while let Some(wanted) = act {
            act = match wanted {
                Act::Look => {
                    let changed = self.seen != self.stamp;
                    self.seen = self.stamp;
                    core.step(Event::Looked { changed }, now)
                }
                Act::Read { sure } => {
                    self.seen = self.stamp;
                    let (bytes, doubtful) = (self.content.bytes(), self.content.is_doubtful());
                    core.step(
                        Event::Read {
                            bytes,
                            doubtful,
                            sure,
                        },
                        now,
                    )
                }
                Act::Tell(bytes) => {
                    assert_eq!(bytes, self.content.bytes(), "only what is there is told");
                    self.told.push((now, self.content));
                    None
                }
            };
        }
    }
}

fn run(schedule: &Schedule, random: &mut Random) -> Told {
    let mut core = Core::new(Content::Whole(0).bytes(), Duration::ZERO);
    if schedule.line == Line::Dead {
        core.step(Event::Hearing(false), Duration::ZERO);
    }
    let mut world = World {
        schedule,
        content: Content::Whole(0),
        stamp: 0,
        seen: 0,
        told: Vec::new(),
    };
    let end = schedule.deeds.last().map_or(ms(0), |deed| deed.at) + ms(20_000);
    let mut hints = schedule.hints.iter().peekable();
    let mut now = Duration::ZERO;
    while now < end {
        let hint = hints.peek().map_or(end, |(at, _)| *at);
        // The machine is never early, and sometimes late.
        now = now.max(core.due().min(hint)) + random.up_to(3);
        if schedule.line == Line::Bad && random.one_in(2000) {
            now += ms(6000);
        }
        world.do_deeds(now);
        while let Some((_, hint)) = hints.next_if(|(at, _)| *at <= now) {
            core.step(Event::Hint(*hint), now);
        }
        world.answer(&mut core, now);
    }
    world.told
}

fn judge(schedule: &Schedule, told: &Told) {
    let last = schedule.deeds.last().expect("there are deeds").at;
    let contents = schedule.deeds.iter().filter_map(|deed| deed.content);
    let end = contents.clone().next_back().unwrap_or(Content::Whole(0));
    let known = told
        .last()
        .map_or(Content::Whole(0), |(_, content)| *content);
    assert_eq!(known, end, "the last word is what is on the disk");
    let mut before = Content::Whole(0);
    for (_, content) in told {
        assert_ne!(*content, before, "nothing is told twice");
        before = *content;
    }
    let deadline = match (schedule.line, schedule.ends_deleted) {
        (Line::Good, false) => ms(100),
        (Line::Good, true) => DOUBT + ms(100),
        (Line::Dead, false) => LOOK_ALONE + QUIET + ms(100),
        (Line::Dead, true) => LOOK_ALONE + DOUBT + ms(100),
        (Line::Bad, _) => ms(13_000),
    };
    if let Some((at, _)) = told.last() {
        assert!(
            *at <= last + deadline,
            "told {:?} after the last deed",
            at.saturating_sub(last)
        );
    }
    if schedule.line == Line::Good && schedule.apart {
        let wholes: Vec<Content> = contents
            .filter(|content| matches!(content, Content::Whole(_)))
            .collect();
        let kept: Vec<Content> = told
            .iter()
            .map(|(_, content)| *content)
            .filter(|c| *c != Content::Missing)
            .collect();
        assert_eq!(kept, wholes, "each save is told once, when it is complete");
    }
}

#[test]
fn no_schedule_of_saves_is_lost_or_told_wrong() {
    let schedules: u64 = 100_000;
    let from = std::collections::hash_map::RandomState::new();
    let first = std::hash::BuildHasher::hash_one(&from, "seed");
    for number in 0..schedules {
        let seed = first.wrapping_add(number);
        let outcome = std::panic::catch_unwind(|| {
            let mut random = Random(seed);
            let schedule = schedule(&mut random);
            let told = run(&schedule, &mut random);
            judge(&schedule, &told);
        });
        assert!(outcome.is_ok(), "the seed is {seed}");
    }
}

/// The hints and readings of one save, by hand.
struct Hand {
    core: Core,
}

impl Hand {
    fn new() -> Hand {
        Hand {
            core: Core::new(bytes("old"), ms(0)),
        }
    }

    fn hint(&mut self, at: u64, hint: Hint) -> &mut Hand {
        assert_eq!(self.core.step(Event::Hint(hint), ms(at)), None);
        self
    }

    fn wakes(&mut self, at: u64, sure: bool) -> &mut Hand {
        assert_eq!(self.core.due(), ms(at));
        assert_eq!(
            self.core.step(Event::Time, ms(at)),
            Some(Act::Read { sure })
        );
        self
    }

    fn reads(&mut self, at: u64, text: &str, sure: bool, told: bool) -> &mut Hand {
        let event = Event::Read {
            bytes: bytes(text),
            doubtful: text.is_empty(),
            sure,
        };
        assert_eq!(
            self.core.step(event, ms(at)),
            told.then(|| Act::Tell(bytes(text)))
        );
        self
    }
}

#[test]
fn a_closed_file_is_read_at_once() {
    Hand::new()
        .hint(10, Hint::Writing)
        .hint(12, Hint::Complete)
        .wakes(12, true)
        .reads(12, "new", true, true);
}

#[test]
fn other_hints_wait_for_quiet() {
    Hand::new()
        .hint(10, Hint::Other)
        .hint(30, Hint::Other)
        .wakes(70, true)
        .reads(70, "new", true, true);
}

#[test]
fn nobody_waits_longer_than_the_ceiling() {
    let mut hand = Hand::new();
    for at in (10..250).step_by(20) {
        hand.hint(at, Hint::Other);
    }
    hand.hint(255, Hint::Writing)
        .wakes(260, true)
        .reads(260, "new", true, true);
}

#[test]
fn the_same_bytes_are_no_news() {
    Hand::new()
        .hint(10, Hint::Complete)
        .wakes(10, true)
        .reads(10, "old", true, false);
}

#[test]
fn an_empty_file_is_believed_after_a_while() {
    let mut hand = Hand::new();
    hand.hint(10, Hint::Complete)
        .wakes(10, true)
        .reads(10, "", true, false);
    hand.wakes(310, false).reads(310, "", false, true);
}

#[test]
fn an_empty_file_that_is_filled_was_never_empty() {
    let mut hand = Hand::new();
    hand.hint(10, Hint::Complete)
        .wakes(10, true)
        .reads(10, "", true, false);
    hand.hint(200, Hint::Complete)
        .wakes(200, true)
        .reads(200, "new", true, true);
    assert_eq!(hand.core.due(), ms(200) + LOOK);
}

#[test]
fn without_hints_a_reading_needs_a_second_one() {
    let mut hand = Hand::new();
    assert_eq!(hand.core.step(Event::Time, ms(500)), Some(Act::Look));
    let read = Some(Act::Read { sure: false });
    assert_eq!(
        hand.core.step(Event::Looked { changed: true }, ms(500)),
        read
    );
    hand.reads(500, "half", false, false)
        .wakes(540, false)
        .reads(540, "whole", false, false);
    hand.wakes(580, false).reads(580, "whole", false, true);
}

#[test]
fn after_a_sleep_of_the_machine_it_reads_at_once() {
    let mut hand = Hand::new();
    assert_eq!(
        hand.core.step(Event::Time, ms(60_000)),
        Some(Act::Read { sure: false })
    );
    hand.reads(60_000, "new", false, false)
        .wakes(60_040, false)
        .reads(60_040, "new", false, true);
}
