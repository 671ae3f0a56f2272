//! Used key
//! A key opens once, and only `cut` makes one. The examples are the contract.
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

// TODO: two changes.
pub struct Key {
    pub teeth: u8,
}

impl Key {
    pub fn cut() -> Key {
        Key { teeth: 3 }
    }

    pub fn open(&self) -> &'static str {
        if self.teeth > 0 { "open" } else { "shut" }
    }
}
