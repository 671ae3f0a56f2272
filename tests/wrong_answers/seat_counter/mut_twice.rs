//! Makes the second `free` changeable too, and changes that one.
//! refused: test a_sale_at_the_door_takes_a_seat_too

/// How many seats are still free.
fn free_seats(online: u32, at_the_door: u32) -> u32 {
    let mut free = 40;
    free -= online; // the short way to write `free = free - online`
    println!("booked online: {online}, still free: {free}");

    if at_the_door > 0 {
        let mut free = free;
        free -= at_the_door;
        println!("sold at the door: {at_the_door}, still free: {free}");
    }
    free
}

fn main() {
    let evening = free_seats(22, 5);
    println!("tonight: {evening} seats stay empty");
}
