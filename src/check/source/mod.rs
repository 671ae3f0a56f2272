//! An exercise's text as the check reads it: by a real lexer, never by searching for characters.

pub mod alone;
pub mod at;
pub mod examples;
pub mod items;
pub mod lexer;
pub mod marks;
pub mod mutants;
pub mod region;
pub mod rules;
pub mod splice;
pub mod std_macros;
pub mod tests_module;

pub use lexer::{Source, Token, TokenKind};
