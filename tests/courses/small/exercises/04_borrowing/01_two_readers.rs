//! Two readers
//! Mark the line that is refused.

fn main() {
    let mut bays = vec![4, 7];
    let first = &bays[0];
    bays.push(9);
    println!("{first}");
}
