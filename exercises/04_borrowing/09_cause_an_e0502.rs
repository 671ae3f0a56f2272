//! Cause an E0502
//! Runners come in, and their seconds go on a list. Write one line above `push`
//! and one line below it, so that the compiler refuses the line of `push` with
//! E0502. Put `//~ E0502` at the end of that line.
//! Change only what stands between the two TODO lines.

fn main() {
    let mut seconds = vec![312, 318, 325];
    // TODO from here
    seconds.push(331);

    // TODO to here
    println!("{} runners are in", seconds.len());
    println!("all times: {seconds:?}");
}
