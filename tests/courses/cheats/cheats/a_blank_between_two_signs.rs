//! `& &` is not `&&`: another program, another error.
//! refused: changed
//! exercise: both

fn main() {
    let paid = true;
    let stamped = 1;
    let both = paid & &stamped; //~ E0277
    println!("{both}");
}
