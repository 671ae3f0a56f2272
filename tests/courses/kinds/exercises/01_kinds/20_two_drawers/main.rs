//! Two drawers
//! A label says what lies in a drawer and how much of it: "nails: 40". Write
//! it in `drawer.rs`; this file stays as it is.

mod drawer;

fn labels() -> Vec<String> {
    vec![drawer::label("nails", 40), drawer::label("hooks", 6)]
}

fn main() {
    println!("{}", labels().join(", "));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_drawer_has_its_label() {
        assert_eq!(labels(), ["nails: 40", "hooks: 6"], "the labels");
    }
}
