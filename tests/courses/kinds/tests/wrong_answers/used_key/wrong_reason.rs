//! The method is gone, so that nobody calls it twice.
//! refused: misuse "It does not open it twice"

pub struct Key {
    teeth: u8,
}

impl Key {
    pub fn cut() -> Key {
        Key { teeth: 3 }
    }

    fn open(self) -> &'static str {
        if self.teeth > 0 { "open" } else { "shut" }
    }
}
