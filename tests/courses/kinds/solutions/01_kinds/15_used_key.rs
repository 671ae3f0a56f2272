//! The rule is stated once, and everything else follows from it.
//! In C nobody would have objected.
//! Tempting: to write more than is needed. It hides the rule.
//! To read on, offline: `rustup doc --book`, chapter 4.
//!
//! # Examples
//!
//! A key opens a door once:
//! ```
//! let key = used_key::Key::cut();
//! assert_eq!(key.open(), "open");
//! ```
//!
//! It does not open it twice:
//! ```compile_fail,E0382
//! let key = used_key::Key::cut();
//! key.open();
//! key.open(); //~ E0382
//! ```
//!
//! Nobody cuts one by hand:
//! ```compile_fail,E0451
//! let key = used_key::Key { teeth: 3 };
//! ```

pub struct Key {
    teeth: u8,
}

impl Key {
    pub fn cut() -> Key {
        Key { teeth: 3 }
    }

    pub fn open(self) -> &'static str {
        if self.teeth > 0 { "open" } else { "shut" }
    }
}
