//! Hive record
//! A beekeeper writes down each visit to a hive, and two functions leave fields
//! blank. Nobody has seen the queen of a new hive; later on, only the brood is
//! counted, and all else stays as it was at the visit before.
//! Change only the two functions. Not allowed: to copy `last` field by field.

/// One line of the book. A struct gives several values one name.
struct Visit {
    hive: u32,
    frames: u32,
    brood: u32,
    queen_seen: bool,
}

/// A new hive: ten frames, no brood.
fn first_visit(hive: u32) -> Visit {
    // TODO: give each field a value. (`hive` alone is short for `hive: hive`.)
    Visit {
        hive,
        frames: 10,
        brood: 0,
    }
}

/// `..last`, as the last thing in the braces, means: all else as in `last`.
fn next_visit(last: Visit, brood: u32) -> Visit {
    Visit { brood }
}

fn main() {
    let spring = first_visit(7);
    let summer = next_visit(spring, 6);
    println!("hive {}: {} frames", summer.hive, summer.frames);
    println!("brood in {}", summer.brood);
    println!("queen seen: {}", summer.queen_seen);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A visit in July: the queen was there, and two frames had been taken out.
    fn july() -> Visit {
        Visit {
            hive: 3,
            frames: 8,
            brood: 5,
            queen_seen: true,
        }
    }

    #[test]
    fn a_new_hive_has_ten_frames_and_no_brood() {
        let visit = first_visit(7);
        assert_eq!(visit.hive, 7, "the number of the hive");
        assert_eq!(visit.frames, 10, "frames in a new hive");
        assert_eq!(visit.brood, 0, "frames with brood in a new hive");
    }

    #[test]
    fn nobody_has_seen_the_queen_of_a_new_hive() {
        assert!(
            !first_visit(7).queen_seen,
            "the book says that the queen of a new hive was seen"
        );
    }

    #[test]
    fn the_next_visit_counts_the_brood_anew() {
        assert_eq!(next_visit(july(), 6).brood, 6, "frames with brood");
        assert_eq!(next_visit(july(), 0).brood, 0, "frames with brood");
    }

    #[test]
    fn the_next_visit_keeps_all_the_rest() {
        let august = next_visit(july(), 6);
        assert_eq!(august.hive, 3, "the number of the hive");
        assert_eq!(august.frames, 8, "frames, as in July");
        assert!(
            august.queen_seen,
            "the book has forgotten that the queen was seen in July"
        );
    }
}
