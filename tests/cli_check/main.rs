//! `tutor check` through the built binary: what it says, and its exit code.

#![expect(
    clippy::disallowed_methods,
    reason = "tests set up files and run the binary"
)]

mod class;
mod classroom;
mod consent;
mod environment;
mod failures;
mod ferry;
mod formats;
mod interrupt;
mod machine;
mod progress;
#[path = "../support/mod.rs"]
mod support;
mod survey;
