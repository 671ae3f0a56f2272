//! `try_fold` stops at the first error by itself.

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
    list.lines().try_fold(Vec::new(), |mut all, line| {
        all.push(kilometres(&line?)?);
        Ok(all)
    })
}

fn main() {
    let diary = "Fog until noon.\n\nA whale.\n";
    println!("entries: {:?}", entries(diary.as_bytes()));
    println!("ranges:  {:?}", ranges("2\n11\n".as_bytes()));
    println!("ranges:  {:?}", ranges("2\nfog\n".as_bytes()));
}
