//! What the probe wrote, and what the program printed between its marks.

use std::collections::BTreeMap;

use super::job::Captured;
use super::verdict::Printed;

/// The probe's account of one run, by test name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    pub tests: BTreeMap<String, Ran>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ran {
    pub ended: bool,
    pub panicked: bool,
    pub messages: Vec<Message>,
    /// Worst amount of each budget that was spent.
    pub spent: BTreeMap<String, u64>,
}

/// A panic's message with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    pub text: String,
    pub file: String,
    /// In the compiled text; 0 if unknown.
    pub line: usize,
}

impl Report {
    /// Reads the report file. Lines without the nonce were not written by the probe and do not count.
    pub fn parse(text: &str, nonce: &str) -> Report {
        let mut report = Report::default();
        for line in text.lines() {
            if let Some(rest) = line
                .strip_prefix(nonce)
                .and_then(|rest| rest.strip_prefix(' '))
            {
                report.take(rest);
            }
        }
        report
    }

    fn take(&mut self, line: &str) {
        let mut words = line.splitn(3, ' ');
        let (Some(word), Some(name)) = (words.next(), words.next()) else {
            return;
        };
        let rest = words.next().unwrap_or("");
        let ran = self.tests.entry(name.to_owned()).or_default();
        match word {
            "end" => ran.ended = true,
            "panicked" => ran.panicked = true,
            "message" => ran.messages.extend(message(rest)),
            "spent" => {
                if let Some((what, amount)) = rest.rsplit_once(' ') {
                    let amount = amount.parse().unwrap_or(u64::MAX);
                    let worst = ran.spent.entry(what.to_owned()).or_default();
                    *worst = amount.max(*worst);
                }
            }
            _ => {}
        }
    }

    /// The test that had begun and not ended when the process did.
    pub fn unfinished(&self) -> Option<&str> {
        self.tests
            .iter()
            .find(|(_, ran)| !ran.ended && !ran.panicked)
            .map(|(name, _)| name.as_str())
    }
}

impl Ran {
    /// The message that says most: not that of an `unwrap` on a thread that had panicked before.
    pub fn message(&self) -> Option<&Message> {
        let tells = |message: &&Message| !message.text.contains("Any { .. }");
        self.messages
            .iter()
            .rev()
            .find(tells)
            .or(self.messages.last())
    }
}

fn message(rest: &str) -> Option<Message> {
    let mut words = rest.splitn(3, ' ');
    let line = words.next()?.parse().ok()?;
    let file = words.next()?.replace("\\s", " ");
    Some(Message {
        text: unescape(words.next().unwrap_or("")),
        file,
        line,
    })
}

fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match (c, c == '\\') {
            (_, true) => match chars.next() {
                Some('n') => out.push('\n'),
                Some(other) => out.push(other),
                None => {}
            },
            (c, false) => out.push(c),
        }
    }
    out
}

/// What a program printed, before anything is cut for a screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    /// Without empty ones at the end.
    pub lines: Vec<String>,
    /// Whether no line is missing.
    pub whole: bool,
    /// How many lines there were in all.
    pub count: u64,
}

/// Nothing was printed.
impl Default for Output {
    fn default() -> Output {
        Output::of("", true)
    }
}

/// Lines shown of the beginning and of the end.
const SHOWN: usize = 200;

impl Output {
    fn of(text: &str, whole: bool) -> Output {
        let text = text.replace("\r\n", "\n");
        let mut lines: Vec<&str> = text.split('\n').collect();
        while lines.last().is_some_and(|line| line.trim().is_empty()) {
            lines.pop();
        }
        Output {
            count: lines.len() as u64,
            lines: lines.into_iter().map(str::to_owned).collect(),
            whole,
        }
    }

    /// Its beginning and its end, where it is long.
    pub fn printed(&self) -> Printed {
        let (head, tail) = match self.lines.len() {
            all if all <= 2 * SHOWN => (&self.lines[..], &[][..]),
            all => (&self.lines[..SHOWN], &self.lines[all - SHOWN..]),
        };
        Printed {
            head: head.to_vec(),
            tail: tail.to_vec(),
            lines: self.count,
        }
    }
}

/// What was printed while each test ran, from the probe's marks in standard output.
pub fn printed_by_test(stdout: &Captured, nonce: &str) -> BTreeMap<String, Output> {
    let text = stdout.text();
    let whole = stdout.is_whole();
    let mut found = BTreeMap::new();
    let begin = format!("\n{nonce} begin ");
    let end = format!("\n{nonce} end ");
    let mut rest = text.as_str();
    while let Some(at) = rest.find(&begin) {
        let after = &rest[at + begin.len()..];
        let (name, body) = after.split_once('\n').unwrap_or((after, ""));
        let stop = body
            .find(&end)
            .or_else(|| body.find(&begin))
            .unwrap_or(body.len());
        found.insert(name.to_owned(), Output::of(&body[..stop], whole));
        rest = &body[stop..];
    }
    if !whole {
        // Something was cut out of the middle: what the unfinished test printed is not known in full.
        if let Some(last) = found.values_mut().last() {
            last.count = last.count.max(stdout.lines);
        }
    }
    found
}

/// A whole stream of a program.
pub fn printed_whole(stream: &Captured) -> Output {
    let output = Output::of(&stream.text(), stream.is_whole());
    Output {
        count: output.count.max(stream.lines),
        ..output
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_lines_with_the_nonce_count() {
        let text = "N begin a\nM end a\nN message a 7 src\\sx.rs one\\ntwo \\\\\nN spent a allocs 3\nN spent a allocs 2\nN panicked a\nN begin b\n";
        let report = Report::parse(text, "N");
        let a = &report.tests["a"];
        assert_eq!((a.ended, a.panicked, a.spent["allocs"]), (false, true, 3));
        let message = Message {
            text: "one\ntwo \\".into(),
            file: "src x.rs".into(),
            line: 7,
        };
        assert_eq!(a.message(), Some(&message));
        assert_eq!(report.unfinished(), Some("b"));
    }

    #[test]
    fn each_test_has_the_lines_that_it_printed() {
        let out = "\nrunning 2 tests\ntest tests::a ... \nN begin a\nhello\nthere\n\nN end a\nok\n\nN begin b\nx";
        let captured = Captured {
            head: out.into(),
            tail: Vec::new(),
            bytes: 0,
            lines: 9,
        };
        let printed = printed_by_test(&captured, "N");
        assert_eq!(printed["a"].lines, ["hello", "there"]);
        assert_eq!(printed["b"].lines, ["x"]);
    }

    #[test]
    fn of_many_lines_the_first_and_the_last_are_shown() {
        let text: String = (1..=401).map(|line| format!("{line}\n")).collect();
        let output = printed_whole(&Captured {
            bytes: text.len() as u64,
            head: text.into(),
            tail: Vec::new(),
            lines: 401,
        });
        assert_eq!(
            output.lines.len(),
            401,
            "nothing is cut before it is compared"
        );
        let printed = output.printed();
        assert_eq!(
            (printed.head.len(), printed.tail.len(), printed.lines),
            (200, 200, 401)
        );
        assert_eq!(
            (printed.head[199].as_str(), printed.tail[0].as_str()),
            ("200", "202")
        );
    }

    #[test]
    fn an_unwrap_on_a_dead_thread_is_not_the_message_to_show() {
        let text = "N message a 1 f first\nN message a 2 f called `Result::unwrap()` on an `Err` value: Any { .. }\n";
        assert_eq!(
            Report::parse(text, "N").tests["a"]
                .message()
                .map(|m| m.line),
            Some(1)
        );
    }
}
