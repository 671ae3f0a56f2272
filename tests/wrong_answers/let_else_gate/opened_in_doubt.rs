//! Lets the driver out if the ticket cannot be read.
//! refused: test a_ticket_that_cannot_be_read_is_for_the_desk

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
    let Some((paid, passed)) = read(ticket) else {
        return Gate::Open;
    };
    if passed > paid {
        return Gate::Pay(passed - paid);
    }
    Gate::Open
}

fn main() {
    for ticket in ["90/75", "90/110", "9░/7░"] {
        println!("{ticket}: {:?}", at_gate(ticket));
    }
}
