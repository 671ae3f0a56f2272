//! Multiplied first, then halved.

fn bill(coffees: u32) -> String {
    format!("{coffees} coffees: {}", coffees * 5 / 2)
}

fn main() {
    println!("{}", bill(2));
}
