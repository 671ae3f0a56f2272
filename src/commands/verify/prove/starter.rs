//! What the untouched starter shows, and whether it can be solved without thinking.

use std::sync::Arc;

use super::{Hang, Proof, With, at};
use crate::check::source::Source;
use crate::check::verdict::{Checked, Verdict};
use crate::course::model::Kind;
use crate::verify::commented::{comment_out, tests_need_the_code};
use crate::verify::{Rule, starts, suggestions};

impl Proof<'_> {
    /// Whether somebody has solved it already.
    pub(super) fn starter(&mut self, starter: &Arc<str>) -> bool {
        let hang = Hang::where_declared(self.starts_with_a_hang());
        let checked = self.check(starter, starter, With::Starters, hang);
        let source = Source::new(&**starter);
        let found = starts::compare(self.exercise, &source, &checked);
        self.mismatches(self.exercise.main_file(), found);
        let solved = checked.verdict == Verdict::Passed;
        // Of a starter that somebody has solved there is nothing else to say.
        if self.is_ours() && !solved {
            self.starter_screen(starter, &checked);
            self.typed_in(starter, &checked);
            self.commented_out(starter);
        }
        solved
    }

    /// Types in what the compiler proposes, three times over, and checks the outcome.
    fn typed_in(&mut self, starter: &Arc<str>, checked: &Checked) {
        if self.exercise.obvious || self.exercise.kind != Kind::Fix {
            return;
        }
        let mut errors = checked.evidence.errors.clone();
        let mut text = starter.to_string();
        for _ in 0..3 {
            let Some(next) = suggestions::typed_in(&text, &errors, self.exercise.main_file())
            else {
                return;
            };
            // One that was only slow might have passed; one that hangs alone too does not.
            let checked = self.check(&next, starter, With::Starters, Hang::Retry);
            if checked.verdict == Verdict::Passed {
                self.add(
                    Rule::Suggested,
                    at(self.exercise.main_file(), 1),
                    "Typing in the compiler's own suggestions solves it.",
                    "Refuse that way by a rule or a test, or say `obvious = true`.",
                );
                return;
            }
            errors = checked.evidence.errors;
            text = next;
        }
    }

    fn commented_out(&mut self, starter: &Arc<str>) {
        let same_code = !matches!(
            self.exercise.kind,
            Kind::Fix | Kind::Write | Kind::Lint | Kind::Measure | Kind::Guard
        );
        if same_code || tests_need_the_code(starter) {
            return;
        }
        let text = comment_out(starter);
        let checked = self.check(&text, starter, With::Starters, Hang::Retry);
        if checked.verdict == Verdict::Passed {
            self.add(
                Rule::CommentedOut,
                at(self.exercise.main_file(), 1),
                "A file whose code is commented out passes.",
                "Add a test, or `prints`, that needs the code.",
            );
        }
    }
}
