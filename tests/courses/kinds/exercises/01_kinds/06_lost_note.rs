//! Lost note
//! A note may get lost while it is written. Do not drop that word.

#[derive(Debug, PartialEq)]
struct Lost;

fn write(note: &[u8]) -> Result<(), Lost> {
    if note.is_empty() { Err(Lost) } else { Ok(()) }
}

// TODO: hand the word on.
fn keep(note: &[u8]) -> Result<(), Lost> {
    write(note);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_that_cannot_be_kept_is_reported() {
        assert_eq!(keep(&[]), Err(Lost), "an empty note");
        assert_eq!(keep(&[7]), Ok(()), "a note");
    }
}
