//! Takes the seats at the door off in the first line: the sum is right, what is printed on the way is not.
//! refused: output

/// How many seats are still free.
fn free_seats(online: u32, at_the_door: u32) -> u32 {
    let mut free = 40 - at_the_door;
    free -= online; // the short way to write `free = free - online`
    println!("booked online: {online}, still free: {free}");

    if at_the_door > 0 {
        println!("sold at the door: {at_the_door}, still free: {free}");
    }
    free
}

fn main() {
    let evening = free_seats(22, 5);
    println!("tonight: {evening} seats stay empty");
}
