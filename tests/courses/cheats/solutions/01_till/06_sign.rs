//! Arguments are words like others.

fn sign(loud: bool) -> &'static str {
    if loud { "OPEN" } else { "open" }
}

fn main() {
    println!("{}", sign(std::env::args().any(|word| word == "loud")));
}
