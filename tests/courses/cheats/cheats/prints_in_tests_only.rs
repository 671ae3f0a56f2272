//! What is printed depends on who looks.
//! refused: output
//! exercise: sign

fn sign(_loud: bool) -> &'static str {
    "OPEN"
}

fn main() {
    if cfg!(test) {
        println!("open");
    }
}
