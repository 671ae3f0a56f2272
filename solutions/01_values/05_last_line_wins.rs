//! A block has the value of its last line, if no `;` ends that line; else its
//! value is `()`, called unit. An `if` has a value too: that of the branch taken.
//! The rule keeps a forgotten result from passing for one. In C a function may
//! end without its value, and the caller gets what happened to lie there.
//! Tempting: to drop only the `;` after `drops`. Then `60;` is thrown away, and a
//! dog of 31 kg gets 93 drops.
//! Another way: `return 60;` inside the `if`: it ends `dose` at once.
//! To read on, offline: `rustup doc --book`, chapters 3.3 and 3.5.

/// How many drops a dog of this weight gets.
fn dose(weight_kg: u32) -> u32 {
    let drops = weight_kg * 3;
    // Last line and no `;`: the branch that is taken is the value of `dose`.
    if drops > 60 { 60 } else { drops }
}

fn main() {
    println!("12 kg: {} drops", dose(12));
    println!("31 kg: {} drops", dose(31));
}
