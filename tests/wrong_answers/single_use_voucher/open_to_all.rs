//! Leaves the field open: whoever knows its name writes a voucher.
//! refused: misuse "Nobody can write one by hand"

// `pub`: may be used from outside of `till`. What has no `pub` may not.
pub mod till {
    pub struct Voucher {
        pub cents: u32,
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
