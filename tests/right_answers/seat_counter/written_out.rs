//! The long form, `free = free - …`, in both places.

/// How many seats are still free.
fn free_seats(online: u32, at_the_door: u32) -> u32 {
    let mut free: u32 = 40;
    free = free - online;
    println!("booked online: {online}, still free: {free}");

    if at_the_door > 0 {
        free = free - at_the_door;
        println!("sold at the door: {at_the_door}, still free: {free}");
    }
    free
}

fn main() {
    let evening = free_seats(22, 5);
    println!("tonight: {evening} seats stay empty");
}
