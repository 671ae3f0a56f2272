//! What is said about how progress is kept, where that is not as usual. Each is said once.

use std::fmt;

use super::text::Line;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// It could not be written: progress is kept in memory. `why` is a clause.
    NotSaved { why: String },
    /// The file is there, but is not to be written over. `why` is a clause.
    LeftAlone { file: String, why: String },
    /// The file could not be understood. It lies elsewhere now, and the copy before it serves, if there is one.
    Recovered {
        what: String,
        kept_as: String,
        from_copy: bool,
    },
    /// The file was gone, and the copy before it serves.
    CopyServes { file: String },
    /// The course has no such exercise any more as the learner was at. Both by their ids.
    Gone { was: String, now: String },
    /// Another process holds the lock for longer than one should wait. Going on loses nothing but a race.
    LockBusy { holder: Option<String> },
}

pub fn notice(notice: &Notice) -> Line {
    Line::plain(match notice {
        Notice::NotSaved { why } => {
            format!("Your progress cannot be saved: {why}. tutor remembers it only until it ends.")
        }
        Notice::LeftAlone { file, why } => {
            format!(
                "{file} is left as it is: {why}. tutor remembers your progress only until it ends."
            )
        }
        Notice::Recovered {
            what,
            kept_as,
            from_copy: true,
        } => format!(
            "Your progress could not be read ({what}), so the copy before it serves. The other is kept as {kept_as}."
        ),
        Notice::Recovered { what, kept_as, .. } => format!(
            "Your progress could not be read ({what}), and there is no copy. It is kept as {kept_as}; `tutor check --all --record` finds what is done."
        ),
        Notice::CopyServes { file } => {
            format!("{file} was not there, so the copy of it serves.")
        }
        Notice::Gone { was, now } => format!(
            "The exercise that you were at, `{was}`, is not in the course any more, so you are at `{now}` now. What you did there is still remembered."
        ),
        Notice::LockBusy { holder } => {
            let who = holder.as_deref().unwrap_or("another tutor");
            format!(
                "{who} has the progress locked. It was written all the same, with that one's changes."
            )
        }
    })
}

/// Something was written over a text; `copy` is where the text is now.
pub fn copied(file: &str, copy: &str) -> Line {
    Line::plain(format!(
        "{file} was written anew. What stood there is kept in {copy}."
    ))
}

/// What went wrong on the way, and where the texts are that had to make room: what follows `tutor could not`.
pub fn kept_all_the_same(why: &dyn fmt::Display, copies: &[String]) -> String {
    let copies = copies.join(", ");
    format!("{why:#}. What you wrote is kept as {copies}")
}
