//! Values of one type where another is wanted, and types that lack an ability.

use super::super::program::{said_type, short_type, ticks};
use super::Told;

pub(super) fn sentence(told: Told<'_>, code: &str) -> Option<String> {
    match code {
        "E0308" => mismatched(told),
        "E0277" => lacking(told),
        "E0368" | "E0369" | "E0600" => no_operator(told),
        "E0061" | "E0057" => wrong_count(told),
        "E0282" | "E0283" | "E0284" => Some(open_type(told)),
        _ => other(told, code),
    }
}

fn mismatched(told: Told<'_>) -> Option<String> {
    let line = told.line;
    if told.label("implicitly returns `()`").is_some() {
        return Some(format!(
            "The function in line {line} promises a value, but its end gives none back."
        ));
    }
    if told.says("does not diverge") {
        return Some(format!(
            "The `else` in line {line} comes to its end: it has to leave, with `return` for one."
        ));
    }
    let label = told.primary_label()?;
    if label == "types differ in mutability" {
        return Some(differ_in_mutability(told));
    }
    let label = label.strip_prefix("expected ")?;
    let (expected, found) = label.split_once(", found ")?;
    let (expected, found) = (kind_of_value(expected)?, kind_of_value(found)?);
    if expected == found {
        return None;
    }
    Some(format!(
        "Line {line} has {found} where {expected} is expected."
    ))
}

/// One of the two references may change what it looks at, the other may only read it; a note says which is which.
fn differ_in_mutability(told: Told<'_>) -> String {
    let line = told.line;
    let notes = told.error.children.iter();
    let wanted = notes
        .flat_map(|note| note.message.lines())
        .find(|words| words.trim_start().starts_with("expected"));
    match wanted.map(|words| words.contains("`&mut ") || words.contains("`*mut ")) {
        Some(true) => format!("Line {line} lends for reading what is to be lent for changing."),
        Some(false) => format!("Line {line} lends for changing what is to be lent for reading."),
        None => format!(
            "Line {line} lends for reading where changing is asked for, or the other way round."
        ),
    }
}

/// `&str` between backticks stays; `integer` gets its article; what is more complicated is left alone.
fn kind_of_value(words: &str) -> Option<String> {
    match words {
        "integer" => Some("an integer".to_owned()),
        "floating-point number" => Some("a floating-point number".to_owned()),
        _ => {
            let inside = words.strip_prefix('`')?.strip_suffix('`')?;
            (!inside.contains('`')).then(|| format!("`{}`", short_type(inside)))
        }
    }
}

/// Fragments of E0277's headlines, and what is said about the one or two things that they name.
#[rustfmt::skip]
const LACKS: [(&str, &str); 11] = [
    ("doesn't implement", "asks for {2} of {1}, and {1} does not have it"),
    ("can't compare", "compares {1} with {2}, for which there is no rule"),
    ("cannot be sent between threads", "sends {1} to another thread, which is not safe"),
    ("cannot be shared between threads", "shares {1} between threads, which is not safe"),
    ("is not an iterator", "walks through {1}, which is no iterator"),
    ("is not a future", "awaits {1}, which is no future"),
    ("cannot be indexed by", "uses {2} as an index, which does not work there"),
    ("cannot be built from", "wants {1} made from {2}, for which there is no rule"),
    ("cannot be made by", "wants {1} made from {2}, for which there is no rule"),
    ("size for values of type", "needs to know the size of {1}, which only a run can tell"),
    ("couldn't convert the error", "passes an error on with `?` that does not become {2} by itself"),
];

fn lacking(told: Told<'_>) -> Option<String> {
    let line = told.line;
    let message = &told.error.message;
    if let Some(bound) = message.strip_prefix("the trait bound `") {
        let (who, what) = bound.split_once("` is not")?.0.rsplit_once(": ")?;
        let (who, what) = (said_type(who), short_type(what));
        return Some(format!(
            "Line {line} asks for `{what}` of {who}, and {who} does not have it."
        ));
    }
    let known = LACKS
        .iter()
        .find(|(fragment, _)| message.contains(fragment));
    match known {
        Some((_, words)) => {
            let names: Vec<String> = ticks(message).into_iter().map(said_type).collect();
            Some(format!("Line {line} {}.", filled(words, &names)?))
        }
        None if message.contains("the `?` operator") => Some(question_mark(told)),
        None => arithmetic(told),
    }
}

/// `{1}` and `{2}` replaced by names; none where there are too few.
fn filled(words: &str, names: &[String]) -> Option<String> {
    let mut text = words.replace("{1}", names.first()?);
    if text.contains("{2}") {
        text = text.replace("{2}", names.get(1)?);
    }
    Some(text)
}

fn question_mark(told: Told<'_>) -> String {
    let line = told.line;
    if told.says("in a function that returns `Result` or `Option`") {
        format!("Line {line} uses `?` in a function that returns neither `Result` nor `Option`.")
    } else {
        format!("Line {line} uses `?` where it does not fit what is returned.")
    }
}

/// `cannot add `A` to `B``, `binary operation `==` cannot be applied to type `A``, and their relatives.
fn no_operator(told: Told<'_>) -> Option<String> {
    let line = told.line;
    let names = ticks(&told.error.message);
    if told.says("operation") || told.says("operator") {
        let [operator, name] = names.as_slice() else {
            return None;
        };
        return Some(format!(
            "Line {line} uses `{operator}` on {}, for which there is no rule.",
            said_type(name)
        ));
    }
    arithmetic(told)
}

fn arithmetic(told: Told<'_>) -> Option<String> {
    const VERBS: [(&str, &str, &str); 6] = [
        ("cannot add `", "adds", "to"),
        ("cannot subtract `", "subtracts", "from"),
        ("cannot multiply `", "multiplies", "by"),
        ("cannot divide `", "divides", "by"),
        ("can't compare `", "compares", "with"),
        ("cannot calculate the remainder of `", "divides", "by"),
    ];
    let message = &told.error.message;
    let (_, verb, by) = VERBS
        .iter()
        .find(|(begins, ..)| message.starts_with(begins))?;
    let names: Vec<String> = ticks(message).into_iter().map(said_type).collect();
    let [left, right] = names.as_slice() else {
        return None;
    };
    let line = told.line;
    Some(format!(
        "Line {line} {verb} {left} {by} {right}, for which there is no rule."
    ))
}

/// `this function takes 2 arguments but 1 argument was supplied`
fn wrong_count(told: Told<'_>) -> Option<String> {
    let numbers: Vec<usize> = told
        .error
        .message
        .split(' ')
        .filter_map(|word| word.parse().ok())
        .collect();
    let [wanted, given] = numbers.as_slice() else {
        return None;
    };
    let line = told.line;
    let arguments = super::super::count::counted(*given, "argument", "arguments");
    match told.under().filter(|code| super::is_name(code)) {
        Some(name) => Some(format!(
            "Line {line} calls `{name}` with {arguments}; it takes {wanted}."
        )),
        None => Some(format!(
            "Line {line} passes {arguments} where {wanted} are taken."
        )),
    }
}

fn open_type(told: Told<'_>) -> String {
    let line = told.line;
    let lower = |name: &String| super::is_name(name) && !name.starts_with(char::is_uppercase);
    let declared = told
        .error
        .children
        .iter()
        .any(|child| child.message.contains("an explicit type"));
    match told.under().filter(lower).filter(|_| declared) {
        Some(name) => format!("Nothing says which type `{name}` has, in line {line}."),
        None => format!("Line {line} leaves a type open that nothing else settles."),
    }
}

fn other(told: Told<'_>, code: &str) -> Option<String> {
    let line = told.line;
    let under = told.under();
    let named = under.as_deref().filter(|code| super::is_name(code));
    match code {
        "E0191" => Some(format!(
            "Line {line} uses `{}` behind `dyn` and does not say what its `{}` is.",
            short_type(told.tick(1)?),
            told.tick(0)?
        )),
        "E0271" => another_output(told),
        "E0107" => Some(format!(
            "Line {line} gives a type another number of arguments than it takes."
        )),
        "E0604" | "E0605" | "E0606" | "E0607" => Some(format!(
            "Line {line} casts with `as`, which does not work between these two types."
        )),
        "E0610" => Some(format!("Line {line} asks a plain value for a field.")),
        "E0614" => Some(format!(
            "Line {line} looks behind `{}`, which is no reference.",
            short_type(told.tick(0)?)
        )),
        "E0618" => Some(format!(
            "Line {line} calls `{}`, which is no function.",
            named?
        )),
        "E0689" => Some(format!(
            "Line {line} calls `{}` on a number whose type is still open.",
            told.tick(0)?
        )),
        _ => None,
    }
}

/// ``expected `Once<&str>` to be an iterator that yields `u32`, but it yields `&str` ``
fn another_output(told: Told<'_>) -> Option<String> {
    let line = told.line;
    let names = ticks(&told.error.message);
    let [who, wanted, found] = names.as_slice() else {
        return Some(format!(
            "Line {line} has a type whose parts are not those that are asked for."
        ));
    };
    let verb = match told.says("that yields") {
        true => "yields",
        false if told.says("to return") => "returns",
        false if told.says("resolves to") => "resolves to",
        false => return None,
    };
    Some(format!(
        "Line {line} has {} that {verb} {} where {} is asked for.",
        said_type(who),
        said_type(found),
        said_type(wanted)
    ))
}
