//! The numbers have different types.
//! refused: marks

// TODO: put your mark, if there is anything to mark.
fn fill() -> u8 {
    let full: u8 = 255;
    full + 1 //~ E0308
}

fn main() {
    println!("{}", fill());
}
