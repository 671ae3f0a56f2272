//! An assignment throws the old value away. While it is lent, somebody still
//! counts on it: `report` was made before, and read after. For a number the
//! compiler is stricter than need be: in C, the report would say 180. Is that
//! what was measured? For a list, `=` frees the old one, and the report reads
//! freed memory: there the refusal is needed.
//! Tempting: "it is my own variable". While it is lent, its owner may only read.
//! Another way to E0506: move `send(report);` down instead.
//! To read on, offline: `rustc --explain E0506`.

/// Given: reads a report out by radio.
fn send(report: &u32) {
    println!("the snow is {report} cm deep");
}

fn main() {
    // TODO from here
    let mut depth = 210;
    let mut sent = 0;
    let report = &depth;
    depth = 180; //~ E0506
    send(report);
    sent += 1;
    // TODO to here
    println!("{sent} report was sent");
    println!("measured again: {depth} cm");
}
