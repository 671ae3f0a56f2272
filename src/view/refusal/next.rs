//! The one thing to do about an error: what has to become true, never how.

use super::super::program::{Program, labelled, plain_name, ticks};
use super::moves::lender_and_part;
use crate::check::diagnostic::Diagnostic;

/// One sentence that ends with saving.
pub fn next(error: &Diagnostic, line: usize, program: &Program<'_>) -> String {
    if error.message.contains("delimiter") {
        return "Find the bracket that has no partner, and save.".to_owned();
    }
    let wish = match error.code.as_deref() {
        Some(code) => wish(error, code, line, program)
            .or_else(|| place(error, code, line))
            .or_else(|| agreement(code, line)),
        None => agreement_of_lifetimes(error),
    };
    wish.unwrap_or_else(|| format!("Mend line {line}, and save."))
}

/// Where to look, of errors that show up in another line than the one that is to change.
fn place(error: &Diagnostic, code: &str, line: usize) -> Option<String> {
    let name = ticks(&error.message).first().map(|name| plain_name(name));
    match code {
        "E0308" if labelled(error, "implicitly returns `()`").is_some() => Some(
            "Look at how that function ends, and what its last line gives back. Then save."
                .to_owned(),
        ),
        "E0381" => Some(format!(
            "Give `{}` a value on every way to line {line}, and save.",
            name?
        )),
        "E0277" | "E0369" if is_calculation(&error.message) => Some(format!(
            "Make the two sides in line {line} fit together, and save."
        )),
        "E0384" | "E0594" | "E0596" if error.message.contains("behind a") => Some(format!(
            "Look at how `{}` is lent: it may only be read. Then save.",
            name?
        )),
        "E0384" if error.message.contains("argument") => {
            Some(format!("Look at how `{}` comes in. Then save.", name?))
        }
        "E0384" => Some(format!("Look at where `{}` is made. Then save.", name?)),
        "E0594" | "E0596" if error.message.contains("not declared as mutable") => {
            Some(format!("Look at where `{}` is made. Then save.", name?))
        }
        "E0507" | "E0508" | "E0509" => {
            Some("Find a way that takes nothing away there, and save.".to_owned())
        }
        "E0373" => Some(format!(
            "Look at who has to own `{}` from there on. Then save.",
            name?
        )),
        "E0004" | "E0005" => {
            Some("Say what happens with every value that there can be, and save.".to_owned())
        }
        "E0282" | "E0283" | "E0284" => {
            Some("Say which type is meant, at the place that tells best, and save.".to_owned())
        }
        "E0621" => Some(SIGNATURE.to_owned()),
        _ => None,
    }
}

/// `cannot add …`, `can't compare …`, `binary operation …`
fn is_calculation(message: &str) -> bool {
    const BEGINS: [&str; 6] = [
        "cannot add",
        "cannot subtract",
        "cannot multiply",
        "cannot divide",
        "can't compare",
        "binary operation",
    ];
    BEGINS.iter().any(|begins| message.starts_with(begins))
}

const SIGNATURE: &str = "Make the signature fit with what is done with its loans, and save.";

/// Two places do not fit together, and which of them has to change only the exercise knows: its goal may say that the
/// one where the error shows up stays as it is.
fn agreement(code: &str, line: usize) -> Option<String> {
    const TWO_SIDED: [&str; 18] = [
        "E0053", "E0061", "E0271", "E0277", "E0308", "E0309", "E0310", "E0369", "E0451", "E0521",
        "E0594", "E0596", "E0599", "E0600", "E0603", "E0609", "E0616", "E0728",
    ];
    TWO_SIDED
        .contains(&code)
        .then(|| format!("Mend line {line}, or what it relies on, and save."))
}

fn agreement_of_lifetimes(error: &Diagnostic) -> Option<String> {
    error
        .message
        .contains("lifetime may not live long enough")
        .then(|| SIGNATURE.to_owned())
}

fn wish(error: &Diagnostic, code: &str, line: usize, program: &Program<'_>) -> Option<String> {
    let name = ticks(&error.message).first().map(|name| plain_name(name));
    let line_of = |fragment| {
        let span = labelled(error, fragment).filter(|span| program.wrote(span));
        span.map_or(line, |span| span.line_start)
    };
    match code {
        // Which of the two it is, the goal says.
        "E0382" if error.message.contains("partially") => Some(format!(
            "Keep `{}` whole, or let line {line} do without what is gone. Then save.",
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
