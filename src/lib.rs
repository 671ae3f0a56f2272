//! `tutor` teaches Rust with exercises: it watches the files that a learner edits, compiles each save, judges it against
//! what the exercise expects, and says in plain words what is still missing.
//!
//! This library is the binary's other half; it is a library so that tests and benches can reach each part of it.
//!
//! # The map
//!
//! Data flows one way: words → [`cli`] → [`commands`]; and in a check: the saved bytes → a plan → a process →
//! diagnostics and a report → a verdict → the sitting → a screen → the terminal.
//!
//! | room | holds | knows |
//! |---|---|---|
//! | [`cli`] | the words of the command line, to a [`cli::Request`] | the kinds of exercises |
//! | [`commands`] | what can be asked for: one file each, a short recipe over the rooms below | everybody |
//! | [`engine`] | the recipe of one check: plan, process, judge | check, course, system |
//! | [`course`] | `info.toml` to a [`course::model::Course`], or all of its faults; goals, notes, cards | nobody |
//! | [`check`] | pure: command lines, the lexer, diagnostics, what they mean: [`check::verdict::Verdict`] | course |
//! | [`session`] | pure: the rules of a sitting, events in and effects out; progress and its text | course, check |
//! | [`verify`] | pure: what makes a course sound | course, check |
//! | [`view`] | pure: every sentence that a person reads, as labelled spans | course, check, session, verify |
//! | [`system`] | the only I/O: files, processes, toolchain, watcher, terminal, clock, environment | types of the above |
//!
//! A good way in: [`course::model`] and [`check::verdict`] for the words, then `commands/next.rs` for the shape of a
//! command, then [`engine`] for a check.
//!
//! # What holds everywhere
//!
//! - `course`, `check`, `session`, `verify` and `view` do no I/O: no disk, clock, environment, process or terminal.
//!   What they need comes in as an argument. Only `system` meets the machine: clippy denies it to all others
//!   (`.clippy.toml` lists how), and `tests/house_tidy.rs` knows the rest.
//! - Each dependency has one door (`tests/house_tidy.rs` lists them): clap in [`cli`], TOML in [`course`] and in the
//!   text of progress, the lexer in [`check::source`], notify in the watcher, and so on.
//! - A verdict is never a bool, and is shown only for the bytes that it was computed from. Facts are stored, judgements
//!   are derived. What is broken on the machine is told apart from what a learner has not done yet, down to the exit code.
//! - A learner's text is never lost: nothing is written over it without a copy whose place is said. Own files are written
//!   whole or not at all. Nothing but `tutor init` and `tutor new` writes outside `.tutor/`, but for what a learner asks
//!   for (`reset`), solutions that were earned or asked for, and the manifest for the editor.
//! - What another program or a course controls has a limit: seconds, bytes, entries; and its text reaches the terminal
//!   only through the one writer, which lets no escape code through.
//! - Nothing runs from a course that is not built in before somebody said so. `unsafe` code is forbidden here.
//! - Only [`commands`] and [`engine`] know both what is decided and what does it. There is one global, the
//!   list of our own children in `system::process`: the kernel has but one too.

#![cfg_attr(not(test), deny(clippy::disallowed_methods))]

pub mod check;
pub mod cli;
pub mod commands;
pub mod course;
pub mod engine;
pub mod session;
pub mod system;
pub mod verify;
pub mod view;
