//! One too many
//! Is there a line that is refused? Mark its end with the code or the lint.

// TODO: put your mark, if there is anything to mark.
fn fill() -> u8 {
    let full: u8 = 255;
    full + 1
}

fn main() {
    println!("{}", fill());
}
