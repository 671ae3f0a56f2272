//! A `match` has to cover every variant, so `limit` was refused on the day when
//! the fourth came. A C `switch` does nothing then, and the speed is some number.
//! `may_pass` was not refused: its `_` had answered for `Shunt` before anybody
//! asked, and stopped the train.
//! Tempting: `_`, because it is short. It answers for the variants of the future.
//! Another way: join equal arms, `Aspect::Clear | Aspect::Caution => true`.
//! To read on, offline: `rustup doc --book`, chapter 6.2.

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
    match aspect {
        Aspect::Clear => 120,
        Aspect::Caution => 60,
        Aspect::Danger => 0,
        Aspect::Shunt => 25, // the arm that was missing
    }
}

fn may_pass(aspect: Aspect) -> bool {
    match aspect {
        Aspect::Clear => true,
        Aspect::Caution => true,
        Aspect::Danger => false, // by name: `_` would take new ones too
        Aspect::Shunt => true,
    }
}

fn main() {
    println!("shunting: {} km/h", limit(Aspect::Shunt));
    println!("shunting, may pass: {}", may_pass(Aspect::Shunt));
}
