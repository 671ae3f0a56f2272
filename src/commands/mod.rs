mod builtin;
pub mod exit;
mod upgrade;
pub mod verify;
