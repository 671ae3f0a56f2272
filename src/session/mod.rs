pub mod order;
pub mod progress;
pub mod progress_text;
pub mod stamp;
