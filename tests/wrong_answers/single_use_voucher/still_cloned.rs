//! Believes that a voucher which is taken cannot be doubled before it is taken.
//! refused: misuse "It cannot be copied"

// `pub`: may be used from outside of `till`. What has no `pub` may not.
pub mod till {
    #[derive(Clone)]
    pub struct Voucher {
        cents: u32,
    }

    impl Voucher {
        pub fn issue(cents: u32) -> Voucher {
            Voucher { cents }
        }

        pub fn redeem(self) -> u32 {
            self.cents
        }
    }
}
