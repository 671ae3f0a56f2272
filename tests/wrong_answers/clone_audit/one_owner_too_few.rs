//! Moves the name to the invoice, and the order goes on without it.
//! refused: test the_packers_get_every_order_as_it_was

#[derive(Clone)]
struct Order {
    customer: String,
    title: String,
    copies: u32,
}

#[derive(Clone)]
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

fn invoice(order: &mut Order) -> Invoice {
    Invoice {
        cents: price(order),
        customer: std::mem::take(&mut order.customer),
    }
}

/// The orders go on to the packers, the invoices to the office.
fn send(mut orders: Vec<Order>) -> (Vec<Order>, Vec<Invoice>) {
    let mut invoices = Vec::new();
    for order in &mut orders {
        invoices.push(invoice(order));
    }
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
