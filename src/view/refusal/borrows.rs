//! Loans that exclude each other, and changes through what may only be read.

use super::super::program::{plain_name, said_type};
use super::Told;
use super::moves::only_lends;

pub(super) fn sentence(told: Told<'_>, code: &str) -> Option<String> {
    match code {
        "E0502" => read_and_change(told),
        "E0499" => two_may_change(told),
        "E0503" => while_lent(told, "uses", "is borrowed here"),
        "E0506" => while_lent(told, change(told), "is borrowed here"),
        "E0596" | "E0594" => not_to_be_changed(told),
        _ => None,
    }
}

fn read_and_change(told: Told<'_>) -> Option<String> {
    let changes = told.says("as mutable because");
    let verb = match (changes, only_lends(told)) {
        (true, false) => "changes",
        (true, true) => "wants to change",
        (false, _) => "reads",
    };
    let begins = if changes {
        "immutable borrow occurs"
    } else {
        "mutable borrow occurs"
    };
    let lent = told
        .error
        .spans
        .iter()
        .find(|span| {
            !span.primary
                && span
                    .label
                    .as_deref()
                    .is_some_and(|label| label.starts_with(begins))
        })
        .filter(|span| told.program.wrote(span))?
        .line_start;
    let name = plain_name(told.tick(0)?);
    let line = told.line;
    Some(match told.label_line("later used") {
        Some(used) if used == lent && lent != line => {
            let still = if changes {
                "is still reading it"
            } else {
                "may still change it"
            };
            format!("Line {line} {verb} `{name}` while line {lent} {still}.")
        }
        Some(used) if used != line && lent != line => {
            format!(
                "Line {line} {verb} `{name}`, but line {used} still uses the loan of line {lent}."
            )
        }
        _ if lent != line => {
            format!("Line {line} {verb} `{name}`, which is lent out since line {lent}.")
        }
        _ => format!("Line {line} {verb} `{name}` while the same line has it lent out."),
    })
}

fn two_may_change(told: Told<'_>) -> Option<String> {
    let name = plain_name(told.tick(0)?);
    let line = told.line;
    if told.label("previous iteration").is_some() {
        return Some(format!(
            "Line {line} lends out `{name}` to be changed in every round; the first loan is not over."
        ));
    }
    let lent = told.label_line("first mutable borrow");
    Some(match (lent, told.label_line("later used")) {
        (Some(lent), Some(used)) if lent != line && used != line => {
            format!(
                "Line {line} wants to change `{name}` too, but line {used} still uses the loan of line {lent}."
            )
        }
        (Some(lent), _) if lent != line => {
            format!(
                "Line {line} wants to change `{name}` too, which is lent out since line {lent}."
            )
        }
        _ => format!("Line {line} lends out `{name}` to be changed, twice at once."),
    })
}

fn while_lent(told: Told<'_>, verb: &str, begins: &str) -> Option<String> {
    let name = plain_name(told.tick(0)?);
    let line = told.line;
    let lent = told.label_line(begins).filter(|lent| *lent != line);
    Some(match (lent, told.label_line("later used")) {
        (Some(lent), Some(used)) if used == lent => {
            format!("Line {line} {verb} `{name}`, which line {lent} lends out and uses again.")
        }
        (Some(lent), Some(used)) if used != line => {
            format!(
                "Line {line} {verb} `{name}`, but line {used} still uses the loan of line {lent}."
            )
        }
        (Some(lent), _) => {
            format!("Line {line} {verb} `{name}`, which is lent out since line {lent}.")
        }
        (None, _) => format!("Line {line} {verb} `{name}` while it is lent out."),
    })
}

/// `x = 1` overwrites; `x += 1` changes.
fn change(told: Told<'_>) -> &'static str {
    let code = told.under().unwrap_or_default();
    if code.contains(" = ") {
        "overwrites"
    } else {
        "changes"
    }
}

fn not_to_be_changed(told: Told<'_>) -> Option<String> {
    let line = told.line;
    if told.says("in an index of") {
        let map = said_type(told.tick(0)?);
        return Some(format!(
            "Line {line} changes something in {map} by index, which is for reading only."
        ));
    }
    let name = plain_name(told.tick(0)?);
    if told.says("behind a `&` reference") || told.says("which is behind a `&` reference") {
        return Some(format!(
            "Line {line} changes `{name}`, which is lent for reading only."
        ));
    }
    if told.says("captured variable in a `Fn` closure") {
        return Some(format!(
            "Line {line} changes `{name}` in a closure that may only read."
        ));
    }
    if told.says("not declared as mutable") {
        return Some(format!(
            "Line {line} changes `{name}`, but it was made not to change."
        ));
    }
    None
}
