//! Seat counter
//! A theatre has 40 seats. Each one that is booked online or sold at the door is
//! to make `free` one smaller. Nothing is counted yet: let `free` itself change,
//! from 40 to what is left.
//! Change only `free_seats`. Not allowed: more than one `let` for `free`.

/// How many seats are still free.
fn free_seats(online: u32, at_the_door: u32) -> u32 {
    // TODO: `free` should be one counter, from this line to the last.
    let free = 40;
    free -= online; // the short way to write `free = free - online`
    println!("booked online: {online}, still free: {free}");

    if at_the_door > 0 {
        let free = free - at_the_door;
        println!("sold at the door: {at_the_door}, still free: {free}");
    }
    free
}

fn main() {
    let evening = free_seats(22, 5);
    println!("tonight: {evening} seats stay empty");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_booking_online_takes_a_seat() {
        assert_eq!(free_seats(3, 0), 37, "free seats, with 3 booked");
    }

    #[test]
    fn a_sale_at_the_door_takes_a_seat_too() {
        assert_eq!(free_seats(0, 2), 38, "free seats, with 2 sold");
        assert_eq!(free_seats(22, 5), 13, "free seats, with 27 sold");
    }

    #[test]
    fn nothing_sold_leaves_forty_seats() {
        assert_eq!(free_seats(0, 0), 40, "free seats, with none sold");
    }

    #[test]
    fn a_full_house_has_no_seat_left() {
        assert_eq!(free_seats(39, 1), 0, "free seats, with all 40 sold");
    }
}
