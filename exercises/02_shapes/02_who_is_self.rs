//! Who is self
//! A diving centre keeps air in steel tanks. `minutes_left` asks a tank how much
//! air there is in it, `tank.air()`, but `air` cannot be asked like that yet.
//! Make it a method: change only `air`. Its caller stays as it is.

struct Tank {
    litres: u32,
    bar: u32,
}

/// What belongs to tanks.
impl Tank {
    /// A full tank. It is called `Tank::full(12)`: there is no tank yet to ask.
    fn full(litres: u32) -> Tank {
        Tank { litres, bar: 200 }
    }

    /// The air inside, in litres. `&` means: it looks at a tank, and leaves it.
    // TODO: a method has a first parameter with a name of its own. Which one?
    fn air(tank: &Tank) -> u32 {
        tank.litres * tank.bar
    }
}

/// A diver breathes 20 litres a minute, and is up again with 50 bar to spare.
fn minutes_left(tank: Tank) -> u32 {
    let air = tank.air();
    let reserve = tank.litres * 50;
    (air - reserve) / 20
}

fn main() {
    println!("a full tank: {} minutes", minutes_left(Tank::full(12)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_tank_of_twelve_litres_lasts_ninety_minutes() {
        assert_eq!(minutes_left(Tank::full(12)), 90, "minutes for 12 litres");
    }

    #[test]
    fn a_larger_tank_lasts_longer() {
        assert_eq!(minutes_left(Tank::full(16)), 120, "minutes for 16 litres");
    }

    #[test]
    fn less_pressure_is_less_time() {
        let tank = Tank {
            litres: 10,
            bar: 150,
        };
        assert_eq!(minutes_left(tank), 50, "minutes for 10 litres at 150 bar");
    }

    #[test]
    fn the_reserve_alone_is_no_time_at_all() {
        let tank = Tank {
            litres: 15,
            bar: 50,
        };
        assert_eq!(minutes_left(tank), 0, "minutes with only the reserve left");
    }
}
