//! `last` lends a part of the list, if there is one.

fn main() {
    let mut seconds = vec![312, 318, 325];
    // TODO from here
    let last = seconds.last();
    seconds.push(331); //~ E0502
    println!("the one before: {last:?}");

    // TODO to here
    println!("{} runners are in", seconds.len());
    println!("all times: {seconds:?}");
}
