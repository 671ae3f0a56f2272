mod builtin;
pub mod exit;
