//! Both
//! Say what the compiler will say.

fn main() {
    let paid = true;
    let stamped = 1;
    let both = paid && stamped; //~ E0308
    println!("{both}");
}
