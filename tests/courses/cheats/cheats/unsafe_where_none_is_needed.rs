//! The right answer, by unsafe code.
//! refused: token unsafe

fn change(paid: u32, price: u32) -> u32 {
    if paid < price {
        return 0;
    }
    unsafe { paid.unchecked_sub(price) }
}

fn main() {}
