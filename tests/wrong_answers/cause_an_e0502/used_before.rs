//! The loan is used, but for the last time before `push`.
//! refused: accepted

fn main() {
    let mut seconds = vec![312, 318, 325];
    // TODO from here
    let first = &seconds[0];
    println!("the first one took {first} s");
    seconds.push(331); //~ E0502

    // TODO to here
    println!("{} runners are in", seconds.len());
    println!("all times: {seconds:?}");
}
