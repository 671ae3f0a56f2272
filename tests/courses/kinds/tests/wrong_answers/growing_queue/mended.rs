//! The line is taken out.
//! refused: changed

// TODO: put your mark.
fn lend_and_grow() {
    let mut queue = vec![1, 2];
    let first = &queue[0];
    println!("{first}");
}

fn main() {
    lend_and_grow();
}
