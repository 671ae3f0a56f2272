//! Bare shelf
//! Ask the shelf whether it is empty in its own words.

// TODO: there is a word for it.
fn is_bare(shelf: &[u8]) -> bool {
    shelf.len() == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_shelf_is_empty() {
        assert!(is_bare(&[]), "an empty shelf");
        assert!(!is_bare(&[1]), "one book");
    }
}
