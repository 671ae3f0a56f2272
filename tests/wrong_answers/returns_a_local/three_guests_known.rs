//! Badges can be lent out, if they stand in the program. Then there are only those.
//! refused: test a_badge_is_made_for_whoever_comes

/// The name without the blanks around it: a view of the form.
/// There is only one input to lie in, so Rust needs no lifetime name here.
fn name_on(form: &str) -> &str {
    form.trim()
}

// TODO: `text` is made in here. Who has it when `badge` is over?
fn badge(form: &str) -> &str {
    match name_on(form) {
        "Jun Abe" => "[ Jun Abe ]",
        "Mia Sund" => "[ Mia Sund ]",
        _ => "[  ]",
    }
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
