//! The report is read before there is one.
//! refused: error E0425 at "send(report);"

/// Given: reads a report out on the radio.
fn send(report: &u32) {
    println!("the tide stands at {report} cm");
}

fn main() {
    // TODO from here
    let mut level = 210;
    let mut sent = 0;
    send(report); //~ E0506
    let report = &level;
    sent += 1;
    level = 180;
    // TODO to here
    println!("{sent} report was sent");
    println!("measured again: {level} cm");
}
