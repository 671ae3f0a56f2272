//! Uses a lifetime name in the field that the struct has not announced.
//! refused: error E0261 at "readings: &'packet"

// TODO: the readings lie in a packet. Give that packet's lifetime a name.
struct Frame {
    kind: u8,
    celsius: bool,
    readings: &'packet [u8],
}

impl Frame {
    fn highest(&self) -> u8 {
        let mut highest = 0;
        for reading in self.readings {
            highest = highest.max(*reading);
        }
        highest
    }
}

fn parse(packet: &[u8], unit: &str) -> Frame {
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
