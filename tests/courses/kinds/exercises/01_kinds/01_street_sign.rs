//! Street sign
//! A street is put on a sign and then called out. Lend it, do not give it away.

fn sign(street: &str) -> String {
    format!("> {street}")
}

// TODO: `keep` takes the name away; today it is still needed.
fn keep(street: String) -> usize {
    street.len()
}

fn main() {
    let street = String::from("Elm Street");
    println!("{} letters", keep(street));
    println!("{street}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sign_names_the_street() {
        assert_eq!(sign("Elm Street"), "> Elm Street", "the sign");
    }
}
