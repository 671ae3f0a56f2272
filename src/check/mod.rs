pub mod diagnostic;
pub mod job;
pub mod verdict;
