//! Voucher
//! A voucher is redeemed once.
//!
//! # Examples
//!
//! It is worth what it was issued for:
//! ```
//! # use voucher::Voucher;
//! assert_eq!(Voucher::issue(900).redeem(), 900);
//! ```
//!
//! A voucher for nothing is none:
//! ```should_panic
//! # use voucher::Voucher;
//! Voucher::issue(0);
//! ```
//!
//! It is gone when it was redeemed:
//! ```compile_fail,E0382
//! # use voucher::Voucher;
//! let voucher = Voucher::issue(900);
//! voucher.redeem();
//! voucher.redeem();
//! ```

pub struct Voucher {
    cents: u32,
}

impl Voucher {
    pub fn issue(cents: u32) -> Voucher {
        assert!(cents > 0, "a voucher for nothing");
        Voucher { cents }
    }

    pub fn redeem(self) -> u32 {
        self.cents
    }
}
