//! Clone audit
//! A printer sends leaflets out, with invoices. The program is right, but there is
//! a clone wherever the compiler once complained: three orders ask for 42 pieces
//! of memory, and 4 would do. Change anything but `main` and what `send` takes and
//! gives. One `.clone()` may stay: where a text really has two owners.

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

// TODO: ask at each clone: who still needs the first one, and who the second?

fn weight(order: Order) -> u32 {
    30 + order.copies * 4
}

/// Each copy costs 12 cents. Parcels over 400 g are dear to send.
fn price(order: Order) -> u32 {
    let heavy = weight(order.clone()) > 400;
    let postage = if heavy { 690 } else { 390 };
    order.copies * 12 + postage
}

fn invoice(order: Order) -> Invoice {
    let customer = order.customer.clone();
    Invoice {
        customer: customer.clone(),
        cents: price(order.clone()),
    }
}

/// The orders go on to the packers, the invoices to the office.
fn send(orders: Vec<Order>) -> (Vec<Order>, Vec<Invoice>) {
    let mut invoices = Vec::new();
    for order in orders.clone() {
        let invoice = invoice(order.clone());
        invoices.push(invoice.clone());
    }
    (orders.clone(), invoices)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn order(customer: &str, title: &str, copies: u32) -> Order {
        Order {
            customer: String::from(customer),
            title: String::from(title),
            copies,
        }
    }

    #[test]
    fn three_orders_stay_within_the_budget() {
        let orders = vec![
            order("Ines", "Night Trains", 120),
            order("Tariq", "Moss", 40),
            order("Ines", "Tea at Noon", 7),
        ];
        let (_, spent) = support::allocs(|| send(orders));
        support::budget("allocs", spent as u64);
    }

    #[test]
    fn the_packers_get_every_order_as_it_was() {
        let all = vec![order("Ines", "Night Bus", 120), order("Bo", "Moss", 4)];
        let (orders, _) = send(all);
        assert_eq!(orders.len(), 2, "orders to be packed");
        assert_eq!(orders[0].customer, "Ines", "the first customer");
        assert_eq!(orders[0].title, "Night Bus", "the first title");
        assert_eq!(orders[1].copies, 4, "copies of the second");
    }

    #[test]
    fn each_order_has_an_invoice_to_its_customer() {
        let all = vec![order("Ines", "Night Bus", 120), order("Bo", "Moss", 4)];
        let (_, invoices) = send(all);
        assert_eq!(invoices.len(), 2, "invoices");
        assert_eq!(invoices[0].customer, "Ines", "the first invoice's name");
        assert_eq!(invoices[0].cents, 2130, "cents for 120 copies");
        assert_eq!(invoices[1].customer, "Bo", "the second invoice's name");
        assert_eq!(invoices[1].cents, 438, "cents for 4 copies");
    }

    #[test]
    fn the_postage_goes_up_over_400_grams() {
        let all = vec![order("Bo", "A", 92), order("Bo", "B", 93)];
        let (_, invoices) = send(all);
        assert_eq!(invoices[0].cents, 1494, "cents for 398 g");
        assert_eq!(invoices[1].cents, 1806, "cents for 402 g");
    }

    #[test]
    fn a_day_without_orders_has_nothing_to_send() {
        let (orders, invoices) = send(Vec::new());
        assert_eq!(orders.len(), 0, "orders to be packed");
        assert_eq!(invoices.len(), 0, "invoices");
    }
}
