//! The loan has been used for the last time: nobody is watching.
//! refused: accepted

/// Given: reads a report out by radio.
fn send(report: &u32) {
    println!("the snow is {report} cm deep");
}

fn main() {
    // TODO from here
    let mut depth = 210;
    let mut sent = 0;
    let report = &depth;
    send(report);
    depth = 180; //~ E0506
    sent += 1;
    // TODO to here
    println!("{sent} report was sent");
    println!("measured again: {depth} cm");
}
