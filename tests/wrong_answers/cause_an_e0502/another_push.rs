//! The conflict may be with a line that was not there before.
//! refused: token seconds.push

fn main() {
    let mut seconds = vec![312, 318, 325];
    // TODO from here
    seconds.push(331);
    let first = &seconds[0];
    seconds.push(340); //~ E0502
    println!("the first one took {first} s");

    // TODO to here
    println!("{} runners are in", seconds.len());
    println!("all times: {seconds:?}");
}
