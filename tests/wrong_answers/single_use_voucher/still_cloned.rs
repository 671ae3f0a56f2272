//! Believes that a voucher which is taken cannot be doubled before it is taken.
//! refused: misuse "It cannot be copied"

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
