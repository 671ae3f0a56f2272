//! The check, as far as it is pure: what to run ([`plan`]), what came back ([`diagnostic`], [`report`]), what it means.

pub mod cargo_metadata;
pub mod crates;
pub mod diagnostic;
pub mod diagnostic_json;
pub mod job;
pub mod judge;
pub mod panic;
pub mod place;
pub mod plan;
pub mod relation;
pub mod report;
pub mod source;
pub mod verdict;
