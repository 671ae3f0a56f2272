//! The error is there, but no mark says where.
//! refused: marks

fn main() {
    let mut seconds = vec![312, 318, 325];
    // TODO from here
    let first = &seconds[0];
    seconds.push(331);
    println!("the first one took {first} s");

    // TODO to here
    println!("{} runners are in", seconds.len());
    println!("all times: {seconds:?}");
}
