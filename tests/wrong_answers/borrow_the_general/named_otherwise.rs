//! Believes that another name for the type is another type.
//! refused: token type

// TODO: in all three, ask for no more than the body needs.

/// May this tune be played at night?
fn is_quiet(tune: &str) -> bool {
    tune.starts_with("lullaby")
}

/// How often all bells together are struck.
type Bells = Vec<u32>;
fn strikes(per_bell: &Bells) -> u32 {
    let mut total = 0;
    for count in per_bell.iter() {
        total += count;
    }
    total
}

/// At night every bell is struck with half the force.
fn soften(forces: &mut Bells) {
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
