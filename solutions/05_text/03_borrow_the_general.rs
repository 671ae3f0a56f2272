//! `&Vec<u32>` asks for a view of a list that can grow, and then lets none grow.
//! `&[u32]` asks for numbers in a row: from a list, an array, or a part of one.
//! Callers that had a list see no difference: `&list` becomes the view by itself.
//! Nothing was unsafe here, and nothing was refused. The lint speaks for callers:
//! they had to make a list on the heap for you, only to have it read.
//! Tempting: "a reference is cheap, so `&String` is fine". Not for a literal.
//! Another way: keep `&mut Vec<u32>` where you `push`; a slice cannot grow.
//! To read on, offline: `rustup doc --book`, chapter 4.3.

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
    let tune = "lullaby in D"; // a literal and two arrays: nothing on the heap
    let mut forces = [80, 60, 75];
    if is_quiet(tune) {
        soften(&mut forces);
    }
    let total = strikes(&[4, 9, 2]);
    println!("{tune}: {total} strikes, forces {forces:?}");
}
