//! Ticket
//! Write `ticket`: children below six go free, all others pay 300 cents.

// TODO: say what a ticket costs.
fn ticket(age: u32) -> Option<u32> {
    todo!()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grown_up_pays() {
        let Some(price) = ticket(30) else {
            panic!("a grown-up has to pay");
        };
        assert_eq!(price, 300, "the price");
    }

    mod below_six {
        use super::*;

        #[test]
        fn nobody_pays() {
            assert!(ticket(5).is_none(), "a child of five");
        }
    }
}
