//! Whatever.
//! refused: hangs
