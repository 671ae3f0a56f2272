//! What a learner has done so far: facts keyed by exercise ids.

use std::collections::BTreeMap;

/// Seconds since 1970-01-01 UTC. The clock is read by `system`, never here.
pub type Timestamp = u64;

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Progress {
    /// The id of the course that it belongs to.
    pub course: String,
    /// The id of the current exercise.
    pub here: Option<String>,
    pub exercises: BTreeMap<String, Record>,
    /// Chapters whose card has been shown, by their folder's name.
    pub cards_shown: Vec<String>,
    pub welcomed: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum State {
    #[default]
    Todo,
    Done,
    Skipped,
}

/// Facts about one exercise.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Record {
    pub state: State,
    /// Saves that were checked.
    pub attempts: u32,
    /// Seconds in which it was the current exercise of a sitting and something was saved now and then.
    pub seconds: u64,
    /// The highest hint that was shown, 0 for none.
    pub hint: u8,
    pub solution_seen: bool,
    pub done_at: Option<Timestamp>,
    /// Of the exercise's bytes when it was done, in hexadecimal.
    pub hash_when_done: Option<String>,
    /// Answers to its questions, counted from 1; 0: passed over.
    pub answers: Vec<u8>,
    /// Error codes met, each with how often and in how many seconds it was mended.
    pub errors_met: BTreeMap<String, Met>,
    /// Reviews: when, and whether it was right.
    pub reviews: Vec<(Timestamp, bool)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Met {
    pub times: u32,
    pub seconds: u64,
}
