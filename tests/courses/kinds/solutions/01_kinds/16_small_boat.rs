//! The rule is stated once, and everything else follows from it.
//! In C nobody would have objected.
//! Tempting: to write more than is needed. It hides the rule.
//! To read on, offline: `rustup doc --book`, chapter 4.
//!
//! # Examples
//!
//! Five seats fit:
//! ```
//! # use small_boat::Boat;
//! let boat = Boat::<5>::new();
//! assert_eq!(boat.seats(), 5);
//! ```
//!
//! Nine seats do not:
//! ```compile_fail,E0080
//! # use small_boat::Boat;
//! let boat = Boat::<9>::new();
//! ```
//!
//! Nobody sits on the tenth seat:
//! ```should_panic
//! # use small_boat::Boat;
//! Boat::<5>::new().sit(10);
//! ```
//!
//! A long trip is never tried out:
//! ```no_run
//! loop {
//!     small_boat::Boat::<2>::new();
//! }
//! ```

pub struct Boat<const SEATS: usize>;

impl<const SEATS: usize> Boat<SEATS> {
    #[allow(clippy::new_without_default)]
    pub fn new() -> Self {
        const { assert!(SEATS <= 8, "too many seats") };
        Boat
    }

    pub fn seats(&self) -> usize {
        SEATS
    }

    pub fn sit(&self, seat: usize) {
        assert!(seat <= SEATS, "there is no such seat");
    }
}
