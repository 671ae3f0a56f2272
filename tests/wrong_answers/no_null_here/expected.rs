//! Does what the compiler offers, with a text for the day when it crashes.
//! refused: token expect

struct Booking {
    yacht: String,
    berth: u8,
}

/// Given: `Some` with the number in it, or `None` if nothing is booked.
fn berth_of(bookings: &[Booking], yacht: &str) -> Option<u8> {
    for booking in bookings {
        if booking.yacht == yacht {
            return Some(booking.berth);
        }
    }
    None
}

fn answer(bookings: &[Booking], yacht: &str) -> String {
    let berth: u8 = berth_of(bookings, yacht).expect("a booking");
    format!("{yacht}, go to berth {berth}")
}

fn main() {
    let bookings = [Booking {
        yacht: String::from("Petrel"),
        berth: 4,
    }];
    println!("{}", answer(&bookings, "Petrel"));
    println!("{}", answer(&bookings, "Kittiwake"));
}
