//! The last use is moved down, behind the assignment.

/// Given: reads a report out by radio.
fn send(report: &u32) {
    println!("the snow is {report} cm deep");
}

fn main() {
    // TODO from here
    let mut depth = 210;
    let mut sent = 0;
    let report = &depth;
    sent += 1;
    depth = 180; //~ E0506
    send(report);
    // TODO to here
    println!("{sent} report was sent");
    println!("measured again: {depth} cm");
}
