//! The rule is stated once, and everything else follows from it.
//! In C nobody would have objected.
//! Tempting: to write more than is needed. It hides the rule.
//! To read on, offline: `rustup doc --book`, chapter 4.

#[derive(Debug, PartialEq)]
struct Lost;

fn write(note: &[u8]) -> Result<(), Lost> {
    if note.is_empty() { Err(Lost) } else { Ok(()) }
}

fn keep(note: &[u8]) -> Result<(), Lost> {
    write(note) // handed on
}
