//! The whole list is lent, and not a part of it.

fn main() {
    let mut seconds = vec![312, 318, 325];
    // TODO from here
    let board = &seconds;
    seconds.push(331); //~ E0502
    println!("on the board: {board:?}");

    // TODO to here
    println!("{} runners are in", seconds.len());
    println!("all times: {seconds:?}");
}
