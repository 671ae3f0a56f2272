//! Struct with a view
//! A weather mast sends packets of bytes: what was measured, how many readings
//! follow, the readings. A `Frame` looks at them in the packet, which has to
//! stay; the unit's name need not. Change only the first lines of `Frame`, of
//! its `impl` and of `parse`, and the type of `readings`. Nothing may be copied.

// TODO: the readings lie in a packet. Give that packet's lifetime a name.
struct Frame {
    kind: u8,
    celsius: bool,
    readings: &[u8], // a view of some bytes in a row
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_knows_its_kind_and_its_readings() {
        let packet = [7, 3, 20, 24, 22];
        let frame = parse(&packet, "C");
        assert_eq!(frame.kind, 7, "the kind");
        assert_eq!(frame.readings.len(), 3, "the number of readings");
        assert_eq!(frame.readings[1], 24, "the second reading");
        assert_eq!(frame.highest(), 24, "the highest reading");
    }

    #[test]
    fn what_comes_after_the_readings_does_not_belong_to_them() {
        let packet = [7, 2, 20, 24, 99, 99];
        let frame = parse(&packet, "C");
        assert_eq!(frame.readings.len(), 2, "the number of readings");
        assert_eq!(frame.highest(), 24, "the highest reading");
    }

    #[test]
    fn a_frame_without_readings_is_a_frame() {
        let packet = [5, 0];
        let frame = parse(&packet, "C");
        assert_eq!(frame.kind, 5, "the kind");
        assert_eq!(frame.highest(), 0, "the highest of no readings");
    }

    #[test]
    fn the_readings_are_the_ones_in_the_packet() {
        let packet = [7, 3, 20, 24, 22];
        let (frame, used) = support::allocs(|| parse(&packet, "C"));
        assert_eq!(used, 0, "pieces of memory asked for");
        assert!(
            std::ptr::eq(&frame.readings[0], &packet[2]),
            "the frame looks at other readings than those in the packet"
        );
    }

    #[test]
    fn the_name_of_the_unit_may_go_before_the_frame() {
        let packet = [7, 2, 20, 24];
        let frame = {
            let unit = String::from("C");
            parse(&packet, &unit)
        };
        assert!(frame.celsius, "the unit was C");
        assert_eq!(frame.highest(), 24, "the highest reading");
    }

    #[test]
    fn a_packet_made_while_the_program_runs_will_do() {
        let mut packet = Vec::new();
        packet.extend([9, 2, 61, 60]);
        let highest = parse(&packet, "C").highest();
        assert_eq!(highest, 61, "the highest reading");
    }
}
