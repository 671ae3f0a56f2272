//! Without `match` and `if` it is a chain.
//! refused: token let

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
    let Some(text) = form else { return 120 };
    let Some(height) = number(text) else {
        return 120;
    };
    let 90..=210 = height else { return 120 };
    height - 15
}

fn main() {
    for form in [Some(" 132 "), Some("tall"), Some("900"), None] {
        println!("{form:?}: {} cm", by_steps(form));
    }
    println!("in one chain: {} cm", ski_length(Some(" 132 ")));
}
