//! Types in what the compiler offers, name and all.
//! refused: token binding

/// Given: makes a new text, with real blanks.
fn decode(telegram: &str) -> String {
    telegram.replace('_', " ")
}

fn log_line(telegram: &str) -> String {
    let binding = decode(telegram);
    let text = binding.trim();
    let (ship, report) = text.split_at(4);
    format!("{ship}:{report}")
}

fn main() {
    println!("{}", log_line("_DLRX_wind_south_7_"));
}
