//! The report is read before there is one.
//! refused: error E0425 at "send(report);"

/// Given: reads a report out by radio.
fn send(report: &u32) {
    println!("the snow is {report} cm deep");
}

fn main() {
    // TODO from here
    let mut depth = 210;
    let mut sent = 0;
    send(report); //~ E0506
    let report = &depth;
    sent += 1;
    depth = 180;
    // TODO to here
    println!("{sent} report was sent");
    println!("measured again: {depth} cm");
}
