pub mod diagnostic;
pub mod verdict;
