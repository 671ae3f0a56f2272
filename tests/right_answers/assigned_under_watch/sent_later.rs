//! The last use is moved down, behind the assignment.

/// Given: reads a report out on the radio.
fn send(report: &u32) {
    println!("the tide stands at {report} cm");
}

fn main() {
    // TODO from here
    let mut level = 210;
    let mut sent = 0;
    let report = &level;
    sent += 1;
    level = 180; //~ E0506
    send(report);
    // TODO to here
    println!("{sent} report was sent");
    println!("measured again: {level} cm");
}
