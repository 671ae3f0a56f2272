//! Fields, variants and methods: those that are missing, and those that do not exist.

use super::super::program::{said_type, short_type, ticks};
use super::Told;

pub(super) fn sentence(told: Told<'_>, code: &str) -> Option<String> {
    let line = told.line;
    let names = ticks(&told.error.message);
    match code {
        "E0004" => Some(format!(
            "The `match` in line {line} says nothing about {}.",
            not_covered(told)?
        )),
        "E0005" => {
            let label = told.primary_label()?;
            let missed = label.split_once(' ')?.1.strip_suffix(" not covered")?;
            if !missed.starts_with('`') {
                return None;
            }
            Some(format!(
                "The `let` in line {line} says nothing about {missed}."
            ))
        }
        "E0023" => fields_in_pattern(told),
        "E0026" => {
            let [.., owner, field] = names.as_slice() else {
                return None;
            };
            Some(format!(
                "Line {line} asks for the field `{field}`, which `{owner}` does not have."
            ))
        }
        "E0027" => Some(format!(
            "The pattern in line {line} leaves out {}.",
            quoted(&names)?
        )),
        "E0063" => {
            let (owner, fields) = names.split_last()?;
            Some(format!(
                "Line {line} makes a `{}` without {}.",
                short_type(owner),
                quoted(fields)?
            ))
        }
        "E0559" | "E0560" => {
            let [owner, field] = names.as_slice() else {
                return None;
            };
            Some(format!(
                "Line {line} gives `{owner}` a field `{field}`, which it does not have."
            ))
        }
        "E0609" => {
            let [field, owner] = names.as_slice() else {
                return None;
            };
            Some(format!(
                "Line {line} asks for the field `{field}`, which `{}` does not have.",
                short_type(owner)
            ))
        }
        "E0615" => Some(format!(
            "Line {line} names the method `{}` without calling it.",
            names.first()?
        )),
        "E0416" => Some(format!(
            "Line {line} uses the name `{}` twice in one pattern.",
            names.first()?
        )),
        "E0599" => not_there(told),
        _ => None,
    }
}

/// `` `A` and `B` `` of ``non-exhaustive patterns: `A` and `B` not covered``
fn not_covered<'a>(told: Told<'a>) -> Option<&'a str> {
    let (_, after) = told.error.message.split_once(": ")?;
    let missed = after.strip_suffix(" not covered")?;
    missed.starts_with('`').then_some(missed)
}

fn quoted(names: &[&str]) -> Option<String> {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    (!quoted.is_empty()).then(|| super::super::count::listed(&quoted))
}

/// `this pattern has 1 field, but the corresponding tuple variant has 2 fields`
fn fields_in_pattern(told: Told<'_>) -> Option<String> {
    let numbers: Vec<&str> = told
        .error
        .message
        .split(' ')
        .filter(|word| word.parse::<usize>().is_ok())
        .collect();
    let [written, real] = numbers.as_slice() else {
        return None;
    };
    let line = told.line;
    Some(format!(
        "The pattern in line {line} has a place for {written}, where there are {real}."
    ))
}

/// `no method named `redeem` found for struct `Voucher` in the current scope`
fn not_there(told: Told<'_>) -> Option<String> {
    let line = told.line;
    let names = ticks(&told.error.message);
    let [name, owner, ..] = names.as_slice() else {
        return None;
    };
    let owners = said_type(owner);
    if told.says("trait bounds were not satisfied") {
        return Some(format!(
            "Line {line} calls `{name}`, which {owners} has only on a condition that is not met."
        ));
    }
    if told.says("no method named") {
        return Some(format!(
            "Line {line} calls `{name}`, but {owners} has no such method."
        ));
    }
    let asked = told.says("no variant") || told.says("no function") || told.says("no associated");
    let owner = short_type(owner);
    (asked && super::is_name(&owner))
        .then(|| format!("Line {line} asks for `{owner}::{name}`, which does not exist."))
}
