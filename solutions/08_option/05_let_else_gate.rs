//! A `let` must fit whatever comes, or its `else` must leave: by `return`,
//! `break`, `continue` or a panic. From the next line on both names have a value.
//! The refusal was needed: for `None` there is nothing to give them. In C the
//! call would say -1, the minutes hold what lay there before, the gate opens.
//! Tempting: `unwrap_or((0, 0))`. A torn ticket is then a paid one.
//! Another way: `match` or `if let`. The rest of the work moves to the right,
//! into an arm; good if both arms have much to do.
//! To read on, offline: `rustup doc --book`, chapter 6.3.

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
    // If the pattern does not fit, `else` has to leave the function.
    let Some((paid, passed)) = read(ticket) else {
        return Gate::AskAtDesk;
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
