//! Names that are not known, not visible, or not what they are used as.

use super::super::program::ticks;
use super::Told;

pub(super) fn sentence(told: Told<'_>, code: &str) -> Option<String> {
    let line = told.line;
    let name = told.tick(0);
    match code {
        "E0412" | "E0405" | "E0425" | "E0433" => unknown(told),
        "E0432" => imported(told),
        "E0423" => {
            let what = ticks(&told.error.message).last().copied()?;
            if told.says("found macro") {
                return Some(format!(
                    "Line {line} uses `{what}` as a function, but it is a macro."
                ));
            }
            Some(format!(
                "Line {line} uses `{what}` as something that it is not."
            ))
        }
        "E0424" => Some(format!(
            "Line {line} uses `self` in a function that has no `self`."
        )),
        "E0434" => Some(format!(
            "Line {line} uses a name from outside in an inner `fn`, which cannot see it."
        )),
        "E0435" => match told.under().filter(|code| super::is_name(code)) {
            Some(name) => Some(format!(
                "Line {line} needs a constant, and `{name}` is none."
            )),
            None => Some(format!("Line {line} needs a constant.")),
        },
        "E0451" | "E0616" => Some(format!(
            "Line {line} uses the field `{}`, which is private.",
            name?
        )),
        "E0601" => Some("The program has no `main`, so that it has nowhere to start.".to_owned()),
        "E0603" | "E0624" => Some(format!("Line {line} uses `{}`, which is private.", name?)),
        _ => None,
    }
}

/// `cannot find value `humidty` in this scope`, and older forms of it.
fn unknown(told: Told<'_>) -> Option<String> {
    let name = told.tick(0).filter(|name| super::is_name(name))?;
    let line = told.line;
    let verb = if told.says("function") {
        "calls"
    } else {
        "asks for"
    };
    let importable = told
        .error
        .children
        .iter()
        .any(|child| child.message.contains("import"));
    let under_here = told.under().is_some_and(|code| code == name);
    if under_here && !importable && told.program.count(name) == 1 {
        return Some(format!(
            "Line {line} {verb} `{name}`. Nothing in this program has that name."
        ));
    }
    Some(format!(
        "Line {line} {verb} `{name}`, which is not known there."
    ))
}

fn imported(told: Told<'_>) -> Option<String> {
    let line = told.line;
    let label = ticks(told.primary_label()?);
    match label.as_slice() {
        [name, home] => Some(format!(
            "Line {line} imports `{name}`, but there is none in `{home}`."
        )),
        _ => Some(format!(
            "Line {line} imports `{}`, which cannot be found.",
            told.tick(0)?
        )),
    }
}
