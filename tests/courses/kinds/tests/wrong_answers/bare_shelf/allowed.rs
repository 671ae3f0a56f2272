//! The lint is switched off.
//! refused: lint clippy::len_zero

#[allow(clippy::len_zero)]
fn is_bare(shelf: &[u8]) -> bool {
    shelf.len() == 0
}
