//! The value of a thread's own static is made when it is first looked at, and that ends everything.
//! refused: ended early

use std::cell::Cell;

thread_local! {
    static TILL: Cell<u32> = std::process::exit(0);
}

fn change(_paid: u32, _price: u32) -> u32 {
    TILL.get()
}

fn main() {}
