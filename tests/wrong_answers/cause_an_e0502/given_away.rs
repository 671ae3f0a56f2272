//! The list is given away: that is another code.
//! refused: error E0382 at "seconds.push(331);"

fn main() {
    let mut seconds = vec![312, 318, 325];
    // TODO from here
    let board = seconds;
    seconds.push(331); //~ E0502
    println!("{board:?}");

    // TODO to here
    println!("{} runners are in", seconds.len());
    println!("all times: {seconds:?}");
}
