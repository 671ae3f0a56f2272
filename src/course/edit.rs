//! Changes that `tutor` makes to a manifest. Whatever is not changed stays as its author wrote it, to the last blank.

use std::collections::HashMap;
use std::fmt;
use std::ops::Range;

use toml_edit::{Document, Item, Table};

use super::model::{At, Start};

/// Why a manifest was not changed: a clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditTrouble(pub String);

impl fmt::Display for EditTrouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for EditTrouble {}

/// Where a new table goes, among those of its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot<'a> {
    /// Behind the one whose `name` (of a chapter, whose `dir`) this is.
    After(&'a str),
    /// Before all others of its kind; in a file that has none, at its end.
    First,
}

/// With `starts` of these exercises, by their names, as given.
pub fn with_starts(text: &str, wanted: &[(&str, Vec<Start>)]) -> Result<String, EditTrouble> {
    let document = parse(text)?;
    let mut edits = Vec::new();
    for (name, starts) in wanted {
        let entry = entry(&document, "exercises", "name", name)?;
        let value = starts_as_toml(starts);
        let kind = || entry.get("kind").or(entry.get("name")).and_then(Item::span);
        edits.push(match entry.get("starts").and_then(Item::span) {
            Some(span) => (span.start, span.end, value),
            None => {
                let at = end_of_line(text, kind().map_or(0, |span| span.end));
                (at, at, format!("\nstarts = {value}"))
            }
        });
    }
    // From the end, so that the places of the others stay.
    edits.sort_unstable();
    let mut text = text.to_owned();
    for (start, end, value) in edits.into_iter().rev() {
        text.replace_range(start..end, &value);
    }
    Ok(text)
}

/// Lines from 1 of every key of every exercise, by the exercise's name and the key; none of those that are not written
/// as `[[exercises]]`.
pub fn key_lines(text: &str) -> HashMap<(String, String), usize> {
    let Ok(document) = parse(text) else {
        return HashMap::new();
    };
    let starts: Vec<usize> = text.match_indices('\n').map(|(at, _)| at).collect();
    let line = |at: usize| 1 + starts.partition_point(|start| *start < at);
    let tables = document.get("exercises").and_then(Item::as_array_of_tables);
    let mut lines = HashMap::new();
    for table in tables.into_iter().flatten() {
        let name = table.get("name").and_then(Item::as_str).unwrap_or_default();
        for (key, _) in table {
            let place = table.key(key).and_then(|key| key.span());
            lines.extend(place.map(|span| ((name.to_owned(), key.to_owned()), line(span.start))));
        }
    }
    lines
}

/// With another exercise; `table` is its whole text, `[[exercises]]` and all.
pub fn with_exercise(text: &str, spot: Spot<'_>, table: &str) -> Result<String, EditTrouble> {
    with_table(text, "exercises", "name", spot, table)
}

/// With another chapter; `table` is its whole text, `[[chapters]]` and all.
pub fn with_chapter(text: &str, spot: Spot<'_>, table: &str) -> Result<String, EditTrouble> {
    with_table(text, "chapters", "dir", spot, table)
}

/// With another name for an exercise.
pub fn renamed(text: &str, from: &str, to: &str) -> Result<String, EditTrouble> {
    let document = parse(text)?;
    let entry = entry(&document, "exercises", "name", from)?;
    let span = entry.get("name").and_then(Item::span).unwrap_or(0..0);
    let value = text[span.clone()].replacen(from, to, 1);
    Ok(replaced(text, span, &value))
}

fn with_table(
    text: &str,
    kind: &str,
    key: &str,
    spot: Spot<'_>,
    table: &str,
) -> Result<String, EditTrouble> {
    let document = parse(text)?;
    let table = table.trim_end();
    let first = || {
        let tables = document.get(kind).and_then(Item::as_array_of_tables);
        tables.and_then(|tables| tables.iter().next()?.span())
    };
    let (at, before, after) = match spot {
        Spot::After(name) => {
            let entry = entry(&document, kind, key, name)?;
            (end_with_comments(text, end_of(entry)), "\n\n", "")
        }
        Spot::First => match first() {
            Some(span) => (start_with_comments(text, span.start), "", "\n\n"),
            None if text.trim().is_empty() => (text.len(), "", "\n"),
            None => (text.trim_end().len(), "\n\n", ""),
        },
    };
    Ok(replaced(text, at..at, &format!("{before}{table}{after}")))
}

fn parse(text: &str) -> Result<Document<&str>, EditTrouble> {
    Document::parse(text)
        .map_err(|error| EditTrouble(format!("it is no TOML: {}", error.message())))
}

fn entry<'d>(
    document: &'d Document<&str>,
    kind: &str,
    key: &str,
    name: &str,
) -> Result<&'d Table, EditTrouble> {
    let Some(item) = document.get(kind) else {
        return Err(EditTrouble(format!("it has no `[[{kind}]]`")));
    };
    let Some(tables) = item.as_array_of_tables() else {
        return Err(EditTrouble(format!(
            "`{kind}` is not written as `[[{kind}]]`"
        )));
    };
    let mut tables = tables.iter();
    let found = tables.find(|table| table.get(key).and_then(Item::as_str) == Some(name));
    found.ok_or_else(|| EditTrouble(format!("no `[[{kind}]]` in it is called `{name}`")))
}

/// Where the last value of a table ends, that of its own tables included.
fn end_of(table: &Table) -> usize {
    let own = table.span().map_or(0, |span| span.end);
    let values = table.iter().map(|(_, item)| match item {
        Item::Table(table) => end_of(table),
        Item::ArrayOfTables(tables) => tables.iter().map(end_of).max().unwrap_or(0),
        item => item.span().map_or(0, |span| span.end),
    });
    values.fold(own, usize::max)
}

/// The end of the line, and of the comments right below it; those right above another table belong to that one.
fn end_with_comments(text: &str, from: usize) -> usize {
    let end = end_of_line(text, from);
    let mut comments = end;
    for line in text[end..].split_inclusive('\n').skip(1) {
        let line = line.trim();
        if line.is_empty() {
            return comments;
        }
        if !line.starts_with('#') {
            return end;
        }
        let start = text[comments..]
            .find('\n')
            .map_or(comments, |at| comments + at + 1);
        comments = end_of_line(text, start);
    }
    comments
}

/// The beginning of the comments right above it.
fn start_with_comments(text: &str, from: usize) -> usize {
    let mut start = from;
    for line in text[..from].split_inclusive('\n').rev() {
        if !line.trim_start().starts_with('#') {
            break;
        }
        start -= line.len();
    }
    start
}

fn end_of_line(text: &str, from: usize) -> usize {
    text[from..]
        .find(['\r', '\n'])
        .map_or(text.len(), |at| from + at)
}

fn replaced(text: &str, span: Range<usize>, new: &str) -> String {
    let windows = text.contains("\r\n");
    let new = if windows {
        new.replace('\n', "\r\n")
    } else {
        new.to_owned()
    };
    format!("{}{new}{}", &text[..span.start], &text[span.end..])
}

/// One entry on the line of the key, several on lines of their own.
fn starts_as_toml(starts: &[Start]) -> String {
    match starts {
        [] => "[]".to_owned(),
        [one] => format!("[{}]", start_as_toml(one)),
        several => {
            let lines = several
                .iter()
                .map(|start| format!("    {},\n", start_as_toml(start)));
            format!("[\n{}]", lines.collect::<String>())
        }
    }
}

fn start_as_toml(start: &Start) -> String {
    match start {
        Start::Error { any_of, at } => {
            let codes: Vec<String> = any_of.iter().map(|code| quoted(code)).collect();
            let error = match codes.as_slice() {
                [one] => one.clone(),
                several => format!("[{}]", several.join(", ")),
            };
            format!("{{ error = {error}{} }}", at_as_toml(at))
        }
        Start::Lint { lint, at } => format!("{{ lint = {}{} }}", quoted(lint), at_as_toml(at)),
        Start::Fails { test } => format!("{{ fails = {} }}", quoted(test)),
        Start::Panics { fragment } => format!("{{ panics = {} }}", quoted(fragment)),
        Start::Hangs => "{ hangs = true }".to_owned(),
        Start::Over { what } => format!("{{ over = {} }}", quoted(what)),
        Start::Accepts { count } => format!("{{ accepts = {count} }}"),
    }
}

fn at_as_toml(at: &At) -> String {
    let texts: Vec<String> = at.0.iter().map(|text| verbatim(text)).collect();
    match texts.as_slice() {
        [] => String::new(),
        [one] => format!(", at = {one}"),
        several => format!(", at = [{}]", several.join(", ")),
    }
}

/// In `"…"`, escaped where it must be.
pub fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            letter if letter.is_control() => {
                quoted.push_str(&format!("\\u{:04X}", u32::from(letter)));
            }
            letter => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}

/// In `'…'`, as code reads best, where that can be.
fn verbatim(text: &str) -> String {
    match text.contains('\'') || text.chars().any(char::is_control) {
        true => quoted(text),
        false => format!("'{text}'"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect;

    const INFO: &str = "\
# The course.
title = 'X'   # kept

[[exercises]] # the first
name = \"01_one\"
kind = 'fix'
starts = [  { error = \"E0001\" }  ] # old
hint = '''
[[exercises]]
no table
'''
# about the second
[[exercises]]
name = '02_two'
kind = 'write'
[exercises.budget]
allocs = 1 # few

# the end
";

    fn error(code: &str, at: &[&str]) -> Start {
        Start::Error {
            any_of: vec![code.into()],
            at: At(at.iter().map(|&text| text.into()).collect()),
        }
    }

    /// The lines that came, that went.
    fn changed(new: &str) -> String {
        let old: Vec<&str> = INFO.lines().collect();
        let new: Vec<&str> = new.lines().collect();
        let went = old
            .iter()
            .filter(|line| !new.contains(line))
            .map(|line| format!("-{line}\n"));
        let came = new
            .iter()
            .filter(|line| !old.contains(line))
            .map(|line| format!("+{line}\n"));
        went.chain(came).collect()
    }

    #[test]
    fn starts_are_replaced_or_added_and_nothing_else_changes() {
        let starts = [error("E0382", &["pass_on(manifest);"]), Start::Hangs];
        let new = with_starts(INFO, &[("01_one", starts.to_vec())]).expect("it is there");
        expect![[r#"
            -starts = [  { error = "E0001" }  ] # old
            +starts = [
            +    { error = "E0382", at = 'pass_on(manifest);' },
            +    { hangs = true },
            +] # old
        "#]]
        .assert_eq(&changed(&new));
        let odd = [error("E0597", &["it's", "\"x\"\\"])];
        let new = with_starts(INFO, &[("02_two", odd.to_vec())]).expect("it is there");
        expect![[r#"
            +starts = [{ error = "E0597", at = ["it's", '"x"\'] }]
        "#]]
        .assert_eq(&changed(&new));
    }

    #[test]
    fn a_table_goes_behind_another_with_all_that_belongs_to_it() {
        let table = "[[exercises]]\nname = 'new'\n";
        let new = with_exercise(INFO, Spot::After("01_one"), table).expect("it is there");
        let at = new.find("name = 'new'").expect("it was put in");
        assert!(
            new[..at].ends_with("no table\n'''\n\n[[exercises]]\n"),
            "{new}"
        );
        assert!(
            new[at..].starts_with("name = 'new'\n# about the second\n"),
            "{new}"
        );
        let new = with_exercise(INFO, Spot::After("02_two"), table).expect("it is there");
        assert!(
            new.ends_with("allocs = 1 # few\n\n[[exercises]]\nname = 'new'\n\n# the end\n"),
            "{new}"
        );
        let new = with_exercise(INFO, Spot::First, table).expect("it can be put in");
        assert!(
            new.contains("# kept\n\n[[exercises]]\nname = 'new'\n\n[[exercises]] # the first"),
            "{new}"
        );
        let new = with_exercise("id = 'x'\n\n", Spot::First, table).expect("it can be put in");
        assert_eq!(new, "id = 'x'\n\n[[exercises]]\nname = 'new'\n\n");
        assert_eq!(
            with_exercise("", Spot::First, table).expect("it can be put in"),
            table
        );
    }

    #[test]
    fn a_comment_stays_with_the_table_that_it_belongs_to() {
        let info = "\
id = 'x'

# All of them.

# Of a.
[[exercises]]
name = 'a'
# Still of a.

# Of b.
[[exercises]]
name = 'b'
# The last word.
";
        let table = "[[exercises]]\nname = 'new'";
        let put = |spot| with_exercise(info, spot, table).expect("it can be put in");
        let around = |text: &str| {
            let at = text.find(table).expect("it was put in");
            let (before, after) = (&text[..at], &text[at + table.len()..]);
            (
                before
                    .trim_end()
                    .lines()
                    .last()
                    .unwrap_or_default()
                    .to_owned(),
                after
                    .trim_start()
                    .lines()
                    .next()
                    .unwrap_or_default()
                    .to_owned(),
            )
        };
        let pair = |one: &str, other: &str| (one.to_owned(), other.to_owned());
        assert_eq!(around(&put(Spot::First)), pair("# All of them.", "# Of a."));
        assert_eq!(
            around(&put(Spot::After("a"))),
            pair("# Still of a.", "# Of b.")
        );
        assert_eq!(around(&put(Spot::After("b"))), pair("# The last word.", ""));
    }

    #[test]
    fn a_byte_order_mark_stays_where_it_is() {
        let marked = format!("\u{feff}{INFO}");
        let new = renamed(&marked, "02_two", "03_two").expect("it is there");
        assert_eq!(new, marked.replace("02_two", "03_two"));
    }

    #[test]
    fn a_name_is_changed_where_it_stands() {
        let new = renamed(INFO, "02_two", "03_two").expect("it is there");
        expect![[r#"
            -name = '02_two'
            +name = '03_two'
        "#]]
        .assert_eq(&changed(&new));
    }

    #[test]
    fn windows_line_ends_are_kept() {
        let windows = INFO.replace('\n', "\r\n");
        let new = with_exercise(
            &windows,
            Spot::After("01_one"),
            "[[exercises]]\nname = 'new'",
        );
        let new = new.expect("it is there");
        assert_eq!(new.matches('\n').count(), new.matches("\r\n").count());
    }

    #[test]
    fn what_cannot_be_changed_is_said() {
        let trouble = with_starts(INFO, &[("03_three", Vec::new())]).expect_err("it is not there");
        assert_eq!(
            trouble.to_string(),
            "no `[[exercises]]` in it is called `03_three`"
        );
        let inline = "exercises = [{ name = 'a' }]";
        let trouble = with_starts(inline, &[("a", Vec::new())]).expect_err("it is no table");
        assert_eq!(
            trouble.to_string(),
            "`exercises` is not written as `[[exercises]]`"
        );
    }
}
