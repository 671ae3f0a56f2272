//! Believes that `'static` keeps the text alive.
//! refused: error E0515 at "&text"

/// The name without the blanks around it: a view of the form.
/// There is only one input to lie in, so Rust needs no lifetime name here.
fn name_on(form: &str) -> &str {
    form.trim()
}

// TODO: `text` is made in here. Who has it when `badge` is over?
fn badge(form: &str) -> &'static str {
    let text = format!("[ {} ]", name_on(form));
    &text
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
