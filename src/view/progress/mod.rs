//! What a learner has done so far: as lines for a terminal, and as a picture for a README.

mod picture;
mod text;
mod words;

pub use picture::{is_picture, svg};
pub use text::lines;

/// Weeks of the calendar where there is room for them.
pub const WEEKS: usize = 20;

/// Error codes that are told of.
const MOST_ERRORS: usize = 6;

/// The letters by which a day of the week is known.
const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

#[cfg(test)]
mod tests;
