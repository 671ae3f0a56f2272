//! From one exercise to another.

use super::event::Effect;
use super::order;
use super::progress::State;
use super::sitting::{Ask, Overlay, Remark, Sitting};

impl Sitting {
    pub(super) fn begin(&mut self) -> Vec<Effect> {
        let effects = self.enter(self.here);
        if !self.progress.welcomed && !self.course().welcome.trim().is_empty() {
            self.overlay = Some(Overlay::Welcome);
        }
        let count = self.due;
        self.remark = (count > 0).then_some(Remark::Due { count });
        effects
    }

    /// Goes to an exercise, and shows its chapter's card if that was never shown.
    pub(super) fn enter(&mut self, exercise: usize) -> Vec<Effect> {
        let mut effects = Vec::new();
        if let Some(running) = self.running.take() {
            effects.push(Effect::CancelCheck { run: running.run });
        }
        self.count_time();
        self.here = exercise;
        self.forget();
        self.progress.here = Some(self.exercise().id.clone());
        let chapter = self.exercise().chapter;
        let shown = self
            .progress
            .cards_shown
            .contains(&self.course().chapters[chapter].dir);
        let has_card = self
            .material
            .cards
            .get(chapter)
            .is_some_and(Option::is_some);
        self.overlay = (has_card && !shown).then_some(Overlay::Card(chapter));
        effects.extend([
            Effect::SaveProgress,
            Effect::WriteManifest,
            Effect::Enter { exercise },
            Effect::Show,
        ]);
        effects
    }

    /// What was true of the exercise before.
    fn forget(&mut self) {
        self.disk = None;
        self.halted = false;
        self.found = None;
        self.earlier = None;
        self.ask = None;
        self.remark = None;
        self.solution = None;
        self.keyed_hint = None;
        self.answered = None;
        self.page = 0;
        self.open_errors.clear();
        self.leave_at = None;
        self.active = self.now;
    }

    /// `n`: on, if it is done; else asks once, and skips it.
    pub(super) fn go_on(&mut self, asked: Option<Ask>) -> Vec<Effect> {
        if !self.is_done() && asked != Some(Ask::Skip) {
            self.ask = Some(Ask::Skip);
            return vec![Effect::Show];
        }
        self.pass_over_question();
        if !self.is_done() {
            self.record_mut().state = State::Skipped;
        }
        match self.next() {
            Some(next) => self.enter(next),
            None if self.all_done() => {
                self.open(Overlay::Farewell);
                vec![Effect::SaveProgress, Effect::Show]
            }
            None => {
                let mut effects = vec![Effect::SaveProgress];
                effects.extend(self.remark(Remark::OnlyThisLeft));
                effects
            }
        }
    }

    pub(super) fn go_back(&mut self) -> Vec<Effect> {
        match order::previous(&self.material.path, self.here) {
            Some(previous) => self.enter(previous),
            None => self.remark(Remark::FirstAlready),
        }
    }

    /// To the exercise that these words name.
    pub(super) fn go_to(&mut self, words: &str) -> Vec<Effect> {
        match crate::course::select::select_one(self.course(), words) {
            Ok(exercise) => self.enter(exercise),
            Err(_) => self.remark(Remark::NotFound {
                words: words.to_owned(),
            }),
        }
    }

    /// Whether a time stands on the screen: how long a check has been running, or when it goes on by itself.
    pub fn counts_time(&self) -> bool {
        self.leave_at.is_some() || self.running.is_some()
    }

    pub(super) fn tick(&mut self) -> Vec<Effect> {
        if self.leave_at.is_some_and(|at| self.now >= at) {
            self.leave_at = None;
            return self.go_on(None);
        }
        if self.counts_time() {
            vec![Effect::Show]
        } else {
            Vec::new()
        }
    }

    pub(super) fn open(&mut self, overlay: Overlay) {
        self.overlay = Some(overlay);
        self.page = 0;
    }

    /// Back to the exercise's own screen. Cards and welcomes are remembered as shown only then.
    pub(super) fn close_overlay(&mut self) -> Vec<Effect> {
        self.page = 0;
        match self.overlay.take() {
            Some(Overlay::Welcome) => {
                self.progress.welcomed = true;
                self.overlay = self.card_to_show();
            }
            Some(Overlay::Card(chapter)) => {
                let dir = self.course().chapters[chapter].dir.clone();
                if !self.progress.cards_shown.contains(&dir) {
                    self.progress.cards_shown.push(dir);
                }
            }
            _ => return vec![Effect::Show],
        }
        vec![Effect::SaveProgress, Effect::Show]
    }

    fn card_to_show(&self) -> Option<Overlay> {
        let chapter = self.exercise().chapter;
        let dir = &self.course().chapters[chapter].dir;
        let has_card = self
            .material
            .cards
            .get(chapter)
            .is_some_and(Option::is_some);
        (has_card && !self.progress.cards_shown.contains(dir)).then_some(Overlay::Card(chapter))
    }
}
