//! The code under test leaves the process with success.
//! refused: ended early

fn change(_paid: u32, _price: u32) -> u32 {
    std::process::exit(0)
}

fn main() {}
