//! A second name for every look.
//! refused: token clone

fn sign(street: &str) -> String {
    format!("> {street}")
}

fn keep(street: String) -> usize {
    street.len()
}

fn main() {
    let street = String::from("Elm Street");
    println!("{} letters", keep(street.clone()));
    println!("{street}");
}
