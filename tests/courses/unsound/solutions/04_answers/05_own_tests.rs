//! A value has one owner, and a name that has given it away is empty.
//! It is tempting to copy instead: then there are two, and nobody knows which one
//! counts.
//! Another way is to give it back, which makes the caller carry it twice.
//! Read more about it in the book, chapter 4.2.

fn weigh(sack: String) -> usize {
    sack.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sack_is_weighed() {
        assert_eq!(weigh("rye".to_owned()), 3, "its weight");
    }
}
