//! Each method says one thing, and all of them let `None` through. So what
//! happens without a number is said once, at the end, where the value is needed.
//! In C a missing number is often 0 or -1, and each step has to ask for it again.
//! One forgets, and a child gets skis of -16 cm.
//! Tempting: `map(number)`. It gives an `Option` inside an `Option`; `and_then`
//! is for a step that may find nothing.
//! Another way: the ladder. It is longer, but each case can do things of its own.
//! To read on, offline: `rustup doc std::option::Option`.

/// Given: the number in a text, if it is one and nothing else.
fn number(text: &str) -> Option<u32> {
    text.trim().parse().ok()
}

/// Given, and right. But what happens without a number is said three times.
fn by_steps(form: Option<&str>) -> u32 {
    match form {
        None => 120,
        Some(text) => match number(text) {
            None => 120,
            Some(height) => {
                let usual = (90..=210).contains(&height);
                if usual { height - 15 } else { 120 }
            }
        },
    }
}

// Methods of an Option. `|x| …` is a small function without a name: x goes in.
//   .map(|x| …)       works on what is inside; on None it does nothing
//   .and_then(f)      the same, for an `f` that may itself find nothing
//   .filter(|x| …)    keeps what passes, else None; `x` is only lent to it
//   .unwrap_or(v)     ends the chain: what is inside or, without it, `v`
fn ski_length(form: Option<&str>) -> u32 {
    form.and_then(number) // a text becomes a number, or nothing
        .filter(|height| (90..=210).contains(height))
        .map(|height| height - 15)
        .unwrap_or(120) // for whatever got lost on the way
}

fn main() {
    for form in [Some(" 132 "), Some("tall"), Some("900"), None] {
        println!("{form:?}: {} cm", by_steps(form));
    }
    println!("in one chain: {} cm", ski_length(Some(" 132 ")));
}
