//! `Frame<'packet>` promises to everyone who holds a frame: it is good as long as
//! the packet that it looks into, whatever becomes of the unit. `'_` stands for a
//! lifetime without a name of its own: in `impl`, that of any frame.
//! The refusal was needed: a struct can be stored anywhere. In C a stored frame
//! still points into the packet's memory when the next packet is written there.
//! Tempting: `Vec<u8>`. No lifetime, but each packet is copied, all day long.
//! Another way, refused here: keep two indices, and lend the packet each time.
//! To read on, offline: `rustup doc --book`, chapter 10.3.

// A frame is good as long as the packet is: `'packet`.
struct Frame<'packet> {
    kind: u8,
    celsius: bool,
    readings: &'packet [u8], // a view of some bytes in a row
}

impl Frame<'_> {
    fn highest(&self) -> u8 {
        let mut highest = 0;
        for reading in self.readings {
            highest = highest.max(*reading);
        }
        highest
    }
}

// The frame looks into the packet. `unit` has no part in it.
fn parse<'packet>(packet: &'packet [u8], unit: &str) -> Frame<'packet> {
    let count = usize::from(packet[1]);
    Frame {
        kind: packet[0],
        celsius: unit == "C",
        readings: &packet[2..2 + count],
    }
}

fn main() {
    let packet = [7, 3, 20, 24, 22];
    let unit = String::from("C");
    let frame = parse(&packet, &unit);
    drop(unit); // freed: the frame has no need of it
    println!("kind {}, highest {}", frame.kind, frame.highest());
}
