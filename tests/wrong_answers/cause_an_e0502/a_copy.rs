//! Believes that every name for a part of a list is a loan. This one is a copy.
//! refused: accepted

fn main() {
    let mut seconds = vec![312, 318, 325];
    // TODO from here
    let first = seconds[0];
    seconds.push(331); //~ E0502
    println!("the first one took {first} s");

    // TODO to here
    println!("{} runners are in", seconds.len());
    println!("all times: {seconds:?}");
}
