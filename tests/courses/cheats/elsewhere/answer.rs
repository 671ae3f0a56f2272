fn change(paid: u32, price: u32) -> u32 {
    paid.saturating_sub(price)
}

fn main() {}
