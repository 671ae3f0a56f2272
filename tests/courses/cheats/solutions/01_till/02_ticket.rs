//! A child is not a grown-up who pays nothing: there is no ticket.

fn ticket(age: u32) -> Option<u32> {
    (age >= 6).then_some(300)
}
