//! Bill
//! Say what coffees cost: two and a half each.

fn bill(coffees: u32) -> String {
    todo!()
}

fn main() {
    // TODO: print the bill for two.
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_cost_ten() {
        assert_eq!(bill(4), "4 coffees: 10", "the bill for four");
    }
}
