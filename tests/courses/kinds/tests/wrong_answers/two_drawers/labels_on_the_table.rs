//! The labels are written where they are asked for.
//! refused: test each_drawer_has_its_label

mod drawer;

fn labels() -> Vec<String> {
    vec![String::from("nails: 40")]
}

fn main() {
    println!("{}", labels().join(", "));
}
