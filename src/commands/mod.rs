mod builtin;
pub mod exit;
mod upgrade;
