//! The right move, but the mark stands where the loan begins.
//! refused: error E0506 at "depth = 180;"

/// Given: reads a report out by radio.
fn send(report: &u32) {
    println!("the snow is {report} cm deep");
}

fn main() {
    // TODO from here
    let mut depth = 210;
    let mut sent = 0;
    let report = &depth; //~ E0506
    depth = 180;
    send(report);
    sent += 1;
    // TODO to here
    println!("{sent} report was sent");
    println!("measured again: {depth} cm");
}
