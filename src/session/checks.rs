//! Saves and checks: every save is checked, a newer one replaces the check that runs, and a verdict is told only for
//! the bytes on disk.

use super::event::{Bytes, Effect, Run};
use super::progress::{State, Timestamp};
use super::review;
use super::sitting::{Found, Overlay, Remark, Running, Sitting};
use super::step::{Earlier, step};
use super::tries::counts;
use crate::check::verdict::{Checked, Verdict};

/// A pause longer than this many seconds is no work on the exercise.
const PAUSE_S: u64 = 300;
/// Seconds before it goes on by itself, where that is wanted.
const LEAVE_S: u64 = 3;
/// An error that stays longer than this many seconds was slept over.
const OVERNIGHT_S: u64 = 6 * 3600;

impl Sitting {
    pub(super) fn entered(&mut self, exercise: usize, bytes: Bytes) -> Vec<Effect> {
        if exercise != self.here {
            return Vec::new();
        }
        self.disk = Some(bytes);
        self.start_check(false)
    }

    /// New bytes are checked at once, whatever runs. The same bytes are not news.
    pub(super) fn saved(&mut self, exercise: usize, bytes: Bytes) -> Vec<Effect> {
        if exercise != self.here || self.disk.as_ref() == Some(&bytes) {
            return Vec::new();
        }
        self.disk = Some(bytes);
        self.count_time();
        self.ask = None;
        // The save that a reset makes itself is not what its remark waits for.
        self.remark
            .take_if(|remark| !matches!(remark, Remark::Reset { .. }));
        self.leave_at = None;
        self.uncover();
        self.start_check(true)
    }

    /// A save shows its verdict: nothing lies over that but the list, where somebody is looking for something.
    fn uncover(&mut self) {
        while !matches!(self.overlay, None | Some(Overlay::List(_))) {
            self.close_overlay();
            self.uncovered = true;
        }
    }

    pub(super) fn start_check(&mut self, by_save: bool) -> Vec<Effect> {
        let mut effects = Vec::new();
        // A save that was not checked to its end still counts when its check starts again.
        let mut counts = by_save;
        if let Some(running) = self.running.take() {
            counts |= running.by_save;
            effects.push(Effect::CancelCheck { run: running.run });
        }
        self.halted = false;
        self.runs += 1;
        let run = Run(self.runs);
        self.running = Some(Running {
            run,
            bytes: None,
            since: self.now,
            by_save: counts,
        });
        effects.extend([
            Effect::StartCheck {
                run,
                exercise: self.here,
            },
            Effect::Show,
        ]);
        effects
    }

    /// What the check has read is the newest that is known of the disk.
    pub(super) fn check_began(&mut self, run: Run, bytes: Bytes) -> Vec<Effect> {
        if let Some(running) = self.running.as_mut().filter(|running| running.run == run) {
            running.by_save |= self.disk.as_ref().is_some_and(|known| *known != bytes);
            running.bytes = Some(bytes.clone());
            self.disk = Some(bytes);
        }
        Vec::new()
    }

    pub(super) fn check_finished(
        &mut self,
        run: Run,
        bytes: Bytes,
        text: String,
        checked: Checked,
    ) -> Vec<Effect> {
        let Some(running) = self.running.take_if(|running| running.run == run) else {
            return Vec::new(); // it was replaced
        };
        if self.disk.as_ref() != Some(&bytes) {
            self.running = Some(running);
            return self.start_check(false);
        }
        let step = step(&checked, self.earlier.as_ref(), self.here);
        self.earlier = Some(Earlier::of(&checked));
        self.keyed_hint = None;
        self.uncovered = false;
        self.page = 0;
        self.count_errors(&checked);
        self.note_answer(review::answer(&checked));
        if running.by_save && counts(&checked) && !self.is_done() {
            self.record_mut().attempts += 1;
        }
        let passed = checked.verdict == Verdict::Passed;
        self.found = Some(Found {
            bytes,
            text,
            checked,
            step,
        });
        let mut effects = if passed { self.passed() } else { Vec::new() };
        if running.by_save && effects.is_empty() {
            effects.push(Effect::SaveProgress);
        }
        effects.push(Effect::Show);
        if self.closing {
            effects.extend(self.quit());
        }
        effects
    }

    /// Done stays done, and is told in full only the first time.
    fn passed(&mut self) -> Vec<Effect> {
        let exercise = self.here;
        if self.is_done() {
            return vec![Effect::ReadSolution { exercise }];
        }
        let (now, bytes) = (self.now, self.disk.clone());
        let record = self.record_mut();
        record.state = State::Done;
        record.done_at = Some(now);
        record.hash_when_done = bytes.map(|bytes| bytes.0);
        if self.material.auto_next && self.open_question().is_none() {
            self.leave_at = Some(now + LEAVE_S);
        }
        vec![
            Effect::SaveProgress,
            Effect::ReleaseSolution { exercise },
            Effect::WriteManifest,
        ]
    }

    /// Time is counted while something happens now and then.
    pub(super) fn count_time(&mut self) {
        let gap = self.now.saturating_sub(self.active);
        let first = self.active == 0;
        self.active = self.now;
        if !first && gap <= PAUSE_S && !self.is_done() {
            self.record_mut().seconds += gap;
        }
    }

    /// Codes that come are counted; codes that go tell how long they took to mend.
    fn count_errors(&mut self, checked: &Checked) {
        let now = self.now;
        let mut codes: Vec<String> = checked
            .evidence
            .errors
            .iter()
            .filter_map(|error| error.code.clone())
            .collect();
        codes.sort();
        codes.dedup();
        let (stay, gone): (Vec<_>, Vec<_>) = std::mem::take(&mut self.open_errors)
            .into_iter()
            .partition(|(code, _)| codes.contains(code));
        let new: Vec<String> = codes
            .into_iter()
            .filter(|code| !stay.iter().any(|(open, _)| open == code))
            .collect();
        if self.is_done() {
            return;
        }
        let record = self.record_mut();
        for (code, since) in gone {
            record.errors_met.entry(code).or_default().seconds += mended_in(since, now);
        }
        for code in &new {
            record.errors_met.entry(code.clone()).or_default().times += 1;
        }
        self.open_errors = stay
            .into_iter()
            .chain(new.into_iter().map(|code| (code, now)))
            .collect();
    }
}

fn mended_in(since: Timestamp, now: Timestamp) -> u64 {
    now.saturating_sub(since).min(OVERNIGHT_S)
}
