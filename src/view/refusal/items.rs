//! Whole items: traits and their implementations, names that stand twice, code in the wrong place.

use super::super::program::ticks;
use super::Told;

pub(super) fn sentence(told: Told<'_>, code: &str) -> Option<String> {
    let line = told.line;
    let first = told.tick(0);
    match code {
        "E0038" => Some(format!(
            "Line {line} uses `{}` behind `dyn`, which this trait does not allow.",
            first?
        )),
        "E0040" => Some(format!(
            "Line {line} calls `drop` by hand, but that runs by itself."
        )),
        "E0046" => Some(format!(
            "The `impl` in line {line} leaves out {}.",
            missing(told)?
        )),
        "E0050" | "E0053" => Some(format!(
            "The `{}` in line {line} has another signature than the trait asks for.",
            first?
        )),
        "E0072" => Some(format!(
            "A `{}` would contain another whole `{0}`, and so on without end.",
            first?
        )),
        "E0080" => Some(format!(
            "The compiler works out line {line} by itself, and that goes wrong."
        )),
        "E0117" => Some(format!(
            "Line {line} implements a trait from elsewhere for a type from elsewhere."
        )),
        "E0119" => {
            let other = told
                .label_line("first implementation")
                .filter(|other| *other != line)?;
            Some(format!(
                "Line {line} implements what line {other} has implemented already."
            ))
        }
        "E0133" => Some(format!(
            "Line {line} does something unsafe outside an `unsafe` block."
        )),
        "E0200" => Some(format!(
            "The `impl` in line {line} has to say that it is `unsafe`."
        )),
        "E0204" => {
            let field = told.label_line("this field does not implement")?;
            Some(format!(
                "Line {line} asks for `Copy`, but the field in line {field} cannot be copied."
            ))
        }
        "E0220" => Some(format!(
            "Line {line} asks for `{}`, which is not declared.",
            first?
        )),
        "E0252" | "E0255" | "E0428" => {
            let other = told.label_line("previous").filter(|other| *other != line)?;
            Some(format!(
                "Line {line} uses the name `{}` again; line {other} has it already.",
                first?
            ))
        }
        "E0267" | "E0268" => Some(format!(
            "Line {line} says `{}` where there is no loop around it.",
            first?
        )),
        "E0403" | "E0415" => Some(format!(
            "Line {line} uses the name `{}` twice in one list.",
            first?
        )),
        "E0404" => Some(format!(
            "Line {line} uses `{}` as a trait, but it is none.",
            first?
        )),
        "E0407" => {
            let [method, owner] = ticks(&told.error.message)[..] else {
                return None;
            };
            Some(format!(
                "Line {line} defines `{method}`, which the trait `{owner}` does not have."
            ))
        }
        "E0728" => Some(format!(
            "Line {line} awaits something in a function that is not `async`."
        )),
        "E0753" => Some(format!(
            "The `//!` in line {line} does not stand at the top of the file any more."
        )),
        "E0765" | "E0766" => Some(format!(
            "The text that begins in line {line} has no closing quote."
        )),
        "E0758" => Some(format!(
            "The comment that begins in line {line} has no end."
        )),
        lint if !lint.starts_with('E') => Some(format!("Line {line} breaks the rule `{lint}`.")),
        _ => None,
    }
}

fn missing(told: Told<'_>) -> Option<String> {
    let names: Vec<String> = ticks(&told.error.message)
        .iter()
        .map(|name| format!("`{name}`"))
        .collect();
    (!names.is_empty()).then(|| super::super::count::listed(&names))
}
