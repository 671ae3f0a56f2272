//! Hints: the one that fits what the learner meets now, then the levels of the exercise, one key for all.

use super::event::Effect;
use super::point;
use super::sitting::{Overlay, Remark, Sitting};
use crate::check::verdict::Reason;
use crate::course::model::Exercise;

/// The hints that may be shown now.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hints<'a> {
    /// For what the learner meets now.
    pub keyed: Option<&'a str>,
    /// Those of the exercise that were taken, level 1 first.
    pub taken: &'a [String],
    /// How many levels there are.
    pub levels: usize,
    /// The one for what the learner meets now was taken last.
    pub keyed_last: bool,
}

impl Sitting {
    /// Opens the hints; once they are open, each further key takes the next one.
    pub(super) fn hint(&mut self) -> Vec<Effect> {
        let levels = self.exercise().hints.len();
        if levels == 0 && self.fitting_hint().is_none() {
            return self.remark(Remark::NoHints);
        }
        let open = self.overlay == Some(Overlay::Hints);
        if !open {
            self.open(Overlay::Hints);
        }
        let fits = self.fitting_hint().is_some() && self.keyed_hint.is_none();
        let taken = usize::from(self.record().hint);
        if fits {
            self.keyed_hint = Some(self.record().hint);
        } else if (open || taken == 0) && taken < levels {
            self.record_mut().hint += 1;
        }
        vec![Effect::SaveProgress, Effect::Show]
    }

    pub fn hints(&self) -> Hints<'_> {
        let hints = &self.exercise().hints;
        let taken = usize::from(self.record().hint).min(hints.len());
        Hints {
            keyed: self.fitting_hint().filter(|_| self.keyed_hint.is_some()),
            taken: &hints[..taken],
            levels: hints.len(),
            keyed_last: self.keyed_hint == Some(self.record().hint),
        }
    }

    fn fitting_hint(&self) -> Option<&str> {
        fitting(self.exercise(), self.reason()?)
    }
}

/// The exercise's hint for somebody who meets this.
pub fn fitting<'a>(exercise: &'a Exercise, reason: &Reason) -> Option<&'a str> {
    let keys = point::keys(reason);
    let mut hints = keys.iter().filter_map(|key| exercise.hint_on.get(*key));
    hints.next().map(String::as_str)
}
