//! Assigned under watch
//! A harbour reports the height of the tide, then measures it again. Move a line
//! so that the height is overwritten while the report still waits to be sent.
//! Put `//~ E0506` at the end of the line that the compiler then refuses.
//! Between the two TODO lines, change the order and nothing else.

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
    sent += 1;
    level = 180;
    // TODO to here
    println!("{sent} report was sent");
    println!("measured again: {level} cm");
}
