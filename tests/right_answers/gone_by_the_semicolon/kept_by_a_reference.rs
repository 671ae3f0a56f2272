//! `let x = &call()` keeps the value as well: the reference stands right before it.

/// Given: makes a new text, with real blanks.
fn decode(telegram: &str) -> String {
    telegram.replace('_', " ")
}

fn log_line(telegram: &str) -> String {
    // TODO: `trim` gives a view of the decoded text. Who owns that text?
    let decoded = &decode(telegram);
    let text = decoded.trim();
    let (ship, report) = text.split_at(4);
    format!("{ship}:{report}")
}

fn main() {
    println!("{}", log_line("_DLRX_wind_south_7_"));
}
