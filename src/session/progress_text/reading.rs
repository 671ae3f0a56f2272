//! From text to progress. Strict where a guess could lose something, deaf to what it does not know.

use std::collections::BTreeMap;
use std::ops::Range;

use toml_edit::{Document, Item, TableLike, Value};

use super::{ProgressError, VERSION, moment};
use crate::session::progress::{Met, Progress, Record, State, Timestamp};

/// Reads the bytes of a progress file. Never panics, whatever they are.
pub fn read(bytes: &[u8]) -> Result<Progress, ProgressError> {
    let text = decode(bytes)?;
    read_text(&text)
}

/// The text without its byte order mark.
pub(super) fn decode(bytes: &[u8]) -> Result<String, ProgressError> {
    let text = std::str::from_utf8(bytes).map_err(|error| ProgressError::Corrupt {
        line: 1 + bytes[..error.valid_up_to()]
            .iter()
            .filter(|byte| **byte == b'\n')
            .count(),
        what: "this is no UTF-8 text".to_owned(),
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text).to_owned())
}

pub(super) fn read_text(text: &str) -> Result<Progress, ProgressError> {
    if let Some(index) = text.lines().position(|line| line.starts_with("<<<<<<<")) {
        return Err(ProgressError::Unmerged { line: index + 1 });
    }
    let reader = Reader { text };
    let document = Document::parse(text).map_err(|error| {
        let what = format!(
            "this is no TOML: {}",
            error.message().lines().next().unwrap_or_default()
        );
        reader.corrupt(error.span(), what)
    })?;
    reader.version(&document)?;
    reader.progress(document.as_table())
}

type Read<T> = Result<T, ProgressError>;

/// Knows the text, and with it the lines of what is wrong.
struct Reader<'t> {
    text: &'t str,
}

impl Reader<'_> {
    fn corrupt(&self, span: Option<Range<usize>>, what: impl Into<String>) -> ProgressError {
        let start = span.map_or(0, |span| span.start).min(self.text.len());
        ProgressError::Corrupt {
            line: 1 + self.text.as_bytes()[..start]
                .iter()
                .filter(|byte| **byte == b'\n')
                .count(),
            what: what.into(),
        }
    }

    fn version(&self, document: &Document<&str>) -> Read<()> {
        let Some(item) = document.get("version") else {
            return Err(self.corrupt(None, "it has no `version`"));
        };
        match item.as_integer() {
            Some(version) if version > VERSION => Err(ProgressError::Newer { version }),
            Some(1..) => Ok(()),
            _ => Err(self.wrong("version", item, "a whole number from 1")),
        }
    }

    fn progress(&self, root: &dyn TableLike) -> Read<Progress> {
        Ok(Progress {
            course: self.text_of(root, "course")?.unwrap_or_default(),
            here: self.text_of(root, "here")?,
            exercises: self.exercises(root)?,
            cards_shown: self.list(root, "cards_shown", |value| {
                value.as_str().map(str::to_owned)
            })?,
            welcomed: self.flag(root, "welcomed")?,
        })
    }

    fn exercises(&self, root: &dyn TableLike) -> Read<BTreeMap<String, Record>> {
        let mut found = BTreeMap::new();
        for (id, item) in self.entries(root, "exercises")? {
            let record = self.table(id, item)?;
            found.insert(id.to_owned(), self.record(record)?);
        }
        Ok(found)
    }

    fn record(&self, record: &dyn TableLike) -> Read<Record> {
        Ok(Record {
            state: self.state(record)?,
            attempts: self.number(record, "attempts")?.unwrap_or(0),
            seconds: self.number(record, "seconds")?.unwrap_or(0),
            hint: self.number(record, "hint")?.unwrap_or(0),
            solution_seen: self.flag(record, "solution_seen")?,
            done_at: self.moment(record, "done_at")?,
            hash_when_done: self.text_of(record, "hash_when_done")?,
            answers: self.list(record, "answers", |value| {
                u8::try_from(value.as_integer()?).ok()
            })?,
            errors_met: self.errors_met(record)?,
            reviews: self.list(record, "reviews", review)?,
        })
    }

    fn state(&self, record: &dyn TableLike) -> Read<State> {
        let Some(item) = record.get("state") else {
            return Ok(State::Todo);
        };
        match item.as_str() {
            Some("todo") => Ok(State::Todo),
            Some("done") => Ok(State::Done),
            Some("skipped") => Ok(State::Skipped),
            _ => Err(self.wrong("state", item, "\"todo\", \"done\" or \"skipped\"")),
        }
    }

    fn errors_met(&self, record: &dyn TableLike) -> Read<BTreeMap<String, Met>> {
        let mut found = BTreeMap::new();
        for (code, item) in self.entries(record, "errors_met")? {
            let met = self.table(code, item)?;
            let met = Met {
                times: self.number(met, "times")?.unwrap_or(0),
                seconds: self.number(met, "seconds")?.unwrap_or(0),
            };
            found.insert(code.to_owned(), met);
        }
        Ok(found)
    }

    fn entries<'a>(&self, table: &'a dyn TableLike, key: &str) -> Read<Vec<(&'a str, &'a Item)>> {
        match table.get(key) {
            None => Ok(Vec::new()),
            Some(item) => Ok(self.table(key, item)?.iter().collect()),
        }
    }

    fn table<'a>(&self, key: &str, item: &'a Item) -> Read<&'a dyn TableLike> {
        item.as_table_like()
            .ok_or_else(|| self.wrong(key, item, "a table"))
    }

    fn text_of(&self, table: &dyn TableLike, key: &str) -> Read<Option<String>> {
        let read = |item: &Item| item.as_str().map(str::to_owned);
        self.optional(table, key, "a text", read)
    }

    fn flag(&self, table: &dyn TableLike, key: &str) -> Read<bool> {
        let flag = self.optional(table, key, "true or false", Item::as_bool)?;
        Ok(flag.unwrap_or(false))
    }

    fn number<N: TryFrom<i64>>(&self, table: &dyn TableLike, key: &str) -> Read<Option<N>> {
        let read = |item: &Item| N::try_from(item.as_integer()?).ok();
        self.optional(
            table,
            key,
            "a whole number, not below 0 and not too large",
            read,
        )
    }

    fn moment(&self, table: &dyn TableLike, key: &str) -> Read<Option<Timestamp>> {
        let read = |item: &Item| moment_of(item.as_value()?);
        self.optional(table, key, "a date, as in 2026-11-21T04:21:07Z", read)
    }

    fn optional<T>(
        &self,
        table: &dyn TableLike,
        key: &str,
        wanted: &str,
        read: impl Fn(&Item) -> Option<T>,
    ) -> Read<Option<T>> {
        let Some(item) = table.get(key) else {
            return Ok(None);
        };
        read(item)
            .map(Some)
            .ok_or_else(|| self.wrong(key, item, wanted))
    }

    fn list<T>(
        &self,
        table: &dyn TableLike,
        key: &str,
        read: impl Fn(&Value) -> Option<T>,
    ) -> Read<Vec<T>> {
        let read = |item: &Item| {
            item.as_array()?
                .iter()
                .map(&read)
                .collect::<Option<Vec<T>>>()
        };
        let list = self.optional(table, key, "a list in the form that tutor writes", read)?;
        Ok(list.unwrap_or_default())
    }

    fn wrong(&self, key: &str, item: &Item, wanted: &str) -> ProgressError {
        self.corrupt(
            item.span(),
            format!("`{}` has to be {wanted}", key.escape_debug()),
        )
    }
}

/// `{ at = 2026-11-21T04:21:07Z, right = true }`
fn review(value: &Value) -> Option<(Timestamp, bool)> {
    let review = value.as_inline_table()?;
    Some((
        moment_of(review.get("at")?)?,
        review.get("right")?.as_bool()?,
    ))
}

/// A date, or seconds since 1970.
fn moment_of(value: &Value) -> Option<Timestamp> {
    match value {
        Value::Datetime(date) => moment::from_datetime(date.value()),
        Value::Integer(seconds) => u64::try_from(*seconds.value()).ok(),
        _ => None,
    }
}
