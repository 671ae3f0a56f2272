//! Decodes in each statement anew, so that nothing has to stay.
//! refused: test it_is_decoded_once_and_never_copied

/// Given: makes a new text, with real blanks.
fn decode(telegram: &str) -> String {
    telegram.replace('_', " ")
}

fn log_line(telegram: &str) -> String {
    // TODO: `trim` gives a view of the decoded text. Who owns that text?
    format!(
        "{}:{}",
        &decode(telegram).trim()[..4],
        &decode(telegram).trim()[4..]
    )
}

fn main() {
    println!("{}", log_line("_DLRX_wind_south_7_"));
}
