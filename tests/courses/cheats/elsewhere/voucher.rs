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
