//! The room boils its own water.
//! refused: test tea_is_made_in_the_kitchen

mod kitchen;

fn tea() -> String {
    String::from("cold tea")
}

fn main() {
    println!("{}", tea());
}
