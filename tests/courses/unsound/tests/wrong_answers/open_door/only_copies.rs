//! Whatever is nearest.
//! refused: misuse "It cannot be copied"

#[derive(Clone, Copy)]
pub struct Key;

impl Key {
    pub fn opens(&self) -> bool {
        true
    }
}
