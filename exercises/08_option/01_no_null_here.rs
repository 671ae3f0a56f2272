//! No null here
//! A marina tells every yacht over the radio where to lie. Some have no berth, and
//! `berth_of` says so; but `answer` goes on as if there always were one. A yacht
//! without a berth is to hear, for instance, `Petrel, anchor outside`.
//! Change only `answer`. Not allowed: `unwrap` and `expect`.

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
    let berth: u8 = berth_of(bookings, yacht);
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

#[cfg(test)]
mod tests {
    use super::*;

    fn booking(yacht: &str, berth: u8) -> Booking {
        let yacht = String::from(yacht);
        Booking { yacht, berth }
    }

    #[test]
    fn a_yacht_with_a_booking_is_sent_to_its_berth() {
        let bookings = [booking("Petrel", 4), booking("Dunlin", 11)];
        let said = answer(&bookings, "Dunlin");
        assert_eq!(said, "Dunlin, go to berth 11", "what the radio says");
    }

    #[test]
    fn a_yacht_without_a_booking_anchors_outside() {
        let bookings = [booking("Petrel", 4)];
        let said = answer(&bookings, "Kittiwake");
        assert_eq!(said, "Kittiwake, anchor outside", "what the radio says");
    }

    #[test]
    fn every_number_may_be_a_berth_zero_too() {
        for berth in 0..=255 {
            let said = answer(&[booking("Petrel", berth)], "Petrel");
            let expected = format!("Petrel, go to berth {berth}");
            assert_eq!(said, expected, "what the radio says");
        }
    }

    #[test]
    fn in_an_empty_marina_everybody_anchors_outside() {
        let said = answer(&[], "Petrel");
        assert_eq!(said, "Petrel, anchor outside", "what the radio says");
    }
}
