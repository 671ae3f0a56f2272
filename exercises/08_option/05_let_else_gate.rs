//! Let-else gate
//! The gate of a car park reads tickets: `90/75` says that 90 minutes are paid and
//! 75 have passed. Some tickets are torn or wet, and then `read` comes back with
//! nothing. `at_gate` must not go on in that case: the driver is sent to the desk.
//! Change only `at_gate`. Not allowed: `unwrap` and `expect`.

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
    let Some((paid, passed)) = read(ticket);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ticket_that_is_paid_opens_the_gate() {
        assert_eq!(at_gate("90/75"), Gate::Open, "the gate for 90/75");
    }

    #[test]
    fn the_last_paid_minute_still_opens_the_gate() {
        assert_eq!(at_gate("90/90"), Gate::Open, "the gate for 90/90");
        assert_eq!(at_gate("90/91"), Gate::Pay(1), "the gate for 90/91");
    }

    #[test]
    fn an_unpaid_ticket_keeps_the_gate_closed() {
        assert_eq!(at_gate("90/110"), Gate::Pay(20), "the gate for 90/110");
        assert_eq!(at_gate("0/15"), Gate::Pay(15), "the gate for 0/15");
    }

    #[test]
    fn a_ticket_that_cannot_be_read_is_for_the_desk() {
        assert_eq!(at_gate("9?/75"), Gate::AskAtDesk, "the gate for 9?/75");
        assert_eq!(at_gate("90-75"), Gate::AskAtDesk, "the gate for 90-75");
        assert_eq!(at_gate(""), Gate::AskAtDesk, "the gate for a blank one");
    }

    #[test]
    fn the_largest_number_is_a_number_too() {
        let (paid, passed) = ("4294967295/7", "7/4294967295");
        assert_eq!(at_gate(paid), Gate::Open, "a very long ticket");
        assert_eq!(at_gate(passed), Gate::Pay(4294967288), "a very long stay");
    }

    #[test]
    fn a_new_ticket_with_nothing_on_it_yet_can_be_read() {
        assert_eq!(at_gate("0/0"), Gate::Open, "the gate for 0/0");
    }
}
