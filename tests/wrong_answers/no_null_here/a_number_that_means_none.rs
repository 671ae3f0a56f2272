//! Keeps one number free, to mean that there is none.
//! refused: test every_number_may_be_a_berth_zero_too

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
    let berth: u8 = berth_of(bookings, yacht).unwrap_or(255);
    if berth == 255 {
        format!("{yacht}, anchor outside")
    } else {
        format!("{yacht}, go to berth {berth}")
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
