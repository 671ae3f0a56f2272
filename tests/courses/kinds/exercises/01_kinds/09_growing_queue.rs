//! Growing queue
//! Which line is refused, and with which code? Mark its end, as in `//~ E0382`.

// TODO: put your mark.
fn lend_and_grow() {
    let mut queue = vec![1, 2];
    let first = &queue[0];
    queue.push(3);
    println!("{first}");
}

fn main() {
    lend_and_grow();
}
