//! The same with the text named first, then given away.

/// The name without the blanks around it: a view of the form.
/// There is only one input to lie in, so Rust needs no lifetime name here.
fn name_on(form: &str) -> &str {
    form.trim()
}

// TODO: `text` is made in here. Who has it when `badge` is over?
fn badge(form: &str) -> String {
    let mut text = String::from("[ ");
    text.push_str(name_on(form));
    text.push_str(" ]");
    text
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
