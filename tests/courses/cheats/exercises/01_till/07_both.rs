//! Both
//! Say what the compiler will say.

// TODO: mark the line with //~ and the code.
fn main() {
    let paid = true;
    let stamped = 1;
    let both = paid && stamped;
    println!("{both}");
}
