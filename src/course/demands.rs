//! What an answer must and must not contain, and what its program shows: `refuse`, `require`, `prints`, `runs`.

use toml::de::DeValue;

use super::key::{self, Key};
use super::model::{Demand, ProgramRun, TokenRule};
use super::table::{Table, Value, Word};

/// `refuse` and `require` in the order in which they are written.
pub(super) fn token_rules(exercise: &mut Table<'_, '_>) -> Vec<TokenRule> {
    let mut rules = rules_of(exercise, key::REFUSE, Demand::AtMost(0));
    rules.extend(rules_of(exercise, key::REQUIRE, Demand::AtLeast(1)));
    rules
}

/// A list of tokens, a table `token = "why"`, or a list of tables.
fn rules_of(exercise: &mut Table<'_, '_>, key: Key, demand: Demand) -> Vec<TokenRule> {
    let Some(value) = exercise.get(key) else {
        return Vec::new();
    };
    match value.get_ref() {
        DeValue::Table(_) => from_table(exercise, key, value, demand),
        DeValue::Array(items) => items
            .iter()
            .filter_map(|item| from_item(exercise, key, item, demand))
            .collect(),
        _ => {
            exercise.wrong_type(key, value, "a table or a list");
            Vec::new()
        }
    }
}

fn from_table<'d>(
    exercise: &mut Table<'d, '_>,
    key: Key,
    value: &'d Value<'d>,
    demand: Demand,
) -> Vec<TokenRule> {
    let Some(mut table) = exercise.inside(key, value, "a table of tokens") else {
        return Vec::new();
    };
    // `refuse = { tokens = …, why = … }`: one entry of a list, without its list.
    if table.has(key::TOKENS) {
        return full_rule(table, demand).into_iter().collect();
    }
    let mut rules = Vec::new();
    for (tokens, why) in table.entries() {
        let why = table
            .as_text(key, why)
            .and_then(|why| table.not_blank(key::WHY, why));
        if let (Some(tokens), Some(why)) = (table.not_blank(key::TOKENS, tokens), why) {
            rules.push(TokenRule {
                tokens: tokens.text.to_owned(),
                demand,
                within: None,
                why: why.text.to_owned(),
            });
        }
    }
    rules
}

fn from_item<'d>(
    exercise: &mut Table<'d, '_>,
    key: Key,
    item: &'d Value<'d>,
    demand: Demand,
) -> Option<TokenRule> {
    if item.get_ref().is_table() {
        return full_rule(exercise.inside(key, item, "a token rule")?, demand);
    }
    let tokens = exercise.as_text(key, item)?;
    let tokens = exercise.not_blank(key, tokens)?;
    Some(TokenRule {
        tokens: tokens.text.to_owned(),
        demand,
        within: None,
        why: String::new(),
    })
}

fn full_rule(mut rule: Table<'_, '_>, demand: Demand) -> Option<TokenRule> {
    let tokens = rule.needed_sentence(key::TOKENS);
    let within = rule.sentence(key::IN);
    let why = rule.sentence(key::WHY);
    let demand = match demand {
        Demand::AtMost(_) => Demand::AtMost(bound(&mut rule, key::MAX, key::MIN, 0)),
        Demand::AtLeast(_) => Demand::AtLeast(bound(&mut rule, key::MIN, key::MAX, 1)),
    };
    rule.finish();
    Some(TokenRule {
        tokens: tokens?.text.to_owned(),
        demand,
        within: within.map(|word| word.text.to_owned()),
        why: why.map(|word| word.text.to_owned()).unwrap_or_default(),
    })
}

/// How often the tokens may, or must, be there; `stranger` is the key of the opposite rule.
fn bound(rule: &mut Table<'_, '_>, key: Key, stranger: Key, least: i64) -> usize {
    if let Some(value) = rule.get(stranger) {
        let what = "`max` goes with `refuse`, and `min` with `require`";
        rule.fault(
            value.span().start,
            what,
            format!("write `{}`, or move the rule", key.name),
        );
    }
    let number = rule.number(key, least..=1000).unwrap_or(least);
    usize::try_from(number).unwrap_or_default()
}

/// `prints` is one run of the program; `runs` are more of them.
pub(super) fn program_runs(exercise: &mut Table<'_, '_>) -> Vec<ProgramRun> {
    let mut runs = Vec::new();
    if let Some(prints) = exercise.text(key::PRINTS) {
        runs.push(ProgramRun {
            prints: Some(prints.text.to_owned()),
            ..ProgramRun::default()
        });
    }
    for item in exercise.list(key::RUNS).unwrap_or_default() {
        if let Some(run) = exercise.inside(key::RUNS, item, "a run") {
            runs.push(program_run(run));
        }
    }
    runs
}

fn program_run(mut run: Table<'_, '_>) -> ProgramRun {
    let owned = |word: Word<'_>| word.text.to_owned();
    let stdin = run.text(key::STDIN).map(owned).unwrap_or_default();
    let args = arguments(&mut run);
    let prints = run.text(key::PRINTS).map(owned);
    let stderr = run.text(key::STDERR).map(owned);
    let exit = run.number(key::EXIT, i64::from(i32::MIN)..=i64::from(i32::MAX));
    let says = [key::PRINTS, key::STDERR, key::EXIT]
        .iter()
        .any(|key| run.has(*key));
    if !says {
        run.absent(
            "this run does not say what the program is to show",
            "add `prints`, `stderr` or `exit`",
        );
    }
    run.finish();
    ProgramRun {
        stdin,
        args,
        prints,
        stderr,
        exit: exit.and_then(|exit| i32::try_from(exit).ok()).unwrap_or(0),
    }
}

/// Arguments may be empty texts.
fn arguments(run: &mut Table<'_, '_>) -> Vec<String> {
    let items = run.list(key::ARGS).unwrap_or_default();
    let mut args = Vec::with_capacity(items.len());
    for item in items {
        let Some(word) = run.as_text(key::ARGS, item) else {
            continue;
        };
        if word.text.contains('\0') {
            run.fault(word.at, "an argument has a NUL in it", "take it out");
        }
        args.push(word.text.to_owned());
    }
    args
}
