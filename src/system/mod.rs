pub mod cache;
pub mod process;
