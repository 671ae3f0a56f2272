//! Hides the `_` behind a condition that is never true.
//! refused: token _ if

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
        Aspect::Shunt => 25,
    }
}

fn may_pass(aspect: Aspect) -> bool {
    match aspect {
        Aspect::Clear => true,
        Aspect::Caution => true,
        Aspect::Danger => false,
        Aspect::Shunt => true,
        _ if false => false,
    }
}

fn main() {
    println!("shunting: {} km/h", limit(Aspect::Shunt));
    println!("shunting, may pass: {}", may_pass(Aspect::Shunt));
}
