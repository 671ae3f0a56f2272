//! What is looked at must still be there.

use super::super::program::{plain_name, ticks};
use super::Told;

pub(super) fn sentence(told: Told<'_>, code: &str) -> Option<String> {
    let line = told.line;
    match code {
        "E0597" => ends_too_early(told),
        "E0716" => Some(
            match (
                told.label_line("is freed at the end"),
                told.label_line("later used"),
            ) {
                (Some(end), Some(used)) if end != used => {
                    format!(
                        "Line {used} uses a value that nobody kept: it was gone at the end of line {end}."
                    )
                }
                _ => format!(
                    "Line {line} lends out a value that nobody keeps: it is gone when the line is over."
                ),
            },
        ),
        "E0515" => Some(match told.tick(0) {
            Some(name) => {
                format!("Line {line} lends out `{name}`, which ends when the function ends.")
            }
            None => format!("Line {line} lends out a value that ends when the function ends."),
        }),
        "E0373" => {
            let name = told.tick(0)?;
            let what = if told.says("async block") {
                "The async block"
            } else {
                "The closure"
            };
            Some(format!(
                "{what} in line {line} only borrows `{name}`, and may outlive it."
            ))
        }
        "E0521" => {
            let name = ticks(told.label("escapes")?.label.as_deref()?)
                .first()
                .copied()?;
            Some(format!(
                "Line {line} passes `{name}` on to something that may keep it for too long."
            ))
        }
        "E0621" => {
            let name = told.tick(0)?;
            Some(format!(
                "Line {line} needs `{name}` for longer than its type in the signature promises."
            ))
        }
        "E0309" | "E0310" => {
            let name = told.tick(0)?;
            Some(format!(
                "Line {line} keeps `{name}`, which may hold a loan that ends too early."
            ))
        }
        "E0106" => Some(unnamed(told)),
        "E0726" => Some(format!(
            "Line {line} leaves out the lifetime that its type has."
        )),
        "E0261" => {
            let name = told.tick(0)?;
            Some(format!(
                "Line {line} uses the lifetime `{name}`, which is declared nowhere."
            ))
        }
        _ => None,
    }
}

fn ends_too_early(told: Told<'_>) -> Option<String> {
    let name = plain_name(told.tick(0)?);
    let lent = told.label_line("does not live long enough")?;
    let end = told.label_line("dropped here")?;
    if told.label("for `'static`").is_some() {
        return Some(format!(
            "`{name}` ends in line {end}, but `'static` asks for more than that."
        ));
    }
    Some(match told.label_line("later used") {
        Some(used) if used != end => format!(
            "`{name}` ends in line {end}, but line {used} still uses the loan of line {lent}."
        ),
        _ => format!("`{name}` ends in line {end}, too early for the loan of line {lent}."),
    })
}

/// `+ '_`: no reference, but what is inside a box.
fn is_bound(told: Told<'_>) -> bool {
    super::super::program::primary(told.error).is_some_and(|span| {
        let text = span.text.first().map_or("", String::as_str);
        let before: String = text
            .chars()
            .take(span.column_start.saturating_sub(1))
            .collect();
        before.trim_end().ends_with('+')
    })
}

fn unnamed(told: Told<'_>) -> String {
    let line = told.line;
    if is_bound(told) {
        return format!("Line {line} has a `'_` and does not say whose lifetime it is.");
    }
    let returned = super::super::program::primary(told.error).and_then(|span| {
        let text = span.text.first()?;
        let before: String = text
            .chars()
            .take(span.column_start.saturating_sub(1))
            .collect();
        Some(before.contains("->"))
    });
    if returned == Some(true) {
        format!("Line {line} returns a reference and does not say to what.")
    } else {
        format!("Line {line} has a reference and does not say how long it lives.")
    }
}
