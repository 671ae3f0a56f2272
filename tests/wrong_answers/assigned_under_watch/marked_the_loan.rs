//! The right move, but the mark stands where the loan begins.
//! refused: error E0506 at "level = 180;"

/// Given: reads a report out on the radio.
fn send(report: &u32) {
    println!("the tide stands at {report} cm");
}

fn main() {
    // TODO from here
    let mut level = 210;
    let mut sent = 0;
    let report = &level; //~ E0506
    level = 180;
    send(report);
    sent += 1;
    // TODO to here
    println!("{sent} report was sent");
    println!("measured again: {level} cm");
}
