//! What `tutor new` writes: another exercise in a course that is there, or a whole course to begin with.
//!
//! Pure: a [`Plan`] says which files come, move and change; somebody else writes them. The texts lie beside this file,
//! `kinds/*.txt` for the exercises: each is a small one that works, so that all that `verify` finds in it is what still
//! has to be filled in, each place marked with [`MARK`].

mod home;
mod incomplete;
mod numbers;
mod plan;
mod slug;
mod template;
mod whole;

pub use incomplete::{Incomplete, incomplete};
pub use plan::{Manifest, Plan, Renumbered, Wish, plan};
pub use template::MARK;
pub use whole::whole_course;

use std::fmt;

use super::edit::EditTrouble;
use super::fault::CourseFault;

/// Why there is no plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Two clauses: what is wrong, and what to do.
    Trouble { what: String, remedy: String },
    /// The course would have these faults, which it does not have now.
    Faults(Vec<CourseFault>),
}

impl Refusal {
    fn trouble(what: impl Into<String>, remedy: impl Into<String>) -> Refusal {
        Refusal::Trouble {
            what: what.into(),
            remedy: remedy.into(),
        }
    }

    fn edit(path: &str, EditTrouble(why): EditTrouble) -> Refusal {
        Refusal::trouble(
            format!("{path} cannot be changed here: {why}"),
            "write its tables as `[[exercises]]` and `[[chapters]]`",
        )
    }
}

impl fmt::Display for Refusal {
    /// For tests and logs; people read it from the view.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::Trouble { what, remedy } => write!(f, "{what}  ({remedy})"),
            Refusal::Faults(faults) => {
                let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
                f.write_str(&lines.join("\n"))
            }
        }
    }
}

#[cfg(test)]
mod tests;
