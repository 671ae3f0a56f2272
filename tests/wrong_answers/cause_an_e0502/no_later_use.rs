//! Believes that a loan lasts to the closing brace.
//! refused: accepted

fn main() {
    let mut seconds = vec![312, 318, 325];
    // TODO from here
    let first = &seconds[0];
    seconds.push(331); //~ E0502
    println!("one more is in");

    // TODO to here
    println!("{} runners are in", seconds.len());
    println!("all times: {seconds:?}");
}
