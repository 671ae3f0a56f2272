//! `-> &str` promises: what you get lies in the form. The new text does not lie
//! there. It belongs to `badge`, and is freed when `badge` ends. `-> String`
//! gives the text itself away, so its owner is the caller, and nothing is copied.
//! The refusal was needed: in C the caller gets the address of freed memory, and
//! the badge shows whatever was written there since.
//! Tempting: a lifetime name, or `'static`. A name keeps nothing alive.
//! Another way, if callers may change: they lend a `&mut String` to write into.
//! To read on, offline: `rustup doc --book`, chapter 10.3.

/// The name without the blanks around it: a view of the form.
/// There is only one input to lie in, so Rust needs no lifetime name here.
fn name_on(form: &str) -> &str {
    form.trim()
}

// `String`: the caller gets the new text, and not a view of it.
fn badge(form: &str) -> String {
    format!("[ {} ]", name_on(form))
}

/// Two badges side by side, for the printer.
fn sheet(left: &str, right: &str) -> String {
    let left = badge(left);
    let right = badge(right);
    format!("{left} {right}")
}

fn main() {
    println!("{}", sheet(" Mia Sund ", "Jun Abe"));
}
