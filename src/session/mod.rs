//! The rules of a sitting, and what a learner has done so far. Pure: [`sitting::Sitting::handle`] takes what happened
//! and says what is to be done.

pub mod calendar;
mod checks;
pub mod editor;
pub mod event;
pub mod hints;
mod keys;
pub mod lesson;
pub mod list;
pub mod order;
pub mod point;
pub mod progress;
pub mod progress_text;
mod question;
pub mod review;
pub mod sitting;
pub mod stamp;
pub mod step;
pub mod summary;
pub mod tries;
pub mod trust;
mod walk;
