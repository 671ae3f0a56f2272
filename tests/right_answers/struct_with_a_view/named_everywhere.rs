//! The lifetime is named in every place, which says the same at more length.

// TODO: the readings lie in a packet. Give that packet's lifetime a name.
struct Frame<'packet> {
    kind: u8,
    readings: &'packet [u8],
}

impl<'packet> Frame<'packet> {
    fn highest(&self) -> u8 {
        let mut highest = 0;
        for reading in self.readings {
            highest = highest.max(*reading);
        }
        highest
    }
}

fn parse<'packet>(packet: &'packet [u8]) -> Frame<'packet> {
    let count = usize::from(packet[1]);
    Frame {
        kind: packet[0],
        readings: &packet[2..2 + count],
    }
}

fn main() {
    let packet = [7, 3, 20, 24, 22];
    let frame = parse(&packet);
    println!("kind {}, highest {}", frame.kind, frame.highest());
}
