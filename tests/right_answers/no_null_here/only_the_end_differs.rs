//! The two cases differ in their second half only.

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
    let order = match berth_of(bookings, yacht) {
        Some(berth) => format!("go to berth {berth}"),
        None => String::from("anchor outside"),
    };
    format!("{yacht}, {order}")
}

fn main() {
    let bookings = [Booking {
        yacht: String::from("Petrel"),
        berth: 4,
    }];
    println!("{}", answer(&bookings, "Petrel"));
    println!("{}", answer(&bookings, "Kittiwake"));
}
