//! The question that is asked when an exercise is done.

use super::event::Effect;
use super::sitting::{Overlay, Sitting};
use crate::course::model::Question;

impl Sitting {
    /// The question that waits for an answer, with its index.
    pub fn open_question(&self) -> Option<(usize, &Question)> {
        let next = self.record().answers.len();
        self.exercise()
            .questions
            .get(next)
            .map(|question| (next, question))
    }

    pub(super) fn answer(&mut self, figure: char) -> Vec<Effect> {
        let choice = figure.to_digit(10).unwrap_or_default() as u8;
        let waits = self.overlay.is_none() || self.overlay == Some(Overlay::Note);
        if !self.passes() || !waits {
            return self.show();
        }
        let Some((index, question)) = self.open_question() else {
            return self.show();
        };
        if usize::from(choice) > question.choices.len() {
            return self.show();
        }
        self.record_mut().answers.push(choice);
        self.answered = Some((index, choice));
        self.overlay = None;
        self.page = 0;
        vec![Effect::SaveProgress, Effect::Show]
    }

    /// Going on without an answer is one too.
    pub(super) fn pass_over_question(&mut self) {
        if self.is_done() && self.open_question().is_some() {
            self.record_mut().answers.push(0);
        }
    }
}
