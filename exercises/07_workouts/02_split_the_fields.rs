//! Split the fields
//! A waterworks turns its pumps down to a cap: by night, or when a pump is large,
//! it may do less. `throttle` walks through the pumps and asks `cap` for each one.
//! Change only `cap` and the lines that call it. Not allowed: a second list of
//! pumps or of caps, or to walk by index.

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
        for pump in &mut self.pumps {
            let cap = self.cap(pump.size);
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

#[cfg(test)]
mod tests {
    use super::*;

    fn plant(night: bool, pumps: &[(u32, u32)]) -> Plant {
        let pumps = pumps
            .iter()
            .map(|(size, percent)| Pump {
                size: *size,
                percent: *percent,
            })
            .collect();
        Plant { night, pumps }
    }

    fn throttled(night: bool, pumps: &[(u32, u32)]) -> Vec<u32> {
        let mut plant = plant(night, pumps);
        plant.throttle();
        plant.pumps.iter().map(|pump| pump.percent).collect()
    }

    #[test]
    fn by_day_each_pump_has_the_cap_of_its_size() {
        let percents = throttled(false, &[(1, 100), (4, 100), (9, 100)]);
        assert_eq!(percents, [95, 80, 55], "percent by day");
    }

    #[test]
    fn by_night_every_cap_is_halved() {
        let percents = throttled(true, &[(1, 100), (4, 100), (9, 100)]);
        assert_eq!(percents, [47, 40, 27], "percent by night");
    }

    #[test]
    fn a_pump_below_its_cap_is_left_alone() {
        let percents = throttled(true, &[(4, 12), (4, 40), (4, 41)]);
        assert_eq!(percents, [12, 40, 40], "percent by night");
    }

    #[test]
    fn the_caps_add_up() {
        let pumps = [(4, 0), (2, 0)];
        assert_eq!(plant(false, &pumps).cap_of_all(), 170, "percent by day");
        assert_eq!(plant(true, &pumps).cap_of_all(), 85, "percent by night");
    }

    #[test]
    fn no_list_is_made_on_the_way() {
        let mut plant = plant(true, &[(4, 90), (2, 90)]);
        let (_, used) = support::allocs(|| plant.throttle());
        assert_eq!(used, 0, "pieces of memory asked for");
    }

    #[test]
    fn a_plant_without_pumps_has_nothing_to_do() {
        assert_eq!(throttled(true, &[]).len(), 0, "the number of pumps");
        assert_eq!(plant(true, &[]).cap_of_all(), 0, "percent of no pumps");
    }
}
