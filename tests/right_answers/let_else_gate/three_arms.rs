//! A `match` with a condition in one arm says all three answers.

// So that `{:?}` can print an answer, and `==` compare two.
#[derive(Debug, PartialEq)]
enum Gate {
    Open,
    Pay(u32), // the minutes that are not paid yet
    AskAtDesk,
}

/// Given: the minutes paid and passed, if the ticket can be read. A `?` takes
/// what is inside, or leaves the function with `None` (more in chapter 09).
fn read(ticket: &str) -> Option<(u32, u32)> {
    let (paid, passed) = ticket.split_once('/')?;
    Some((paid.parse().ok()?, passed.parse().ok()?))
}

fn at_gate(ticket: &str) -> Gate {
    // TODO: this pattern does not always fit. What is to be done else?
    match read(ticket) {
        None => Gate::AskAtDesk,
        Some((paid, passed)) if passed > paid => Gate::Pay(passed - paid),
        Some(_) => Gate::Open,
    }
}

fn main() {
    for ticket in ["90/75", "90/110", "9░/7░"] {
        println!("{ticket}: {:?}", at_gate(ticket));
    }
}
