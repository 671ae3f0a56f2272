//! Reading one table: every key that is asked for is known, every other is reported, nothing stops at the first fault.

use std::ops::RangeInclusive;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::document::Parsed;
use super::fault::{Report, quoted};
use super::key::Key;
use super::model::Place;
use super::nearest::nearest;

pub(super) type Value<'d> = Spanned<DeValue<'d>>;

/// A text from the manifest, and the offset where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Word<'d> {
    pub(super) text: &'d str,
    pub(super) at: usize,
}

/// A table being read.
pub(super) struct Table<'d, 'r> {
    pub(super) parsed: &'d Parsed<'d>,
    table: &'d DeTable<'d>,
    /// Where it begins, for what is said about it as a whole.
    start: usize,
    /// `an exercise`, `the course`.
    owner: &'static str,
    asked: Vec<&'static str>,
    pub(super) report: &'r mut Report,
}

impl<'d, 'r> Table<'d, 'r> {
    /// The whole document.
    pub(super) fn root(
        parsed: &'d Parsed<'d>,
        owner: &'static str,
        report: &'r mut Report,
    ) -> Self {
        Table {
            parsed,
            table: &parsed.root,
            start: 0,
            owner,
            asked: Vec::new(),
            report,
        }
    }

    /// The table in `value`, or a fault that says that `key` wants one.
    pub(super) fn inside(
        &mut self,
        key: Key,
        value: &'d Value<'d>,
        owner: &'static str,
    ) -> Option<Table<'d, '_>> {
        let Some(table) = value.get_ref().as_table() else {
            self.wrong_type(key, value, "a table");
            return None;
        };
        Some(Table {
            parsed: self.parsed,
            table,
            start: value.span().start,
            owner,
            asked: Vec::new(),
            report: self.report,
        })
    }

    pub(super) fn get(&mut self, key: Key) -> Option<&'d Value<'d>> {
        self.asked.push(key.name);
        self.table.get(key.name)
    }

    /// Like [`Table::get`]; a fault if it is not there.
    pub(super) fn need(&mut self, key: Key) -> Option<&'d Value<'d>> {
        let value = self.get(key);
        if value.is_none() {
            self.missing(key);
        }
        value
    }

    /// All entries in the order in which they are written; for tables whose keys are the author's own words.
    pub(super) fn entries(&self) -> Vec<(Word<'d>, &'d Value<'d>)> {
        let mut entries: Vec<_> = self
            .table
            .iter()
            .map(|(key, value)| {
                let word = Word {
                    text: key.get_ref(),
                    at: key.span().start,
                };
                (word, value)
            })
            .collect();
        entries.sort_by_key(|(word, _)| word.at);
        entries
    }

    pub(super) fn has(&self, key: Key) -> bool {
        self.table.contains_key(key.name)
    }

    /// Where the key's value stands; the table's own place if there is none.
    pub(super) fn at(&self, key: Key) -> usize {
        self.table
            .get(key.name)
            .map_or(self.start, |value| value.span().start)
    }

    pub(super) fn start(&self) -> usize {
        self.start
    }

    pub(super) fn place(&self, offset: usize) -> Place {
        self.parsed.document.place(offset)
    }

    /// Any text, the empty one too.
    pub(super) fn text(&mut self, key: Key) -> Option<Word<'d>> {
        let value = self.get(key)?;
        self.as_text(key, value)
    }

    /// A text that says something.
    pub(super) fn sentence(&mut self, key: Key) -> Option<Word<'d>> {
        let word = self.text(key)?;
        self.not_blank(key, word)
    }

    pub(super) fn needed_sentence(&mut self, key: Key) -> Option<Word<'d>> {
        let value = self.need(key)?;
        let word = self.as_text(key, value)?;
        self.not_blank(key, word)
    }

    pub(super) fn flag(&mut self, key: Key) -> Option<bool> {
        let value = self.get(key)?;
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            self.wrong_type(key, value, "true or false");
        }
        flag
    }

    pub(super) fn number(&mut self, key: Key, allowed: RangeInclusive<i64>) -> Option<i64> {
        let value = self.get(key)?;
        self.as_number(key, value, allowed)
    }

    /// A list of texts, none of them blank.
    pub(super) fn words(&mut self, key: Key) -> Option<Vec<Word<'d>>> {
        let value = self.get(key)?;
        let items = self.items(key, value)?;
        Some(self.as_words(key, items))
    }

    /// A text or a list of them; none of them blank.
    pub(super) fn one_or_more(&mut self, key: Key) -> Option<Vec<Word<'d>>> {
        let value = self.get(key)?;
        Some(match value.get_ref() {
            DeValue::Array(items) => self.as_words(key, items),
            _ => self.as_words(key, std::slice::from_ref(value)),
        })
    }

    /// A list of anything.
    pub(super) fn list(&mut self, key: Key) -> Option<&'d [Value<'d>]> {
        let value = self.get(key)?;
        self.items(key, value)
    }

    pub(super) fn as_number(
        &mut self,
        key: Key,
        value: &'d Value<'d>,
        allowed: RangeInclusive<i64>,
    ) -> Option<i64> {
        let Some(integer) = value.get_ref().as_integer() else {
            self.wrong_type(key, value, "a whole number");
            return None;
        };
        let number = i64::from_str_radix(integer.as_str(), integer.radix()).ok();
        let inside = number.filter(|number| allowed.contains(number));
        if inside.is_none() {
            let what = format!("`{}` is out of range: {integer}", key.name);
            let remedy = format!("use a number from {} to {}", allowed.start(), allowed.end());
            self.fault(value.span().start, what, remedy);
        }
        inside
    }

    pub(super) fn as_text(&mut self, key: Key, value: &'d Value<'d>) -> Option<Word<'d>> {
        let Some(text) = value.get_ref().as_str() else {
            self.wrong_type(key, value, "a text in quotes");
            return None;
        };
        Some(Word {
            text,
            at: value.span().start,
        })
    }

    fn items(&mut self, key: Key, value: &'d Value<'d>) -> Option<&'d [Value<'d>]> {
        let items = value.get_ref().as_array();
        if items.is_none() {
            self.wrong_type(key, value, "a list in brackets");
        }
        items.map(|items| &**items)
    }

    fn as_words(&mut self, key: Key, items: &'d [Value<'d>]) -> Vec<Word<'d>> {
        let mut words = Vec::with_capacity(items.len());
        for item in items {
            if let Some(word) = self.as_text(key, item) {
                words.extend(self.not_blank(key, word));
            }
        }
        words
    }

    pub(super) fn not_blank(&mut self, key: Key, word: Word<'d>) -> Option<Word<'d>> {
        if word.text.trim().is_empty() {
            let what = format!("`{}` has an empty text", key.name);
            self.fault(
                word.at,
                what,
                format!("write for example `{}`", key.example),
            );
            return None;
        }
        Some(word)
    }

    /// A fault at a byte offset of this document, except where the line is no TOML anyway.
    pub(super) fn fault(
        &mut self,
        offset: usize,
        what: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        let place = self.place(offset);
        if !self.parsed.is_torn_at(place.line) {
            self.report.fault(place, what, remedy);
        }
    }

    pub(super) fn wrong_type(&mut self, key: Key, value: &Value<'_>, wanted: &str) {
        let found = described(value.get_ref());
        self.fault(
            value.span().start,
            format!("`{}` wants {wanted}, not {found}", key.name),
            format!("write for example `{}`", key.example),
        );
    }

    pub(super) fn missing(&mut self, key: Key) {
        let what = format!("{} has no `{}`", self.owner, key.name);
        self.absent(what, format!("write for example `{}`", key.example));
    }

    /// A fault about something that is not there. Nothing is said of a torn document: see [`Parsed`].
    pub(super) fn absent(&mut self, what: impl Into<String>, remedy: impl Into<String>) {
        if self.parsed.is_whole() {
            self.fault(self.start, what, remedy);
        }
    }

    /// Warns about every key that nobody asked for.
    pub(super) fn finish(self) {
        for (key, _) in self.table.iter() {
            if self.asked.contains(&key.get_ref().as_ref()) {
                continue;
            }
            let place = self.parsed.document.place(key.span().start);
            if self.parsed.is_torn_at(place.line) {
                continue;
            }
            let what = format!(
                "{} has no key {}; it is not used",
                self.owner,
                quoted(key.get_ref())
            );
            let remedy = match nearest(key.get_ref(), self.asked.iter().copied()) {
                Some(known) => format!("did you mean `{known}`?"),
                None => "take it out, or look for its name in CONTRIBUTING.md".to_owned(),
            };
            self.report.warning(place, what, remedy);
        }
    }
}

/// What a value is, for one who never heard of TOML's types.
fn described(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a number with a point",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
