//! Counts under another name, and leaves `free` out.
//! refused: token let mut free

/// How many seats are still free.
fn free_seats(online: u32, at_the_door: u32) -> u32 {
    let mut seats = 40;
    seats -= online;
    println!("booked online: {online}, still free: {seats}");

    if at_the_door > 0 {
        seats -= at_the_door;
        println!("sold at the door: {at_the_door}, still free: {seats}");
    }
    seats
}

fn main() {
    let evening = free_seats(22, 5);
    println!("tonight: {evening} seats stay empty");
}
