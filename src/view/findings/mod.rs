//! What `verify` has found, in four forms: for people, for scripts, for test reports and for GitHub's annotations.

mod github;
mod json;
mod junit;
mod text;

pub use github::annotations;
pub use json::json;
pub use junit::junit;
pub use text::{
    blessed, finding, git_trouble, learners_folder, no_engine, no_lock, not_blessed, notices,
    slowest, stopped, summary, told_of_words,
};

#[cfg(test)]
mod tests;
