//! A panic is refusal enough.
//! refused: misuse "Nine seats do not"

pub struct Boat<const SEATS: usize>;

impl<const SEATS: usize> Boat<SEATS> {
    #[allow(clippy::new_without_default)]
    pub fn new() -> Self {
        assert!(SEATS <= 8, "too many seats");
        Boat
    }

    pub fn seats(&self) -> usize {
        SEATS
    }

    pub fn sit(&self, seat: usize) {
        assert!(seat <= SEATS, "there is no such seat");
    }
}
