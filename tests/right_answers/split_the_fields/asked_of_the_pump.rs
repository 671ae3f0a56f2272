//! The cap belongs to the pump, which is told whether it is night.

struct Pump {
    size: u32, // from 1 to 9
    percent: u32,
}

struct Plant {
    night: bool,
    pumps: Vec<Pump>,
}

impl Pump {
    /// The most that this pump may do now, in percent.
    fn cap(&self, night: bool) -> u32 {
        let most = 100 - self.size * 5;
        if night { most / 2 } else { most }
    }
}

impl Plant {
    fn throttle(&mut self) {
        for pump in &mut self.pumps {
            let cap = pump.cap(self.night);
            pump.percent = pump.percent.min(cap);
        }
    }

    /// The most that all pumps together may do now.
    fn cap_of_all(&self) -> u32 {
        let mut sum = 0;
        for pump in &self.pumps {
            sum += pump.cap(self.night);
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
