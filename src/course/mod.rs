//! A course as values: its `info.toml` read, every fault of it said at once, and what its other texts hold.
//!
//! Pure: the caller reads the files ([`CourseFiles`]) and writes what comes back. TOML is known here alone.
//!
//! [`load()`] goes from `document` (text to tables with places) through `version1` or `version2` (tables to exercises,
//! with `table` to read any table and `key` to name every key) to `arrange` (what exercises have to do with each other).
//! Beside it stand [`goal`] and [`card`] (the texts that learners read), [`select`] (the words that mean exercises) and
//! [`manifest`] (what an editor is told), [`crates`] (what cargo is told).

mod arrange;
mod build;
mod chapters;
mod choices;
mod demands;
mod document;
mod exercise;
mod fault;
mod files;
mod key;
mod limits;
mod load;
mod names;
mod nearest;
mod starts;
mod table;
mod teaching;
mod version1;
mod version2;

pub mod card;
pub mod crates;
pub mod edit;
pub mod goal;
pub mod manifest;
pub mod model;
pub mod scaffold;
pub mod select;

/// The support crate of a course, whose counters a `measure` exercise reads.
pub const SUPPORT: &str = "exercises/support/lib.rs";

pub use document::TextFile;
pub use fault::{CourseFault, Loaded};
pub use load::{CourseFiles, MOST_BYTES, MOST_EXERCISES, load};
pub use names::path_trouble;
pub use nearest::nearest;

#[cfg(test)]
mod tests;
