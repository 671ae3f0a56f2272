//! Change
//! A till gives back what was paid too much. Write `change`: nothing comes back
//! when the coins do not reach.

// TODO: work out the change in cents.
fn change(paid: u32, price: u32) -> u32 {
    todo!()
}

fn main() {
    println!("{} cents back", change(500, 320));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_comes_back() {
        assert_eq!(change(500, 320), 180, "the change");
    }

    #[test]
    fn exact_coins_leave_nothing() {
        assert_eq!(change(320, 320), 0, "the change");
    }

    #[test]
    fn too_few_coins_leave_nothing() {
        assert_eq!(change(100, 320), 0, "the change");
    }
}
