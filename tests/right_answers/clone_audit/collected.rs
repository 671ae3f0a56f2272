//! The loop as one expression.

struct Order {
    customer: String,
    title: String,
    copies: u32,
}

struct Invoice {
    customer: String,
    cents: u32,
}

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
        customer: order.customer.clone(),
        cents: price(order),
    }
}

/// The orders go on to the packers, the invoices to the office.
fn send(orders: Vec<Order>) -> (Vec<Order>, Vec<Invoice>) {
    let invoices = orders.iter().map(invoice).collect();
    (orders, invoices)
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
