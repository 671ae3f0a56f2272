pub mod diagnostic;
pub mod job;
pub mod source;
pub mod verdict;
