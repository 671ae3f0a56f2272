//! A question that a person answers with yes or no.

use std::io::{self, BufRead, IsTerminal, Write};

/// Asks on the terminal. `None` where nobody can answer: a script, a pipe. Whatever is not a yes is a no.
pub fn yes_or_no(question: &str) -> io::Result<Option<bool>> {
    let (input, mut output) = (io::stdin(), io::stderr());
    if !input.is_terminal() || !output.is_terminal() {
        return Ok(None);
    }
    write!(output, "{question} [y/N] ")?;
    output.flush()?;
    let mut answer = String::new();
    input.lock().read_line(&mut answer)?;
    Ok(Some(is_yes(&answer)))
}

fn is_yes(answer: &str) -> bool {
    matches!(answer.trim().to_lowercase().as_str(), "y" | "yes")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_yes_is_a_yes() {
        for yes in ["y", "Y\n", " yes ", "YES\r\n"] {
            assert!(is_yes(yes), "{yes:?}");
        }
        for no in ["", "\n", "n", "no", "yesterday", "ye", "ja"] {
            assert!(!is_yes(no), "{no:?}");
        }
    }
}
