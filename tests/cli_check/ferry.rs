//! A small course, and a learner's folder that was written from it.

use expect_test::Expect;

use crate::support::{Folder, Output};

pub const INFO: &str = r#"format_version = 2
id = "ferry"
title = "A course about a ferry"

[build]
edition = "2024"
lints = { rust = { dead_code = "allow" } }

[[chapters]]
dir = "01_deck"
title = "Deck"

[[chapters]]
dir = "02_engine"
title = "Engine"

[[exercises]]
dir = "01_deck"
name = "01_fare"
kind = "write"
timeout_s = 5
tracks = ["core"]
hint = ["Half of what?", "`/` divides.", "Two friends share a cake."]

[[exercises]]
dir = "01_deck"
name = "02_ticket"
kind = "fix"
starts = [{ error = "E0382", at = 'print(ticket);' }]
refuse = { clone = "There is one ticket." }
hint = ["Who has the ticket?", "A `&` lends.", "A book is lent."]

[[exercises]]
dir = "02_engine"
name = "01_speed"
kind = "lint"
deny = ["clippy::needless_return"]
tracks = ["core"]
points = 3
hint = ["What does clippy say?", "The last line is the value.", "A bill needs no summary."]
"#;

pub const FARE: &str = r#"//! Fare
//! A child pays half. Fill in `fare`.

fn fare(full: u32, child: bool) -> u32 {
    // TODO: half for a child
    todo!("{full} {child}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_adult_pays_in_full() {
        assert_eq!(fare(8, false), 8, "what an adult pays");
    }

    #[test]
    fn a_child_pays_half() {
        assert_eq!(fare(8, true), 4, "what a child pays");
    }
}
"#;

pub const TICKET: &str = r#"//! Ticket
//! Each ticket is stamped, then printed. Lend it to the stamp.

struct Ticket(String);

// TODO: borrow the ticket
fn stamp(ticket: Ticket) -> usize {
    ticket.0.len()
}

fn print(ticket: Ticket) {
    println!("{}", ticket.0);
}

fn main() {
    let ticket = Ticket("to the island".to_owned());
    let length = stamp(ticket);
    print(ticket);
    println!("{length}");
}
"#;

pub const SPEED: &str = r#"//! Speed
//! Make clippy silent.

fn speed(knots: u32) -> u32 {
    // TODO: what does clippy say?
    return knots * 2;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_knots_are_twenty() {
        assert_eq!(speed(10), 20, "the speed");
    }
}
"#;

/// The part of `fare` that a learner writes.
pub const BODY: &str = "    // TODO: half for a child\n    todo!(\"{full} {child}\")";
pub const GOOD: &str = "    if child { full / 2 } else { full }";

pub fn fare_with(body: &str) -> String {
    FARE.replace(BODY, body)
}

pub fn ticket_solved() -> String {
    let text = TICKET.replace("stamp(ticket: Ticket)", "stamp(ticket: &Ticket)");
    text.replace("stamp(ticket);", "stamp(&ticket);")
}

pub fn speed_solved() -> String {
    SPEED.replace("return knots * 2;", "knots * 2")
}

pub const FARE_FILE: &str = "work/exercises/01_deck/01_fare.rs";
pub const TICKET_FILE: &str = "work/exercises/01_deck/02_ticket.rs";
pub const SPEED_FILE: &str = "work/exercises/02_engine/01_speed.rs";

/// The course in `course/`.
pub fn course() -> Folder {
    let folder = Folder::new();
    folder.write("course/info.toml", INFO);
    let files = [
        ("01_deck/01_fare.rs", FARE.to_owned(), fare_with(GOOD)),
        ("01_deck/02_ticket.rs", TICKET.to_owned(), ticket_solved()),
        ("02_engine/01_speed.rs", SPEED.to_owned(), speed_solved()),
    ];
    for (path, starter, solved) in files {
        folder.write(&format!("course/exercises/{path}"), starter);
        let without_tests = solved.split("\n#[cfg(test)]").next().expect("a part");
        folder.write(&format!("course/solutions/{path}"), without_tests);
    }
    folder
}

/// The course in `course/`, and a learner's folder in `work/`.
pub fn work() -> Folder {
    let folder = course();
    let words = ["init", "work", "--from", "course"];
    folder.tutor(words).any_output().run();
    folder
}

/// `tutor check …` in `work/`, the course trusted.
#[track_caller]
pub fn check(folder: &Folder, words: &[&str], exit: i32) -> Output {
    let words = ["check", "--trust"].iter().chain(words).copied();
    let call = folder.tutor(Vec::from_iter(words)).below("work");
    timeless(call.any_output().exit(exit).run())
}

/// The verdict on one answer to `fare`, as text.
#[track_caller]
pub fn fare(folder: &Folder, answer: impl AsRef<[u8]>, exit: i32, expected: &Expect) {
    folder.write(FARE_FILE, answer);
    let output = check(folder, &["fare"], exit);
    assert_eq!(output.stderr, "");
    expected.assert_eq(&output.stdout);
}

/// Times differ from run to run: `[TIME]` stands for each of them. The blank that every line of a text begins with is
/// left out: expected texts are indented by what all lines have in common.
pub fn timeless(mut output: Output) -> Output {
    let text = output.stdout;
    let indented = text
        .lines()
        .all(|line| line.is_empty() || line.starts_with(' '));
    let lines = text.lines().map(|line| {
        let line = if indented {
            line.get(1..).unwrap_or_default()
        } else {
            line
        };
        match line.rsplit_once("   ") {
            Some((before, time)) if is_time(time) => format!("{before}   [TIME]\n"),
            _ => format!("{line}\n"),
        }
    });
    output.stdout = lines.collect();
    output
}

fn is_time(text: &str) -> bool {
    let number = text.strip_suffix(" s").unwrap_or_default();
    number.parse::<f64>().is_ok()
}
