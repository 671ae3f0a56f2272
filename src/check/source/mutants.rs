//! The faulty versions of a `tests` exercise: items under `#[cfg(mutant = "key")]`, each below a comment that says what is wrong.

use super::lexer::{Source, Token, TokenKind};
use crate::check::verdict::Mutant;

/// Every mutant of a file, in order, each key once.
pub fn mutants(source: &Source) -> Vec<Mutant> {
    let code: Vec<Token> = source.code().collect();
    let mut found: Vec<Mutant> = Vec::new();
    for window in code.windows(7) {
        let texts: Vec<&str> = window.iter().map(|token| source.slice(*token)).collect();
        let [hash, open, "cfg", "(", "mutant", "=", key] = texts[..] else {
            continue;
        };
        let key = key.trim_matches('"').to_owned();
        if hash == "#" && open == "[" && !found.iter().any(|mutant| mutant.key == key) {
            found.push(Mutant {
                about: comment_above(source, window[0]),
                key,
            });
        }
    }
    found
}

fn comment_above(source: &Source, attribute: Token) -> String {
    let above = source
        .tokens()
        .iter()
        .take_while(|token| token.start < attribute.start)
        .last();
    match above {
        Some(token) if token.kind == TokenKind::LineComment => source
            .slice(*token)
            .trim_start_matches('/')
            .trim()
            .to_owned(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_key_comes_with_what_is_wrong_in_it() {
        let text = "// It cuts off.\n#[cfg(mutant = \"cuts\")]\nfn a() {}\n#[cfg(mutant = \"up\")]\nfn a() {}\n#[cfg(not(any(mutant = \"cuts\")))]\nfn b() {}";
        let found: Vec<_> = mutants(&Source::new(text))
            .into_iter()
            .map(|m| (m.key, m.about))
            .collect();
        assert_eq!(
            found,
            [
                ("cuts".into(), "It cuts off.".into()),
                ("up".into(), String::new())
            ]
        );
    }
}
