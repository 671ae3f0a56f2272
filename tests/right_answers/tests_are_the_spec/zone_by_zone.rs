//! Each zone after the first adds its part.

// What you can use: `let name = …;` as before, `if night { … } else { … }`, and
// `return …;`, which ends `fare` with that value. Signs: + - * / as usual.
// `child` and `night` are bool: each is either true or false.
fn fare(zones: u32, child: bool, night: bool) -> u32 {
    if child {
        return 0;
    }
    let mut cents = 240;
    for _ in 1..zones {
        cents += 60;
    }
    if night {
        cents += cents / 2;
    }
    cents
}

fn main() {
    println!("three zones: {} cents", fare(3, false, false));
}
