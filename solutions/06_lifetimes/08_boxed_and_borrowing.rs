//! `A: Alarm + 'good` says: what an alarm looks at is there for `'good`. And the
//! box, `dyn Alarm + 'good`, promises no more than that. A box in a return type
//! that says nothing promises "good for ever": `dyn Alarm + 'static`.
//! The refusal was needed: a box hides what is in it. One that is good for ever
//! could be kept, and would look at the level of a tank that is long gone.
//! Tempting: `A: Alarm + 'static`, as the compiler says. It shuts `LowWater` out.
//! Another way, refused here: alarms that own all they need; they miss changes.
//! To read on, offline: `rustup doc --reference`, "Trait and lifetime bounds".

// Two words from later chapters. `trait` (12): what a type must be able to do.
// `Box<dyn Alarm>` (15): owns an alarm, of whatever type it may be.
trait Alarm {
    fn rings(&self) -> bool;
}

/// Owns all that it needs.
struct Drill;

impl Alarm for Drill {
    fn rings(&self) -> bool {
        true
    }
}

/// Looks at a tank, by how many litres are in it.
struct LowWater<'tank> {
    litres: &'tank u32,
}

impl Alarm for LowWater<'_> {
    fn rings(&self) -> bool {
        *self.litres < 500
    }
}

// `<A: Alarm>` reads: for any type `A` that is an alarm.
// `'good`: as long as what the alarm looks at. The box promises the same.
fn shelve<'good, A: Alarm + 'good>(alarm: A) -> Box<dyn Alarm + 'good> {
    Box::new(alarm)
}

fn ringing_at(litres: u32) -> u32 {
    let shelf = [shelve(Drill), shelve(LowWater { litres: &litres })];
    u32::from(shelf[0].rings()) + u32::from(shelf[1].rings())
}

fn main() {
    println!("ringing: {} of 2", ringing_at(120));
}
