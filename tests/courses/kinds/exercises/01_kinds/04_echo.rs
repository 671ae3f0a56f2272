//! Echo
//! Say again what was said, loudly if asked to; say so on the error stream when
//! there is nothing to say, and leave with 2.

fn main() {
    // TODO: read a line, print it.
    todo!()
}
