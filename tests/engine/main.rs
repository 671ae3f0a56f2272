//! The engine on real files with the real compiler: every kind, every cheat, every way in which a program can end.

mod cheats;
mod coverage;
mod crates;
mod diagnostics;
mod lab;
mod often;
mod reviews;
mod rules;
