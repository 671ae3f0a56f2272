//! The number is overwritten before anybody has borrowed it.
//! refused: accepted

/// Given: reads a report out by radio.
fn send(report: &u32) {
    println!("the snow is {report} cm deep");
}

fn main() {
    // TODO from here
    let mut depth = 210;
    let mut sent = 0;
    depth = 180; //~ E0506
    let report = &depth;
    send(report);
    sent += 1;
    // TODO to here
    println!("{sent} report was sent");
    println!("measured again: {depth} cm");
}
