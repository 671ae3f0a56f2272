//! The last line outside of the region keeps the loan alive.
//! refused: changed

fn main() {
    let mut seconds = vec![312, 318, 325];
    // TODO from here
    let first = &seconds[0];
    seconds.push(331); //~ E0502

    // TODO to here
    println!("{} runners are in", seconds.len());
    println!("the first one took {first} s");
}
