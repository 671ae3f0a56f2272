//! Signal aspects
//! A signal beside the railway now has a fourth aspect, `Shunt`: a train may pass
//! it, at 25 km/h. Teach that to both functions.
//! Change only `limit` and `may_pass`. Not allowed: an arm for all the rest.

/// What the signal shows: always exactly one of these.
enum Aspect {
    Clear,
    Caution,
    Danger,
    Shunt,
}

/// The highest speed at the signal, in km/h. Each line with `=>` is an arm; the
/// `match` takes the first arm that fits, and has its value.
fn limit(aspect: Aspect) -> u32 {
    // TODO: there are four aspects. Look at `may_pass` too: `_` fits anything.
    match aspect {
        Aspect::Clear => 120,
        Aspect::Caution => 60,
        Aspect::Danger => 0,
    }
}

fn may_pass(aspect: Aspect) -> bool {
    match aspect {
        Aspect::Clear => true,
        Aspect::Caution => true,
        _ => false,
    }
}

fn main() {
    println!("shunting: {} km/h", limit(Aspect::Shunt));
    println!("shunting, may pass: {}", may_pass(Aspect::Shunt));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shunting_train_drives_at_twenty_five() {
        assert_eq!(limit(Aspect::Shunt), 25, "km/h at Shunt");
    }

    #[test]
    fn a_shunting_train_may_pass() {
        assert!(may_pass(Aspect::Shunt), "a train is stopped at Shunt");
    }

    #[test]
    fn the_other_limits_are_as_before() {
        assert_eq!(limit(Aspect::Clear), 120, "km/h at Clear");
        assert_eq!(limit(Aspect::Caution), 60, "km/h at Caution");
        assert_eq!(limit(Aspect::Danger), 0, "km/h at Danger");
    }

    #[test]
    fn only_danger_stops_a_train() {
        assert!(may_pass(Aspect::Clear), "a train is stopped at Clear");
        assert!(may_pass(Aspect::Caution), "a train is stopped at Caution");
        assert!(!may_pass(Aspect::Danger), "a train passes at Danger");
    }
}
