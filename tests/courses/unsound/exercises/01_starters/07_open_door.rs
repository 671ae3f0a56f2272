//! The one key
//! Only one miller has the key of the mill. Let nobody make a second one.
//!
//! # Examples
//!
//! The key opens the mill.
//!
//! ```
//! let key = open_door::Key;
//! assert!(key.opens());
//! ```
//!
//! It cannot be copied.
//!
//! ```compile_fail,E0382
//! let key = open_door::Key;
//! let other = key;
//! key.opens();
//! other.opens();
//! ```

// TODO: take away what makes a second key.
#[derive(Clone, Copy)]
pub struct Key;

impl Key {
    pub fn opens(&self) -> bool {
        true
    }
}
