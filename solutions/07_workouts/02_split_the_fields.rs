//! `cap` now asks for what it looks at. While the loop has `self.pumps` alone,
//! the compiler sees that `self.night` is another place, and lets it be read.
//! The compiler is stricter than need be: `cap` looked at no pump. But `&self`
//! says that it may, and callers are checked against that first line alone. Had
//! it read the pumps, one of them was just being changed. In C that compiles.
//! Tempting: go by index. Each step then fetches its pump anew.
//! Another way: take the list out (`mem::take`), put it back. A panic loses it.
//! To read on, offline: `rustup doc --book`, chapter 5.3.

struct Pump {
    size: u32, // from 1 to 9
    percent: u32,
}

struct Plant {
    night: bool,
    pumps: Vec<Pump>,
}

impl Plant {
    /// The most that a pump of this size may do now, in percent.
    // No `self`: it asks for the one thing that it looks at besides the size.
    fn cap(night: bool, size: u32) -> u32 {
        let most = 100 - size * 5;
        if night { most / 2 } else { most }
    }

    fn throttle(&mut self) {
        for pump in &mut self.pumps {
            // `pumps` is lent out, `night` is another field: it can be read.
            let cap = Plant::cap(self.night, pump.size);
            pump.percent = pump.percent.min(cap);
        }
    }

    /// The most that all pumps together may do now.
    fn cap_of_all(&self) -> u32 {
        let mut sum = 0;
        for pump in &self.pumps {
            sum += Plant::cap(self.night, pump.size);
        }
        sum
    }
}

fn main() {
    let (size, percent) = (4, 90);
    let pumps = vec![Pump { size, percent }];
    let mut plant = Plant { night: true, pumps };
    plant.throttle();
    println!("by night: {} %", plant.pumps[0].percent);
    println!("all together: {} %", plant.cap_of_all());
}
