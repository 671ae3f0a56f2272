pub mod progress;
pub mod stamp;
