//! The tests named four rules, and `fare` now has a line for each: they are the
//! description of the work, and they are checked at every save.
//! The rule: a function ends with the value it was asked for. `return` gives it
//! early; the last line gives it without a `;`. Chapter 01 comes back to that.
//! Tempting: "it compiles, so it is right". The compiler sees to it that `fare`
//! gives a whole number. Whether it is the fare, only a test can say.
//! Another way: `by_day * 3 / 2`. It is shorter, and hides the words of the task.
//! To read on, offline: `rustup doc --book`, chapters 3.3 and 11.1.

// What you can use: `let name = …;` as before, `if night { … } else { … }`, and
// `return …;`, which ends `fare` with that value. Signs: + - * / as usual.
// `child` and `night` are bool: each is either true or false.
fn fare(zones: u32, child: bool, night: bool) -> u32 {
    // A child pays nothing, by day or by night: `fare` ends here.
    if child {
        return 0;
    }
    // The first zone is in the 240 cents.
    let by_day = 240 + 60 * (zones - 1);
    // Half as much again at night. This `if` is the last line: it has a value.
    if night { by_day + by_day / 2 } else { by_day }
}

fn main() {
    println!("three zones: {} cents", fare(3, false, false));
}
