//! The plant is taken apart into its fields, and each goes its own way.

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
    fn cap(night: bool, size: u32) -> u32 {
        let most = 100 - size * 5;
        if night { most / 2 } else { most }
    }

    fn throttle(&mut self) {
        let Plant { night, pumps } = self;
        for pump in pumps {
            let cap = Plant::cap(*night, pump.size);
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
