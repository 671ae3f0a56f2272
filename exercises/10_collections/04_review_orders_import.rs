//! Review: orders import
//! A candle maker gets orders as text, one in each row: customer; pieces; cents
//! for one. Without cents the list price holds. Add up what each customer has to
//! pay. A bad row goes to the faults, with its line, and the others still count.
//! Change only the three bodies. Not allowed: `unwrap`, `expect`, `fields[…]`.

use std::collections::BTreeMap;
use std::num::ParseIntError;

/// Cents for a piece, where an order does not say it.
const LIST_PRICE: u32 = 250;

/// A good row. `Marlow; 12; 300` has a price of its own, `Marlow; 12` has none.
#[derive(Debug, PartialEq)]
struct Order {
    customer: String,
    pieces: u32,
    cents: Option<u32>,
}

/// What may be wrong with a row.
#[derive(Debug, PartialEq)]
enum Fault {
    /// So many fields; two or three would be right.
    Fields(usize),
    /// The first field is empty.
    NoCustomer,
    Number(ParseIntError),
}

impl From<ParseIntError> for Fault {
    fn from(error: ParseIntError) -> Fault {
        Fault::Number(error)
    }
}

/// What has come of all rows.
#[derive(Debug)]
struct Import {
    /// What each customer has to pay, in cents. A `BTreeMap` works as a
    /// `HashMap` does, and goes through its keys in their order.
    totals: BTreeMap<String, u64>,
    /// The line, counted from 1, and what is wrong there.
    faults: Vec<(usize, Fault)>,
}

/// Step 1. Reads one row. Blanks around a field do not count.
fn read(row: &str) -> Result<Order, Fault> {
    // A view of each field. `fields.as_slice()` can be looked at with patterns.
    let fields: Vec<&str> = row.split(';').map(str::trim).collect();
    // TODO: three steps, in this order. Each of them has tests of its own.
    todo!()
}

/// Step 2. Adds the price of this order to what its customer has to pay.
fn charge(totals: &mut BTreeMap<String, u64>, order: Order) {
    // Pieces times cents may be too large for a `u32`; `u64::from(…)` has room.
    todo!()
}

/// Step 3. Reads a whole text. A blank line is no row, but it is a line.
fn import(text: &str) -> Import {
    let mut import = Import {
        totals: BTreeMap::new(),
        faults: Vec::new(),
    };
    // `enumerate` counts the lines from 0.
    for (index, line) in text.lines().enumerate() {
        todo!()
    }
    import
}

fn main() {
    let import = import("Marlow; 12; 300\n\nDeal; 3\nMarlow; ten\n");
    for (customer, cents) in &import.totals {
        println!("{customer}: {cents} cents");
    }
    for (line, fault) in &import.faults {
        println!("line {line}: {fault:?}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::num::IntErrorKind;

    fn order(customer: &str, pieces: u32, cents: Option<u32>) -> Order {
        Order {
            customer: String::from(customer),
            pieces,
            cents,
        }
    }

    /// What each customer has to pay, as a list.
    fn list(totals: &BTreeMap<String, u64>) -> Vec<(&str, u64)> {
        let pairs = totals.iter();
        pairs.map(|(name, cents)| (name.as_str(), *cents)).collect()
    }

    #[test]
    fn step_1_reads_a_row_with_a_price_or_without() {
        let marlow = Ok(order("Marlow", 12, Some(300)));
        assert_eq!(read("Marlow; 12; 300"), marlow, "the row with a price");
        assert_eq!(read("  Marlow ;12;300 "), marlow, "the row with blanks");
        assert_eq!(read("Deal;3"), Ok(order("Deal", 3, None)), "a short row");
    }

    #[test]
    fn step_1_says_what_is_wrong_with_a_row() {
        assert_eq!(read("Marlow"), Err(Fault::Fields(1)), "its fault");
        assert_eq!(read("Deal;3;250;x"), Err(Fault::Fields(4)), "its fault");
        assert_eq!(read(" ; 12; 300"), Err(Fault::NoCustomer), "its fault");
        for row in ["Marlow; ten", "Marlow; 12; free", "Marlow; 12;"] {
            let found = read(row);
            assert!(
                matches!(found, Err(Fault::Number(_))),
                "Fault::Number was expected for {row:?}, found {found:?}"
            );
        }
    }

    #[test]
    fn step_2_adds_up_the_orders_of_one_customer() {
        let mut totals = BTreeMap::new();
        charge(&mut totals, order("Marlow", 12, Some(300)));
        charge(&mut totals, order("Deal", 3, None));
        charge(&mut totals, order("Marlow", 1, Some(0)));
        charge(&mut totals, order("Marlow", 2, None));
        let expected = [("Deal", 750), ("Marlow", 4100)];
        assert_eq!(list(&totals), expected, "cents for each customer");
    }

    #[test]
    fn step_2_has_room_for_a_very_large_order() {
        let mut totals = BTreeMap::new();
        charge(&mut totals, order("Army", 3_000_000, Some(2000)));
        assert_eq!(list(&totals), [("Army", 6_000_000_000)], "cents to pay");
    }

    #[test]
    fn step_3_gives_each_fault_its_line_and_goes_on() {
        let import = import("Deal; 3\n\n; 4\nDeal\n   \nDeal; x\nDeal; 1\n");
        assert_eq!(list(&import.totals), [("Deal", 1000)], "cents to pay");
        let lines = import.faults.iter().map(|(line, _)| *line);
        let lines: Vec<usize> = lines.collect();
        assert_eq!(lines, [3, 4, 6], "lines with a fault");
        assert_eq!(import.faults[1].1, Fault::Fields(1), "the fault in line 4");
        let number = match &import.faults[2].1 {
            Fault::Number(error) => Some(error.kind()),
            _ => None,
        };
        assert_eq!(number, Some(&IntErrorKind::InvalidDigit), "fault in 6");
    }

    #[test]
    fn step_3_loses_no_row_and_counts_none_twice() {
        let (mut text, mut cents, mut bad) = (String::new(), 0, 0);
        for n in 1..=40_u64 {
            let customer = ["Deal", "Marlow", "Ryde"][n as usize % 3];
            if n % 7 == 0 {
                text.push_str("spilt wax\n");
                bad += 1;
            } else {
                text.push_str(&format!("{customer}; {n}; 20\n"));
                cents += n * 20;
            }
        }
        let import = import(&text);
        let total: u64 = import.totals.values().sum();
        assert_eq!(total, cents, "cents of all good rows together");
        assert_eq!(import.faults.len(), bad, "rows with a fault");
        assert_eq!(import.totals.len(), 3, "customers");
    }
}
