//! The word is dropped in a way that no lint sees.
//! refused: test a_note_that_cannot_be_kept_is_reported

#[derive(Debug, PartialEq)]
struct Lost;

fn write(note: &[u8]) -> Result<(), Lost> {
    if note.is_empty() { Err(Lost) } else { Ok(()) }
}

fn keep(note: &[u8]) -> Result<(), Lost> {
    let _ = write(note);
    Ok(())
}
