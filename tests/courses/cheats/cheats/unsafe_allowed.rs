//! The same, with the lint allowed.
//! refused: token unsafe

#![allow(unsafe_code)]

fn change(paid: u32, price: u32) -> u32 {
    if paid < price {
        return 0;
    }
    unsafe { paid.unchecked_sub(price) }
}

fn main() {}
