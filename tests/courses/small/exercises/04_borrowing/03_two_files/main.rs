//! Two files

mod tide;

fn main() {
    println!("{}", tide::high());
}
