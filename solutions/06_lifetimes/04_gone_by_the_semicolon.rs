//! What a call returns needs an owner. Without a name it is a temporary: it has
//! the rest of its statement to live, and is freed at the semicolon. `decoded` is
//! an owner with a name, so the text stays to the end of the function.
//! The refusal was needed: C++ accepts the same line, and the log then reads
//! freed memory; often with the right letters still in it, until one day.
//! Tempting: `to_string()` at the end. It works: the text is copied and freed.
//! Another way: pass `decode(telegram).trim()` on to a function: one statement.
//! To read on, offline: `rustup doc --reference`, "Destructors".

/// Given: makes a new text, with real blanks.
fn decode(telegram: &str) -> String {
    telegram.replace('_', " ")
}

fn log_line(telegram: &str) -> String {
    let decoded = decode(telegram); // the owner, which stays to the last line
    let text = decoded.trim();
    let (ship, report) = text.split_at(4);
    format!("{ship}:{report}")
}

fn main() {
    println!("{}", log_line("_DLRX_wind_south_7_"));
}
