//! The box has a lifetime, but the alarm in it promises nothing.
//! refused: error E0309 at "Box::new(alarm)"

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
// TODO: an alarm may look at something. For how long is it good, and its box?
// `+ 'name` after a trait says it: "and good for as long as `'name`".
fn shelve<'good, A: Alarm>(alarm: A) -> Box<dyn Alarm + 'good> {
    Box::new(alarm)
}

fn ringing_at(litres: u32) -> u32 {
    let shelf = [shelve(Drill), shelve(LowWater { litres: &litres })];
    u32::from(shelf[0].rings()) + u32::from(shelf[1].rings())
}

fn main() {
    println!("ringing: {} of 2", ringing_at(120));
}
