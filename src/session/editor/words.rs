//! Commands that a person wrote into a variable.

use std::ffi::OsString;

use super::{Facts, Spot, System};

/// The words of the command in a variable; `None` if there is none.
pub(super) fn of(facts: &Facts<'_>, variable: &str) -> Option<Vec<OsString>> {
    let text = (facts.variable)(variable)?;
    let text = text.to_string_lossy();
    // A path with blanks in it is one word if that is what the machine has.
    if (facts.has)(text.trim()) {
        return Some(vec![text.trim().into()]);
    }
    let words = split(&text, facts.system != System::Windows);
    (!words.is_empty()).then(|| words.into_iter().map(OsString::from).collect())
}

/// The template with the spot in its places; `None` if it has no place for the file. A line that is not known is the
/// first one.
pub(super) fn filled(template: &[OsString], spot: &Spot<'_>) -> Option<Vec<OsString>> {
    let has_place = |word: &OsString| word.to_string_lossy().contains("{file}");
    if !template.iter().any(has_place) {
        return None;
    }
    let words = template.iter();
    Some(
        words
            .map(|word| fill(&word.to_string_lossy(), spot))
            .collect(),
    )
}

fn fill(word: &str, spot: &Spot<'_>) -> OsString {
    let line = spot.line.unwrap_or(1).to_string();
    let column = spot.column.unwrap_or(1).to_string();
    let word = word.replace("{line}", &line).replace("{column}", &column);
    let mut filled = OsString::new();
    for (place, piece) in word.split("{file}").enumerate() {
        if place > 0 {
            filled.push(spot.path);
        }
        filled.push(piece);
    }
    filled
}

/// As a shell would cut it, without anything else that a shell does. On Windows a backslash is part of a path.
fn split(text: &str, backslash_escapes: bool) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        match (quote, letter) {
            (Some(open), close) if open == close => quote = None,
            (None, '"' | '\'') => {
                quote = Some(letter);
                word.get_or_insert_default();
            }
            (None, blank) if blank.is_whitespace() => words.extend(word.take()),
            (None | Some('"'), '\\') if backslash_escapes => {
                word.get_or_insert_default().extend(letters.next());
            }
            (_, letter) => word.get_or_insert_default().push(letter),
        }
    }
    words.extend(word);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_cut_as_a_shell_cuts_it() {
        for (text, words) in [
            ("code -g {file}:{line}", vec!["code", "-g", "{file}:{line}"]),
            ("  nvim\t ", vec!["nvim"]),
            ("'/my apps/ed' \"a b\"c", vec!["/my apps/ed", "a bc"]),
            (r"/my\ apps/ed", vec!["/my apps/ed"]),
            (r#"a "b\"c" 'd\e' """#, vec!["a", "b\"c", r"d\e", ""]),
            ("'never closed", vec!["never closed"]),
            ("", vec![]),
        ] {
            assert_eq!(split(text, true), words, "{text}");
        }
        let windows = split(r#""C:\Program Files\ed.exe" C:\x"#, false);
        assert_eq!(windows, [r"C:\Program Files\ed.exe", r"C:\x"]);
    }
}
