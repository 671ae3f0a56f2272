//! Whatever changes the list can stand in the place of `push`.
//! refused: token seconds.push(331)

fn main() {
    let mut seconds = vec![312, 318, 325];
    // TODO from here
    let first = &seconds[0];
    seconds.clear(); //~ E0502
    println!("the first one took {first} s");

    // TODO to here
    println!("{} runners are in", seconds.len());
    println!("all times: {seconds:?}");
}
