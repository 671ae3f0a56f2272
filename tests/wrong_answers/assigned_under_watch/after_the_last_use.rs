//! The loan has been used for the last time: nobody is watching.
//! refused: accepted

/// Given: reads a report out on the radio.
fn send(report: &u32) {
    println!("the tide stands at {report} cm");
}

fn main() {
    // TODO from here
    let mut level = 210;
    let mut sent = 0;
    let report = &level;
    send(report);
    level = 180; //~ E0506
    sent += 1;
    // TODO to here
    println!("{sent} report was sent");
    println!("measured again: {level} cm");
}
