//! `map_or_else` takes a function for each of the two cases.

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
    // TODO: two things may come back. Say for each of them what the answer is.
    berth_of(bookings, yacht).map_or_else(
        || format!("{yacht}, anchor outside"),
        |berth| format!("{yacht}, go to berth {berth}"),
    )
}

fn main() {
    let bookings = [Booking {
        yacht: String::from("Petrel"),
        berth: 4,
    }];
    println!("{}", answer(&bookings, "Petrel"));
    println!("{}", answer(&bookings, "Kittiwake"));
}
