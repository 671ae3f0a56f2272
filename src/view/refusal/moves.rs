//! Values that are given away, taken out, set twice or never set.

use super::super::program::{begins, plain_name};
use super::Told;

pub(super) fn sentence(told: Told<'_>, code: &str) -> Option<String> {
    match code {
        "E0382" => Some(moved(told)),
        "E0505" => given_away_while_lent(told),
        "E0507" => taken_out(told),
        "E0508" => Some(format!(
            "Line {} takes an element out of an array, which would leave a hole in it.",
            told.line
        )),
        "E0509" => {
            let owner = told.tick(0)?;
            let line = told.line;
            Some(format!(
                "Line {line} takes a part out of `{owner}`, which still has to drop as a whole."
            ))
        }
        "E0384" => set_again(told),
        "E0381" => Some(not_set(told)),
        _ => None,
    }
}

fn moved(told: Told<'_>) -> String {
    let name = told
        .tick(0)
        .map_or_else(|| "a value".to_owned(), |name| format!("`{name}`"));
    let used = told.label_line("after move").unwrap_or(told.line);
    if told.label("previous iteration").is_some() {
        return format!("Line {used} gives {name} away in every round, but there is only one.");
    }
    if told.says("partially moved") {
        return match told.label_line("partially moved") {
            Some(line) if line != told.line => {
                format!(
                    "Line {} uses {name}, but line {line} has given a part of it away.",
                    told.line
                )
            }
            _ => format!(
                "Line {} uses {name} after a part of it was given away.",
                told.line
            ),
        };
    }
    let gone = ["moved into closure", "moved due to", "moved here"];
    match gone.iter().find_map(|label| told.label_line(label)) {
        Some(line) if line != used => {
            format!("Line {used} uses {name}, but line {line} has given it away.")
        }
        Some(_) => format!("Line {used} gives {name} away, and then uses it again."),
        None => format!("Line {used} uses {name} after it was given away."),
    }
}

fn given_away_while_lent(told: Told<'_>) -> Option<String> {
    let name = told.tick(0)?;
    let line = told.line;
    let lent = told.label_line("borrow of");
    Some(match (lent, told.label_line("later used")) {
        (Some(lent), Some(used)) if used != line => {
            format!(
                "Line {line} gives `{name}` away, but line {used} still uses the loan of line {lent}."
            )
        }
        (Some(lent), _) if lent != line => {
            format!("Line {line} gives `{name}` away, but it is lent out since line {lent}.")
        }
        _ => format!("Line {line} gives `{name}` away while it is lent out."),
    })
}

/// `cannot move out of `chart.note` which is behind a shared reference`, and its relatives.
fn taken_out(told: Told<'_>) -> Option<String> {
    let line = told.line;
    if told.says("out of index of") {
        let list = told
            .under()
            .and_then(|code| code.split_once('[').map(|(list, _)| list.to_owned()));
        return Some(match list.filter(|list| super::is_name(list)) {
            Some(list) => format!(
                "Line {line} takes an element out of `{list}` by its place, which would leave a hole."
            ),
            None => {
                format!("Line {line} takes an element out by its place, which would leave a hole.")
            }
        });
    }
    if told.says("captured variable in an `Fn") {
        let name = told.tick(0)?;
        return Some(format!(
            "Line {line} gives `{name}` away in a closure that may be called again."
        ));
    }
    if told.says("out of an `Rc`") || told.says("out of an `Arc`") {
        let owner = told.tick(0)?;
        return Some(format!(
            "Line {line} takes the value out of an `{owner}`, which others may share."
        ));
    }
    if !told.says("reference") {
        return None;
    }
    let (lender, part) = lender_and_part(told.tick(0)?)?;
    Some(match part {
        Some(part) if !told.says("as enum variant") => {
            format!("Line {line} takes `{part}` out of `{lender}`, which is only lent.")
        }
        _ => format!("Line {line} takes a part out of `{lender}`, which is only lent."),
    })
}

/// `chart` and `note` of `chart.note`; `cargo` of `*cargo`.
pub fn lender_and_part(place: &str) -> Option<(&str, Option<&str>)> {
    let place = plain_name(place);
    let clean = |name: &str| name.split('.').all(super::is_name);
    match place.rsplit_once('.') {
        Some((lender, part)) => (clean(lender) && clean(part)).then_some((lender, Some(part))),
        None => clean(place).then_some((place, None)),
    }
}

fn set_again(told: Told<'_>) -> Option<String> {
    let name = told.tick(0)?;
    let line = told.line;
    if told.says("argument") {
        return Some(format!(
            "Line {line} changes `{name}`, but it came in as something that is not to change."
        ));
    }
    Some(format!(
        "Line {line} gives `{name}` a second value, but it was made not to change."
    ))
}

fn not_set(told: Told<'_>) -> String {
    let name = told
        .tick(0)
        .map_or_else(|| "a name".to_owned(), |name| format!("`{name}`"));
    let line = told.line;
    if told.says("possibly") {
        format!("Line {line} reads {name}, which may not have a value by then.")
    } else {
        format!("Line {line} reads {name}, which has no value yet.")
    }
}

/// Whether the refused piece of code lends something for changing, and does not change it itself.
pub(super) fn only_lends(told: Told<'_>) -> bool {
    let code = super::super::program::primary(told.error).and_then(begins);
    code.is_none_or(|code| {
        code.starts_with('&') || code.starts_with('|') || code.starts_with("move")
    })
}
