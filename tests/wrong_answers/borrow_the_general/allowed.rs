//! The lint is switched off, and callers still have to make a list.
//! refused: lint clippy::ptr_arg

// TODO: in all three, ask for no more than the body needs.

/// May this tune be played at night?
#[allow(clippy::ptr_arg)]
fn is_quiet(tune: &String) -> bool {
    tune.starts_with("lullaby")
}

/// How often all bells together are struck.
#[allow(clippy::ptr_arg)]
fn strikes(per_bell: &Vec<u32>) -> u32 {
    let mut total = 0;
    for count in per_bell.iter() {
        total += count;
    }
    total
}

/// At night every bell is struck with half the force.
#[allow(clippy::ptr_arg)]
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
