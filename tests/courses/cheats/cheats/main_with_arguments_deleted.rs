//! The program that is to be called with different words is not there any more.
//! refused: error E0601
//! exercise: sign

fn sign(loud: bool) -> &'static str {
    if loud { "OPEN" } else { "open" }
}
