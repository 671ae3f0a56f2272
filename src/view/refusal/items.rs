//! Whole items: traits and their implementations, names that stand twice, code in the wrong place.

use super::super::count::listed;
use super::super::program::ticks;
use super::Told;

/// What is said about a code, with the line, and with what the headline names first and second.
#[rustfmt::skip]
const PLAIN: [(&str, &str); 22] = [
    ("E0038", "Line {line} uses `{1}` behind `dyn`, which this trait does not allow."),
    ("E0040", "Line {line} calls `drop` by hand, but that runs by itself."),
    ("E0050", "The `{1}` in line {line} has another signature than the trait asks for."),
    ("E0053", "The `{1}` in line {line} has another signature than the trait asks for."),
    ("E0072", "A `{1}` would contain another whole `{1}`, and so on without end."),
    ("E0080", "The compiler works out line {line} by itself, and that goes wrong."),
    ("E0117", "Line {line} implements a trait from elsewhere for a type from elsewhere."),
    ("E0133", "Line {line} does something unsafe outside an `unsafe` block."),
    ("E0200", "The `impl` in line {line} has to say that it is `unsafe`."),
    ("E0220", "Line {line} asks for `{1}`, which is not declared."),
    ("E0267", "Line {line} says `{1}` where there is no loop around it."),
    ("E0268", "Line {line} says `{1}` where there is no loop around it."),
    ("E0403", "Line {line} uses the name `{1}` twice in one list."),
    ("E0404", "Line {line} uses `{1}` as a trait, but it is none."),
    ("E0407", "Line {line} defines `{1}`, which the trait `{2}` does not have."),
    ("E0415", "Line {line} uses the name `{1}` twice in one list."),
    ("E0728", "Line {line} awaits something in a function that is not `async`."),
    ("E0752", "The `main` in line {line} is `async`, and a program cannot begin with a pause."),
    ("E0753", "The `//!` in line {line} does not stand at the top of the file any more."),
    ("E0758", "The comment that begins in line {line} has no end."),
    ("E0765", "The text that begins in line {line} has no closing quote."),
    ("E0766", "The text that begins in line {line} has no closing quote."),
];

pub(super) fn sentence(told: Told<'_>, code: &str) -> Option<String> {
    let line = told.line;
    if let Some((_, words)) = PLAIN.iter().find(|(known, _)| *known == code) {
        return told.filled(words);
    }
    let elsewhere = |label| told.label_line(label).filter(|other| *other != line);
    match code {
        "E0046" => Some(format!(
            "The `impl` in line {line} leaves out {}.",
            missing(told)?
        )),
        "E0119" => {
            let other = elsewhere("first implementation")?;
            Some(format!(
                "Line {line} implements what line {other} has implemented already."
            ))
        }
        "E0204" => {
            let field = told.label_line("this field does not implement")?;
            Some(format!(
                "Line {line} asks for `Copy`, but the field in line {field} cannot be copied."
            ))
        }
        "E0252" | "E0255" | "E0428" => {
            let (name, other) = (told.tick(0)?, elsewhere("previous")?);
            Some(format!(
                "Line {line} uses the name `{name}` again; line {other} has it already."
            ))
        }
        lint if !lint.starts_with('E') => Some(format!("Line {line} breaks the rule `{lint}`.")),
        _ => None,
    }
}

fn missing(told: Told<'_>) -> Option<String> {
    let names = ticks(&told.error.message).into_iter();
    let names: Vec<String> = names.map(|name| format!("`{name}`")).collect();
    (!names.is_empty()).then(|| listed(&names))
}
