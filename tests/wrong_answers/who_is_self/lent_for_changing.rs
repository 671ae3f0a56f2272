//! Asks for the tank as if to change it, so that the caller has to change too.
//! refused: token fn minutes_left(tank: Tank)

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
    fn air(&mut self) -> u32 {
        self.litres * self.bar
    }
}

/// A diver breathes 20 litres a minute, and is up again with 50 bar to spare.
fn minutes_left(mut tank: Tank) -> u32 {
    let air = tank.air();
    let reserve = tank.litres * 50;
    (air - reserve) / 20
}

fn main() {
    println!("a full tank: {} minutes", minutes_left(Tank::full(12)));
}
