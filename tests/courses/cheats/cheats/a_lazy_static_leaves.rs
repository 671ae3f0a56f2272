//! The first use of a lazy value leaves the process.
//! refused: ended early

static LEAVE: std::sync::LazyLock<u32> = std::sync::LazyLock::new(|| std::process::exit(0));

fn change(_paid: u32, _price: u32) -> u32 {
    *LEAVE
}

fn main() {}
