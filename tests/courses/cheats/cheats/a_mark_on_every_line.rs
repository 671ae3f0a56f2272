//! One of them will be right.
//! refused: marks
//! exercise: both

fn main() {
    let paid = true; //~ E0308
    let stamped = 1; //~ E0308
    let both = paid && stamped; //~ E0308
    println!("{both}"); //~ E0308
}
