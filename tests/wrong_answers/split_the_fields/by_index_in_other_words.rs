//! Without brackets it is no walk by index.
//! refused: token pumps.len(

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
    // TODO: this borrows the whole plant. What does it look at?
    fn cap(&self, size: u32) -> u32 {
        let most = 100 - size * 5;
        if self.night { most / 2 } else { most }
    }

    fn throttle(&mut self) {
        for i in 0..self.pumps.len() {
            let Some(pump) = self.pumps.get(i) else {
                return;
            };
            let cap = self.cap(pump.size);
            let Some(pump) = self.pumps.get_mut(i) else {
                return;
            };
            pump.percent = pump.percent.min(cap);
        }
    }

    /// The most that all pumps together may do now.
    fn cap_of_all(&self) -> u32 {
        let mut sum = 0;
        for pump in &self.pumps {
            sum += self.cap(pump.size);
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
