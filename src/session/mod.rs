pub mod lesson;
pub mod progress;
