//! The rest of the cinema may read the field; outside of the library nobody can write one.

// `pub`: may be used from outside of `till`. What has no `pub` may not.
pub mod till {
    pub struct Voucher {
        pub(crate) cents: u32,
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
