//! The number is overwritten before anybody has borrowed it.
//! refused: accepted

/// Given: reads a report out on the radio.
fn send(report: &u32) {
    println!("the tide stands at {report} cm");
}

fn main() {
    // TODO from here
    let mut level = 210;
    let mut sent = 0;
    level = 180; //~ E0506
    let report = &level;
    send(report);
    sent += 1;
    // TODO to here
    println!("{sent} report was sent");
    println!("measured again: {level} cm");
}
