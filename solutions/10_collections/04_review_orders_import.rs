//! Each step does one thing, and its first line says what can fail. `read` gives
//! an order or a fault; `?` and `From` carry the numbers' errors. `charge` finds
//! no faults. `import` alone knows lines, so it decides what a fault ends.
//! In C, `strtok` and `atoi` would read `ten` as 0: nothing to pay.
//! Tempting: `?` in the loop of `import`. The first bad row would end the import,
//! and a hundred good orders after it are never delivered.
//! Another way: `collect` into a `Result`, right where one bad row spoils all.
//! To read on, offline: `rustup doc --book`, chapters 6.2, 8.3 and 9.2.

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
    // A pattern for each good shape; all else is counted and sent back.
    let (name, pieces, cents) = match fields.as_slice() {
        ["", ..] => return Err(Fault::NoCustomer),
        [name, pieces] => (name, pieces.parse()?, None),
        [name, pieces, cents] => (name, pieces.parse()?, Some(cents.parse()?)),
        _ => return Err(Fault::Fields(fields.len())),
    };
    Ok(Order {
        customer: String::from(*name),
        pieces,
        cents,
    })
}

/// Step 2. Adds the price of this order to what its customer has to pay.
fn charge(totals: &mut BTreeMap<String, u64>, order: Order) {
    // Pieces times cents may be too large for a `u32`; `u64::from(…)` has room.
    let cents = order.cents.unwrap_or(LIST_PRICE);
    let price = u64::from(order.pieces) * u64::from(cents);
    *totals.entry(order.customer).or_insert(0) += price;
}

/// Step 3. Reads a whole text. A blank line is no row, but it is a line.
fn import(text: &str) -> Import {
    let mut import = Import {
        totals: BTreeMap::new(),
        faults: Vec::new(),
    };
    // `enumerate` counts the lines from 0.
    for (index, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            continue; // no row, but `index` has counted it
        }
        // A fault is written down, and the loop goes on.
        match read(line) {
            Ok(order) => charge(&mut import.totals, order),
            Err(fault) => import.faults.push((index + 1, fault)),
        }
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
