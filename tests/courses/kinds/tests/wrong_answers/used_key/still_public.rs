//! Only the use is guarded.
//! refused: misuse "Nobody cuts one by hand"

pub struct Key {
    pub teeth: u8,
}

impl Key {
    pub fn cut() -> Key {
        Key { teeth: 3 }
    }

    pub fn open(self) -> &'static str {
        if self.teeth > 0 { "open" } else { "shut" }
    }
}
