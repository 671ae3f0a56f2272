//! Errors without a code: mostly grammar.

use super::Told;

pub(super) fn sentence(told: Told<'_>) -> Option<String> {
    let line = told.line;
    let message = told.error.message.as_str();
    if message == "lifetime may not live long enough" {
        return Some(returned_or_kept(told));
    }
    if message.starts_with("future cannot be sent between threads") {
        return Some(format!(
            "Line {line} sends a future between threads, but it keeps what may not travel."
        ));
    }
    if message.contains("unclosed delimiter") {
        return Some(unclosed(told));
    }
    if message.starts_with("mismatched closing delimiter") {
        let open = told.label_line("unclosed delimiter")?;
        return Some(format!(
            "The bracket that opens in line {open} is not closed."
        ));
    }
    if message.starts_with("unexpected closing delimiter") {
        return Some(format!("Line {line} closes a bracket that was not open."));
    }
    if let Some(name) = message
        .strip_prefix("cannot find macro `")
        .and_then(|rest| rest.split('`').next())
    {
        return Some(format!(
            "Line {line} calls the macro `{name}!`, which is not known."
        ));
    }
    if message == "argument never used" {
        return Some(format!(
            "Line {line} passes a value for which its text has no `{{}}`."
        ));
    }
    if message.contains("in format string, but") {
        return Some(format!(
            "The text in line {line} has another number of `{{}}` than values for them."
        ));
    }
    expected(told)
}

fn returned_or_kept(told: Told<'_>) -> String {
    let line = told.line;
    let returns =
        told.label("supposed to return").is_some() || told.label("returning this value").is_some();
    if returns {
        format!("Line {line} returns a loan that may end before the signature says.")
    } else {
        format!("Line {line} keeps a loan that may end too early.")
    }
}

fn unclosed(told: Told<'_>) -> String {
    let labels = ["might not be properly closed", "unclosed delimiter"];
    match labels.iter().find_map(|label| told.label_line(label)) {
        Some(open) => {
            format!("A bracket is not closed: look at the one that opens in line {open}.")
        }
        None => "A bracket is opened and never closed.".to_owned(),
    }
}

/// `expected `;`, found `println`` and the like.
fn expected(told: Told<'_>) -> Option<String> {
    let line = told.line;
    let (wanted, found) = told
        .error
        .message
        .strip_prefix("expected ")?
        .split_once(", found ")?;
    if wanted == "`;`" {
        return Some(format!("A `;` is missing in line {line}."));
    }
    if !wanted.starts_with('`') && wanted != "identifier" {
        return None;
    }
    let wanted = if wanted == "identifier" {
        "a name"
    } else {
        wanted
    };
    let found = found
        .strip_prefix("keyword ")
        .map_or(found.to_owned(), |word| format!("the keyword {word}"));
    Some(format!(
        "In line {line}, {wanted} is expected, and there is {found}."
    ))
}
