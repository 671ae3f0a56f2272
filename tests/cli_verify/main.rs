//! `tutor verify` through the built binary: what it finds, in every format, whatever happens to it.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "tests set up files, run the binary, and say what they skip"
)]

mod bless;
mod disturbed;
mod mill;
mod sound;
#[path = "../support/mod.rs"]
mod support;
mod unsound;
