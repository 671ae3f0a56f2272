//! `saturating_sub` stops at nothing instead of going below it.
//! In C the result would wrap round to four billion cents.
//! Tempting: `paid - price`. It panics in a test and wraps when optimised.
//! To read on, offline: `rustup doc std::primitive::u32`.

fn change(paid: u32, price: u32) -> u32 {
    paid.saturating_sub(price) // never below zero
}

fn main() {
    println!("{} cents back", change(500, 320));
}
