//! Whatever.
