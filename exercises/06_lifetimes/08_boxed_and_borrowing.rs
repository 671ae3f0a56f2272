//! Boxed and borrowing
//! A fire station keeps alarms of many types on one shelf, each in a box. An alarm
//! may look at a tank that belongs to somebody else, and then it is good only as
//! long as the tank. Change only the first line of `shelve`, so that it says for
//! how long an alarm is good, and that its box is good for as long.

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
fn shelve<A: Alarm>(alarm: A) -> Box<dyn Alarm> {
    Box::new(alarm)
}

fn ringing_at(litres: u32) -> u32 {
    let shelf = [shelve(Drill), shelve(LowWater { litres: &litres })];
    u32::from(shelf[0].rings()) + u32::from(shelf[1].rings())
}

fn main() {
    println!("ringing: {} of 2", ringing_at(120));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_alarms_ring_when_the_tank_is_low() {
        assert_eq!(ringing_at(120), 2, "alarms that ring at 120 litres");
    }

    #[test]
    fn only_the_drill_rings_when_the_tank_is_full() {
        assert_eq!(ringing_at(900), 1, "alarms that ring at 900 litres");
    }

    #[test]
    fn five_hundred_litres_are_enough() {
        assert_eq!(ringing_at(500), 1, "alarms that ring at 500 litres");
    }

    /// Looks at a door that belongs to somebody else.
    struct OpenDoor<'house> {
        open: &'house bool,
    }

    impl Alarm for OpenDoor<'_> {
        fn rings(&self) -> bool {
            *self.open
        }
    }

    #[test]
    fn an_alarm_of_a_new_type_may_look_at_something_too() {
        let open = true;
        let alarm = shelve(OpenDoor { open: &open });
        assert!(alarm.rings(), "the door is open, so its alarm rings");
    }

    #[test]
    fn an_alarm_that_owns_all_it_needs_may_be_kept_for_ever() {
        let kept: Box<dyn Alarm + 'static> = shelve(Drill);
        assert!(kept.rings(), "the drill rings, and so does its box");
    }
}
