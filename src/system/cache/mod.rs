//! What was built, under the hash of everything that went into it: never a folder that is guessed, never a file that is
//! newer by its date.

mod kept;
mod used;

pub use kept::Kept;
pub use used::{remove_unused, used};

/// blake3 in hexadecimal, of these parts in this order: `["ab", "c"]` is not `["a", "bc"]`.
pub fn hash(parts: &[&[u8]]) -> String {
    let mut hasher = blake3::Hasher::new();
    for part in parts {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    hasher.finalize().to_hex().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_are_told_apart() {
        assert_eq!(hash(&[b"a", b"b"]), hash(&[b"a", b"b"]));
        assert_ne!(hash(&[b"ab", b"c"]), hash(&[b"a", b"bc"]));
        assert_ne!(hash(&[b"a"]), hash(&[b"a", b""]));
        assert_eq!(hash(&[]).len(), 64);
    }
}
