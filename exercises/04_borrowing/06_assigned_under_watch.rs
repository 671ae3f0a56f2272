//! Assigned under watch
//! A mountain hut reports how deep the snow is, then measures it again. Move a
//! line, so that the depth is overwritten while the report still waits to be
//! sent. Put `//~ E0506` at the end of the line that the compiler then refuses.
//! Between the two TODO lines, change the order and nothing else.

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
    sent += 1;
    depth = 180;
    // TODO to here
    println!("{sent} report was sent");
    println!("measured again: {depth} cm");
}
