//! A second module of the same tests, all of them empty.
//! refused: test

fn change(_paid: u32, _price: u32) -> u32 {
    7
}

fn main() {}

#[cfg(test)]
mod checks {
    #[test]
    fn what_is_left_comes_back() {}
    #[test]
    fn exact_coins_leave_nothing() {}
    #[test]
    fn too_few_coins_leave_nothing() {}
}
