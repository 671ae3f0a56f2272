//! `&self` is short for `self: &Tank`. A function of the `impl` with `self` in
//! first place is a method: the dot finds it, and `tank.air()` hands in `&tank`.
//! The rule tells every reader what a call does to the value before the dot:
//! `&self` only looks. With a pointer in C, one has to read the whole function.
//! Tempting: "`self` is only a habit", as in Python. Here it is part of Rust.
//! Another way, refused here: `Tank::air(&tank)` at the caller. Longer to read.
//! To read on, offline: `rustup doc --book`, chapter 5.3.

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
    fn air(&self) -> u32 {
        self.litres * self.bar // `self` is the tank before the dot
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
