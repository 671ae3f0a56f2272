//! The solution is read into the program.
//! refused: error

include!("../../solutions/01_till/01_change.rs");
