//! The view goes to a function, inside the one statement in which the text lives.

/// Given: makes a new text, with real blanks.
fn decode(telegram: &str) -> String {
    telegram.replace('_', " ")
}

fn log_line(telegram: &str) -> String {
    in_two_parts(decode(telegram).trim())
}

fn in_two_parts(text: &str) -> String {
    let (ship, report) = text.split_at(4);
    format!("{ship}:{report}")
}

fn main() {
    println!("{}", log_line("_DLRX_wind_south_7_"));
}
