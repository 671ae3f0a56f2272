//! Three lines make an E0502: one that lends, one that wants the list for itself,
//! one that uses the loan. Without the first or the last, nothing is refused.
//! The refusal was needed: a full list moves to a larger place when it grows, and
//! the old place is freed; `first` would look there. C++ says that `first` is
//! invalidated, and compiles it.
//! Tempting: `let first = seconds[0];`. That is a copy of a number, and no loan.
//! It is also another way out, when the old number will do.
//! To read on, offline: `rustc --explain E0502`.

fn main() {
    let mut seconds = vec![312, 318, 325];
    // TODO from here
    let first = &seconds[0]; // a loan begins
    seconds.push(331); //~ E0502
    println!("the first one took {first} s"); // and is still used here

    // TODO to here
    println!("{} runners are in", seconds.len());
    println!("all times: {seconds:?}");
}
