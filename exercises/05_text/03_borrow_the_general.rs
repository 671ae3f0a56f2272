//! Borrow the general
//! A bell tower plays tunes. Its three helpers look at what they are lent, or
//! change it in place, and yet each asks for a whole `String` or `Vec`.
//! Let them take views, so that literals and arrays will do as well. Change only
//! their first lines and `main`, where then no list has to be made any more.

// TODO: in all three, ask for no more than the body needs.

/// May this tune be played at night?
fn is_quiet(tune: &String) -> bool {
    tune.starts_with("lullaby")
}

/// How often all bells together are struck.
fn strikes(per_bell: &Vec<u32>) -> u32 {
    let mut total = 0;
    for count in per_bell.iter() {
        total += count;
    }
    total
}

/// At night every bell is struck with half the force.
fn soften(forces: &mut Vec<u32>) {
    for force in forces.iter_mut() {
        *force /= 2;
    }
}

fn main() {
    let tune = String::from("lullaby in D");
    let mut forces = vec![80, 60, 75];
    if is_quiet(&tune) {
        soften(&mut forces);
    }
    let total = strikes(&vec![4, 9, 2]);
    println!("{tune}: {total} strikes, forces {forces:?}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lullaby_may_be_played_at_night() {
        assert!(
            is_quiet(&String::from("lullaby in D")),
            "a lullaby is quiet"
        );
        assert!(
            !is_quiet(&String::from("storm warning")),
            "a warning is loud"
        );
    }

    #[test]
    fn the_strikes_of_all_bells_are_added_up() {
        let per_bell = Vec::from([4, 9, 2]);
        assert_eq!(strikes(&per_bell), 15, "strikes of three bells");
        assert_eq!(per_bell.len(), 3, "bells in the list afterwards");
    }

    #[test]
    fn softening_halves_the_force_of_every_bell_in_place() {
        let mut forces = Vec::from([80, 60, 75]);
        soften(&mut forces);
        assert_eq!(forces, [40, 30, 37], "the forces at night");
    }

    #[test]
    fn a_tower_without_bells_is_silent() {
        let mut nothing = Vec::new();
        soften(&mut nothing);
        assert_eq!(strikes(&nothing), 0, "strikes of no bells");
    }
}
