//! Gone by the semicolon
//! A weather ship sends telegrams, with `_` for each blank: its four-letter call
//! sign, then the report. `log_line` decodes one and reads it in two steps, but
//! after the first the decoded text is gone. Change only `log_line`. Decode once,
//! and copy nothing: no `clone`, no `to_string` and the like.

/// Given: makes a new text, with real blanks.
fn decode(telegram: &str) -> String {
    telegram.replace('_', " ")
}

fn log_line(telegram: &str) -> String {
    // TODO: `trim` gives a view of the decoded text. Who owns that text?
    let text = decode(telegram).trim();
    let (ship, report) = text.split_at(4);
    format!("{ship}:{report}")
}

fn main() {
    println!("{}", log_line("_DLRX_wind_south_7_"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_telegram_is_split_into_ship_and_report() {
        let line = log_line("DLRX_wind_south_7");
        assert_eq!(line, "DLRX: wind south 7", "the line in the log");
    }

    #[test]
    fn blanks_at_both_ends_are_left_out() {
        let line = log_line("__PFEA_fog_");
        assert_eq!(line, "PFEA: fog", "the line in the log");
    }

    #[test]
    fn a_telegram_without_a_report_still_names_the_ship() {
        let line = log_line("_DLRX_");
        assert_eq!(line, "DLRX:", "the line in the log");
    }

    #[test]
    fn it_is_decoded_once_and_never_copied() {
        let (_, needed) = support::allocs(|| {
            let _decoded = decode("DLRX_fog");
            let (ship, report) = ("DLRX", " fog");
            format!("{ship}:{report}")
        });
        let (_, used) = support::allocs(|| log_line("DLRX_fog"));
        assert_eq!(used, needed, "pieces of memory asked for");
    }
}
