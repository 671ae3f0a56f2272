//! The only I/O: what meets the machine lies here, each part behind a few plain functions.
//!
//! [`files`] and [`clock`] · [`process`] runs one job within its limits · [`toolchain`] finds the compilers ·
//! [`terminal`] writes lines and reads keys · [`watcher`] sees saves · [`cache`] keeps what was built.
//! The parts know the core's types and hardly each other.

#![expect(
    clippy::disallowed_methods,
    reason = "this room alone meets the machine"
)]

pub mod bars;
pub mod cache;
pub mod clock;
pub mod editor;
pub mod environment;
pub mod files;
pub mod git;
pub mod guardian;
pub mod machine;
pub mod process;
pub mod programs;
mod retry;
pub mod scratch;
pub mod signals;
pub mod state;
pub mod terminal;
pub mod toolchain;
pub mod watcher;
