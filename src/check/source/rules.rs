//! `refuse` and `require`: sequences of tokens that an answer must not have, or must.

use std::ops::Range;

use super::items::items;
use super::lexer::{Source, Token};
use super::{region, tests_module};
use crate::check::verdict::{TokenMiss, TokenMissKind};
use crate::course::model::{Demand, Kind, TokenRule};

/// The parts of an answer that do not count, as they are not the learner's to write: of most kinds the tests; where the
/// learner writes only a region, or only the tests, everything else.
pub fn given(answer: &Source, kind: Kind) -> Vec<Range<usize>> {
    let tests = || tests_module::find(answer).map(|module| module.whole);
    let around = |own: Range<usize>| vec![0..own.start, own.end..answer.text().len()];
    match kind {
        Kind::Break => region::find(answer).map_or_else(Vec::new, |region| around(region.bytes)),
        Kind::Tests => tests().map_or_else(Vec::new, around),
        _ => tests().into_iter().collect(),
    }
}

/// Every rule that this answer breaks, in the order of the rules. `outside`: what does not count.
pub fn broken_rules(
    answer: &Source,
    rules: &[TokenRule],
    outside: &[Range<usize>],
) -> Vec<TokenMiss> {
    rules
        .iter()
        .filter_map(|rule| broken(answer, rule, outside))
        .collect()
}

fn broken(answer: &Source, rule: &TokenRule, outside: &[Range<usize>]) -> Option<TokenMiss> {
    let within = match &rule.within {
        Some(head) => extent_of(answer, head),
        None => Some(0..answer.text().len()),
    };
    let places = match &within {
        Some(range) => places(answer, &rule.tokens, range, outside),
        None => Vec::new(),
    };
    let kind = match rule.demand {
        Demand::AtMost(allowed) if places.len() > allowed => refused(answer, &places, allowed),
        Demand::AtLeast(wanted) if places.len() < wanted => TokenMissKind::Absent {
            found: places.len(),
            wanted,
            within: rule.within.clone(),
        },
        _ => return None,
    };
    Some(TokenMiss {
        tokens: rule.tokens.clone(),
        why: rule.why.clone(),
        kind,
    })
}

fn refused(answer: &Source, places: &[Range<usize>], allowed: usize) -> TokenMissKind {
    let place = &places[allowed];
    let (line, column) = answer.place_of(place.start);
    TokenMissKind::Refused {
        line,
        column,
        width: answer.text()[place.clone()]
            .chars()
            .take_while(|c| *c != '\n')
            .count(),
        source: answer.line(line).to_owned(),
        found: places.len(),
        allowed,
    }
}

/// Where the sequence stands, as byte ranges. Blanks between tokens are free: `. clone (` is `.clone(`.
pub fn places(
    answer: &Source,
    tokens: &str,
    within: &Range<usize>,
    outside: &[Range<usize>],
) -> Vec<Range<usize>> {
    let wanted = pieces(tokens);
    let counts = |t: &Token| {
        t.start >= within.start
            && t.end <= within.end
            && outside
                .iter()
                .all(|range| t.end <= range.start || t.start >= range.end)
    };
    let code: Vec<Token> = answer.code().filter(counts).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    code.windows(wanted.len())
        .filter(|window| {
            window
                .iter()
                .zip(&wanted)
                .all(|(token, text)| same(answer.slice(*token), text))
        })
        .map(|window| window[0].start..window[window.len() - 1].end)
        .collect()
}

/// `r#clone` is `clone`.
fn same(found: &str, wanted: &str) -> bool {
    found.trim_start_matches("r#") == wanted
}

fn pieces(tokens: &str) -> Vec<String> {
    let source = Source::new(tokens);
    source
        .code()
        .map(|token| source.slice(token).to_owned())
        .collect()
}

/// The body and head of the item that begins with these tokens: `fn dispatch`, `impl Till`, `mod till`.
fn extent_of(answer: &Source, head: &str) -> Option<Range<usize>> {
    let wanted = pieces(head);
    if let [_, name] = wanted.as_slice() {
        let item = items(answer)
            .into_iter()
            .find(|item| item.name == *name && head.starts_with(word(item.word)));
        if let Some(item) = item {
            return Some(item.whole);
        }
    }
    let start = places(answer, head, &(0..answer.text().len()), &[])
        .first()?
        .start;
    group_after(answer, start).map(|end| start..end)
}

fn word(word: super::items::ItemWord) -> &'static str {
    match word {
        super::items::ItemWord::Mod => "mod",
        super::items::ItemWord::Fn => "fn",
    }
}

/// The end of the first `{ … }` after this offset.
fn group_after(answer: &Source, start: usize) -> Option<usize> {
    let mut depth = 0usize;
    for token in answer.code().filter(|t| t.start >= start) {
        match answer.slice(token) {
            "{" => depth += 1,
            "}" if depth <= 1 => return Some(token.end),
            "}" => depth -= 1,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(tokens: &str, demand: Demand) -> TokenRule {
        TokenRule {
            tokens: tokens.into(),
            demand,
            within: None,
            why: "because".into(),
        }
    }

    fn kinds(text: &str, rules: &[TokenRule]) -> Vec<TokenMissKind> {
        broken_rules(&Source::new(text), rules, &[])
            .into_iter()
            .map(|miss| miss.kind)
            .collect()
    }

    #[test]
    fn a_refused_token_is_found_where_it_stands() {
        let found = kinds(
            "fn a() {\n    b.clone();\n}",
            &[rule("clone", Demand::AtMost(0))],
        );
        let source = "    b.clone();".to_owned();
        let expected = TokenMissKind::Refused {
            line: 2,
            column: 7,
            width: 5,
            source,
            found: 1,
            allowed: 0,
        };
        assert_eq!(found, [expected]);
    }

    #[test]
    fn comments_strings_and_longer_words_do_not_count() {
        let text = "// clone\nlet cloned = \"clone\"; /* x.clone() */ clone_it();";
        assert_eq!(kinds(text, &[rule("clone", Demand::AtMost(0))]), []);
    }

    #[test]
    fn blanks_between_tokens_and_raw_words_hide_nothing() {
        let rules = [rule(".clone(", Demand::AtMost(0))];
        assert_eq!(kinds("a\n  . r#clone ()", &rules).len(), 1);
    }

    #[test]
    fn so_many_are_allowed_and_the_next_is_shown() {
        let rules = [rule(".clone(", Demand::AtMost(1))];
        assert_eq!(kinds("a.clone();", &rules), []);
        assert!(matches!(
            kinds("a.clone();\nb.clone();", &rules)[0],
            TokenMissKind::Refused {
                line: 2,
                found: 2,
                ..
            }
        ));
    }

    #[test]
    fn a_rule_may_hold_in_one_item_only() {
        let text = "fn a() { x.clone() } impl T { fn b() { y.len() } }";
        let within = |head: &str| TokenRule {
            within: Some(head.into()),
            ..rule("clone", Demand::AtMost(0))
        };
        assert_eq!(kinds(text, &[within("fn a")]).len(), 1);
        assert_eq!(kinds(text, &[within("fn b")]), []);
        let wants = TokenRule {
            within: Some("fn b".into()),
            ..rule("len", Demand::AtLeast(1))
        };
        assert_eq!(kinds(text, &[wants]), []);
    }

    #[test]
    fn the_tests_do_not_count() {
        let text = "fn a() {} mod tests { b.clone() }";
        let refuses = [rule("clone", Demand::AtMost(0))];
        let broken = |kind| {
            let answer = Source::new(text);
            broken_rules(&answer, &refuses, &given(&answer, kind)).len()
        };
        assert_eq!(broken(Kind::Fix), 0);
        assert_eq!(broken(Kind::Tests), 1, "there they are the learner's own");
    }

    #[test]
    fn of_a_region_only_what_stands_in_it_counts() {
        let text = "let mut a = 1;\n// TODO from here\nlet b = &a;\n// TODO to here\nb.len();";
        let answer = Source::new(text);
        let rules = [
            rule("mut", Demand::AtMost(0)),
            rule("& a", Demand::AtMost(0)),
            rule("len", Demand::AtLeast(1)),
        ];
        let broken = broken_rules(&answer, &rules, &given(&answer, Kind::Break));
        let tokens: Vec<&str> = broken.iter().map(|miss| &*miss.tokens).collect();
        assert_eq!(tokens, ["& a", "len"]);
    }

    #[test]
    fn lifetimes_and_patterns_are_sequences_too() {
        assert_eq!(
            kinds(
                "fn a() -> &'static str { match x { _ => 1 } }",
                &[
                    rule("'static", Demand::AtMost(0)),
                    rule("_ =>", Demand::AtMost(0)),
                ]
            )
            .len(),
            2
        );
    }
}
