//! Makes a new `free` for every change, each hiding the one before.
//! refused: token let free

/// How many seats are still free.
fn free_seats(online: u32, at_the_door: u32) -> u32 {
    let free = 40;
    let free = free - online;
    println!("booked online: {online}, still free: {free}");

    let free = free - at_the_door;
    if at_the_door > 0 {
        println!("sold at the door: {at_the_door}, still free: {free}");
    }
    free
}

fn main() {
    let evening = free_seats(22, 5);
    println!("tonight: {evening} seats stay empty");
}
