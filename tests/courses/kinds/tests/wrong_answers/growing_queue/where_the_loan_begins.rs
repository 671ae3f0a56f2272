//! The loan itself is what is refused.
//! refused: marks

// TODO: put your mark.
fn lend_and_grow() {
    let mut queue = vec![1, 2];
    let first = &queue[0]; //~ E0502
    queue.push(3);
    println!("{first}");
}

fn main() {
    lend_and_grow();
}
