//! Reading can fail in the middle, so each line is a `Result`. In a loop `?`
//! opens it. In a chain `collect` does, when it is asked for a `Result` of a
//! list: it takes `Ok` after `Ok`, and stops with the first `Err`.
//! In C, `fgets` says "no more line" at the end of a file and at a broken disk
//! alike; who does not ask `ferror` counts half a file, and is content.
//! Tempting: `flatten`, to skip each `Err`. The count is wrong, and nobody knows.
//! Another way, refused here: a loop with `push` and `?`. Longer, and as good.
//! To read on, offline: `rustup doc std::result`, "Collecting into Result".

use std::io::{self, BufRead};

/// How many kilometres, from one line. `InvalidData`: it is no number. Given.
fn kilometres(line: &str) -> io::Result<u32> {
    match line.trim().parse::<u32>() {
        Ok(number) => Ok(number),
        Err(error) => Err(io::Error::new(io::ErrorKind::InvalidData, error)),
    }
}

// `impl BufRead` is anything that gives lines: a file, the keyboard, or bytes.
// Reading may fail at any line, so `lines()` gives an `io::Result<String>` for
// each of them. An `io::Result<T>` is a `Result<T, io::Error>`.

/// How many lines are not blank; or the error, when reading fails.
fn entries(diary: impl BufRead) -> io::Result<usize> {
    let mut count = 0;
    for line in diary.lines() {
        // `?` leaves the function, and with it the loop.
        if !line?.trim().is_empty() {
            count += 1;
        }
    }
    Ok(count)
}

/// All numbers in their order; or the first error, and no more is read.
fn ranges(list: impl BufRead) -> io::Result<Vec<u32>> {
    // `?` leaves the closure, with that line's error: `collect` gets to see it.
    list.lines().map(|line| kilometres(&line?)).collect()
}

fn main() {
    let diary = "Fog until noon.\n\nA whale.\n";
    println!("entries: {:?}", entries(diary.as_bytes()));
    println!("ranges:  {:?}", ranges("2\n11\n".as_bytes()));
    println!("ranges:  {:?}", ranges("2\nfog\n".as_bytes()));
}
