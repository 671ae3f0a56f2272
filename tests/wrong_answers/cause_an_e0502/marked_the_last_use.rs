//! The mark stands at the line that keeps the loan alive.
//! refused: error E0502 at "seconds.push(331);"

fn main() {
    let mut seconds = vec![312, 318, 325];
    // TODO from here
    let first = &seconds[0];
    seconds.push(331);
    println!("the first one took {first} s"); //~ E0502

    // TODO to here
    println!("{} runners are in", seconds.len());
    println!("all times: {seconds:?}");
}
