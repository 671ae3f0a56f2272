pub mod check;
pub mod cli;
pub mod commands;
pub mod course;
pub mod engine;
pub mod session;
pub mod system;
pub mod view;
