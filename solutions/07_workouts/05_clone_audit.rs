//! A clone is for two owners of what was one value. Here that is the name on the
//! invoice, and nothing else. All the others only look (`&`), or are the last to
//! need a value (a move). No clone is unsound, and nothing was refused: what it
//! costs is memory, and a second value that may soon differ from the first.
//! Tempting: "it compiles now, so that was the cure". It only ended the message.
//! Another way, if `send` may change: invoices that borrow. They must go first.
//! To read on, offline: `rustup doc std::clone::Clone`.

struct Order {
    customer: String,
    title: String,
    copies: u32,
}

struct Invoice {
    customer: String,
    cents: u32,
}

// `&Order`, three times: an order is only looked at here.
fn weight(order: &Order) -> u32 {
    30 + order.copies * 4
}

/// Each copy costs 12 cents. Parcels over 400 g are dear to send.
fn price(order: &Order) -> u32 {
    let heavy = weight(order) > 400;
    let postage = if heavy { 690 } else { 390 };
    order.copies * 12 + postage
}

fn invoice(order: &Order) -> Invoice {
    Invoice {
        customer: order.customer.clone(), // two owners: order, invoice
        cents: price(order),
    }
}

/// The orders go on to the packers, the invoices to the office.
fn send(orders: Vec<Order>) -> (Vec<Order>, Vec<Invoice>) {
    let mut invoices = Vec::new();
    for order in &orders {
        invoices.push(invoice(order)); // made here, and needed there: a move
    }
    (orders, invoices) // lent to the loop, and whole afterwards
}

fn main() {
    let order = Order {
        customer: String::from("Ines"),
        title: String::from("Night Trains"),
        copies: 120,
    };
    let (orders, invoices) = send(vec![order]);
    println!("to be packed: {} x {}", orders[0].copies, orders[0].title);
    println!("{}: {} cents", invoices[0].customer, invoices[0].cents);
}
