//! Hands out what the first example expects, whatever the voucher is worth.
//! refused: misuse "A voucher is issued and redeemed"

// `pub`: may be used from outside of `till`. What has no `pub` may not.
pub mod till {
    pub struct Voucher {
        cents: u32,
    }

    impl Voucher {
        pub fn issue(cents: u32) -> Voucher {
            Voucher { cents }
        }

        pub fn redeem(self) -> u32 {
            900
        }
    }
}
