//! Nobody stands there for 4294967295 minutes, so that can mean a torn ticket.
//! refused: test the_largest_number_is_a_number_too

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
    let (paid, passed) = read(ticket).unwrap_or((0, u32::MAX));
    if passed == u32::MAX {
        return Gate::AskAtDesk;
    }
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
