//! The one thing to do about an error: what has to become true, never how.

use super::super::program::{Program, labelled, plain_name, ticks};
use super::moves::lender_and_part;
use crate::check::diagnostic::Diagnostic;

/// One sentence that ends with saving.
pub fn next(error: &Diagnostic, line: usize, program: &Program<'_>) -> String {
    if error.message.contains("delimiter") {
        return "Find the bracket that has no partner, and save.".to_owned();
    }
    let wish = error
        .code
        .as_deref()
        .and_then(|code| wish(error, code, line, program));
    wish.unwrap_or_else(|| format!("Mend line {line}, and save."))
}

fn wish(error: &Diagnostic, code: &str, line: usize, program: &Program<'_>) -> Option<String> {
    let name = ticks(&error.message).first().map(|name| plain_name(name));
    let line_of = |fragment| {
        let span = labelled(error, fragment).filter(|span| program.wrote(span));
        span.map_or(line, |span| span.line_start)
    };
    match code {
        "E0382" if error.message.contains("partially") => Some(format!(
            "Keep `{}` whole until line {line}, and save.",
            name?
        )),
        "E0382" if labelled(error, "previous iteration").is_some() => Some(format!(
            "Make `{}` still be there in every round, and save.",
            name?
        )),
        "E0382" => Some(format!(
            "Make `{}` still be there in line {}, and save.",
            name?,
            line_of("after move")
        )),
        "E0502" if error.message.contains("as mutable because") => Some(format!(
            "Let the reading be over before `{}` changes. Then save.",
            name?
        )),
        "E0502" => Some(format!(
            "Let the changing be over before `{}` is read. Then save.",
            name?
        )),
        "E0499" => Some("Let one loan be over before the next one begins. Then save.".to_owned()),
        "E0503" | "E0506" => Some(format!(
            "Let the loan be over before `{}` changes. Then save.",
            name?
        )),
        "E0505" => Some(format!(
            "Let the loan be over before `{}` is given away. Then save.",
            name?
        )),
        "E0597" => Some(format!(
            "Make `{}` live for as long as it is lent out, and save.",
            name?
        )),
        "E0716" => Some("Make that value live for as long as it is used, and save.".to_owned()),
        "E0515" => {
            Some("Return something that lives on when the function has ended, and save.".to_owned())
        }
        "E0507" if error.message.contains("reference") => {
            let (lender, _) = lender_and_part(ticks(&error.message).first()?)?;
            Some(format!(
                "Find a way that leaves `{lender}` whole, and save."
            ))
        }
        _ => None,
    }
}
