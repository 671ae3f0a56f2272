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
        None => without_code(error),
    };
    wish.unwrap_or_else(|| format!("Mend line {line}, and save."))
}

/// Where to look, of errors that show up in another line than the one that is to change.
fn place(error: &Diagnostic, code: &str, line: usize) -> Option<String> {
    let name = ticks(&error.message).first().map(|name| plain_name(name));
    match code {
        "E0308" if error.message.contains("does not diverge") => {
            Some("Let the `else` leave, and save.".to_owned())
        }
        "E0308" if labelled(error, "implicitly returns `()`").is_some() => Some(
            "Look at how that function ends, and what its last line gives back. Then save."
                .to_owned(),
        ),
        "E0381" => Some(format!(
            "Give `{}` a value on every way to line {line}, and save.",
            name?
        )),
        "E0277" | "E0368" | "E0369" if is_calculation(&error.message) => Some(format!(
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
        "E0601" => {
            Some("Write `fn main` outside every other item, or put it back. Then save.".to_owned())
        }
        "E0621" => Some(SIGNATURE.to_owned()),
        _ => None,
    }
}

/// `cannot add …`, `can't compare …`, `binary operation …`
fn is_calculation(message: &str) -> bool {
    const BEGINS: [&str; 7] = [
        "cannot add",
        "cannot subtract",
        "cannot multiply",
        "cannot divide",
        "can't compare",
        "binary operation",
        "binary assignment operation",
    ];
    BEGINS.iter().any(|begins| message.starts_with(begins))
}

const SIGNATURE: &str = "Make the signature fit with what is done with its loans, and save.";

/// Two places do not fit together, and which of them has to change only the exercise knows: its goal may say that the
/// one where the error shows up stays as it is.
fn agreement(code: &str, line: usize) -> Option<String> {
    const IN_THAT_LINE: [&str; 20] = [
        "E0040", "E0070", "E0106", "E0133", "E0191", "E0267", "E0268", "E0403", "E0415", "E0416",
        "E0604", "E0605", "E0606", "E0689", "E0726", "E0752", "E0753", "E0758", "E0765", "E0766",
    ];
    (!IN_THAT_LINE.contains(&code))
        .then(|| format!("Mend line {line}, or what it relies on, and save."))
}

fn without_code(error: &Diagnostic) -> Option<String> {
    let says = |fragment| error.message.contains(fragment);
    if says("lifetime may not live long enough") {
        return Some(SIGNATURE.to_owned());
    }
    (says("future cannot be sent") || says("future cannot be shared"))
        .then(|| "Keep nothing over an `await` that must stay in its thread. Then save.".to_owned())
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
            "Let `{}` still be whole in line {line}, or let the line do without what is gone. Then save.",
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
        // Where both are needed at once, parts that nobody else has are the way out.
        "E0499" => Some(format!(
            "Let only one at a time change `{}`, or give each a part of its own. Then save.",
            name?
        )),
        "E0503" | "E0506" => Some(format!(
            "Let the loan be over before `{}` changes. Then save.",
            name?
        )),
        "E0505" => Some(format!(
            "Let the loan be over before `{}` is given away. Then save.",
            name?
        )),
        "E0597" if labelled(error, "for `'static`").is_some() => Some(format!(
            "Give `{}` away there, or ask for less than `'static`. Then save.",
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
