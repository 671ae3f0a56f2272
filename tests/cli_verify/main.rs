//! `tutor verify` through the built binary: what it finds, in every format, whatever happens to it.

#![expect(
    clippy::disallowed_methods,
    reason = "tests set up files and run the binary"
)]

mod bless;
mod disturbed;
mod mill;
mod sound;
#[path = "../support/mod.rs"]
mod support;
mod unsound;
