//! No test ever fails, and the screen is full.
//! refused: floods or hangs

fn change(_paid: u32, _price: u32) -> u32 {
    loop {
        println!("{}", "180 ".repeat(2000));
    }
}

fn main() {}
