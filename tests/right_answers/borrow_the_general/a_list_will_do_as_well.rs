//! Whoever has a `String` or a `Vec` may still lend it: a view of it is made at the call.

/// May this tune be played at night?
// A view of letters. The same for numbers in the next two.
fn is_quiet(tune: &str) -> bool {
    tune.starts_with("lullaby")
}

/// How often all bells together are struck.
fn strikes(per_bell: &[u32]) -> u32 {
    let mut total = 0;
    for count in per_bell.iter() {
        total += count;
    }
    total
}

/// At night every bell is struck with half the force.
fn soften(forces: &mut [u32]) {
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
    let total = strikes(&[4, 9, 2]);
    println!("{tune}: {total} strikes, forces {forces:?}");
}
