//! An `Option<u8>` is a number or nothing, and `match` asks for both. A `u8` is
//! always a number. The two are different types, so nobody can take one for the
//! other. The refusal was needed: there is no berth, so what should be said?
//! In C, "none" would be 0 or -1, or a pointer to nothing; one caller forgets to
//! ask, and a yacht is sent to berth 255, or the program crashes.
//! Tempting: `unwrap_or(0)`. It makes a number out of nothing, and 0 is a berth.
//! Another way: `if let Some(berth) = .. { .. } else { .. }`: two arms as well.
//! To read on, offline: `rustup doc --book`, chapter 6.1.

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
    // Each arm is for one case. In the first one, `berth` is what is inside.
    match berth_of(bookings, yacht) {
        Some(berth) => format!("{yacht}, go to berth {berth}"),
        None => format!("{yacht}, anchor outside"),
    }
}

fn main() {
    let bookings = [Booking {
        yacht: String::from("Petrel"),
        berth: 4,
    }];
    println!("{}", answer(&bookings, "Petrel"));
    println!("{}", answer(&bookings, "Kittiwake"));
}
