//! Two who want to change the list: that is another code.
//! refused: error E0499 at "seconds.push(331);"

fn main() {
    let mut seconds = vec![312, 318, 325];
    // TODO from here
    let first = &mut seconds[0];
    seconds.push(331); //~ E0502
    *first += 2;

    // TODO to here
    println!("{} runners are in", seconds.len());
    println!("all times: {seconds:?}");
}
