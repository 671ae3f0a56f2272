//! A loop around it: each next round uses the loan.

fn main() {
    let mut seconds = vec![312, 318, 325];
    // TODO from here
    for _time in &seconds {
        seconds.push(331); //~ E0502
    }

    // TODO to here
    println!("{} runners are in", seconds.len());
    println!("all times: {seconds:?}");
}
