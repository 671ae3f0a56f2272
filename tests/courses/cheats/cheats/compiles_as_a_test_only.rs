//! The program itself does not compile, only its tests do.
//! refused: error
//! exercise: sign

#[cfg(not(test))]
compile_error!("nobody runs this");

fn sign(_loud: bool) -> &'static str {
    "OPEN"
}

fn main() {
    println!("{}", sign(true));
}
