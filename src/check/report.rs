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

/// What was printed while each test ran, from the probe's marks in standard output.
pub fn printed_by_test(stdout: &Captured, nonce: &str) -> BTreeMap<String, Printed> {
    let text = stdout.text();
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
        found.insert(name.to_owned(), printed(&body[..stop], None));
        rest = &body[stop..];
    }
    if !stdout.tail.is_empty() {
        // Something was cut out of the middle: what the unfinished test printed is not known in full.
        if let Some(last) = found.values_mut().last() {
            last.lines = last.lines.max(stdout.lines);
        }
    }
    found
}

/// A whole stream of a program.
pub fn printed_whole(stream: &Captured) -> Printed {
    printed(&stream.text(), Some(stream.lines))
}

/// Lines kept of the beginning and of the end.
const KEPT: usize = 200;

fn printed(text: &str, lines: Option<u64>) -> Printed {
    let text = text.replace("\r\n", "\n");
    let mut all: Vec<&str> = text.split('\n').collect();
    while all.last().is_some_and(|line| line.trim().is_empty()) {
        all.pop();
    }
    let count = lines.unwrap_or(0).max(all.len() as u64);
    let own = |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect();
    if all.len() <= 2 * KEPT {
        return Printed {
            head: own(&all),
            tail: Vec::new(),
            lines: count,
        };
    }
    Printed {
        head: own(&all[..KEPT]),
        tail: own(&all[all.len() - KEPT..]),
        lines: count,
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
        assert_eq!(printed["a"].head, ["hello", "there"]);
        assert_eq!(printed["b"].head, ["x"]);
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
