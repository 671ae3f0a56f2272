//! Count the lines
//! A lighthouse keeps two files: a diary, with blank lines between the entries, and
//! a list with one number in each line, how far one could see. `entries` counts the
//! lines that are not blank; `ranges` gives all numbers, or the first error.
//! Change only these two. Not allowed: `unwrap`, and a loop in `ranges`.

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
    // TODO: both functions. The tests say what they are to give.
    todo!()
}

/// All numbers in their order; or the first error, and no more is read.
fn ranges(list: impl BufRead) -> io::Result<Vec<u32>> {
    todo!()
}

fn main() {
    let diary = "Fog until noon.\n\nA whale.\n";
    println!("entries: {:?}", entries(diary.as_bytes()));
    println!("ranges:  {:?}", ranges("2\n11\n".as_bytes()));
    println!("ranges:  {:?}", ranges("2\nfog\n".as_bytes()));
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{BufReader, ErrorKind, Read};
    use std::{env, fs, process};

    /// Fails once, as a disk that was pulled out, and is at its end after that.
    struct PulledOut(bool);

    impl Read for PulledOut {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            if self.0 {
                return Ok(0);
            }
            self.0 = true;
            Err(io::Error::from(ErrorKind::ConnectionReset))
        }
    }

    /// A file of which only this beginning can be read.
    fn half(text: &'static str) -> impl BufRead {
        BufReader::new(text.as_bytes().chain(PulledOut(false)))
    }

    fn kind<T>(answer: io::Result<T>) -> Option<ErrorKind> {
        answer.err().map(|error| error.kind())
    }

    #[test]
    fn blank_lines_are_no_entries() {
        let diary = "\nFog until noon.\n\n   \nA whale.\n";
        assert_eq!(entries(diary.as_bytes()).ok(), Some(2), "entries");
    }

    #[test]
    fn every_line_of_the_list_is_a_range() {
        let list = "2\n 11 \n30";
        let found = ranges(list.as_bytes()).ok();
        assert_eq!(found, Some(vec![2, 11, 30]), "the ranges in km");
    }

    #[test]
    fn a_real_file_is_read_as_well() {
        let name = format!("tutor_lighthouse_{}.txt", process::id());
        let path = env::temp_dir().join(name);
        fs::write(&path, "7\n9\n").expect("the folder for temporary files");
        let open = || BufReader::new(fs::File::open(&path).expect("the file"));
        let found = (entries(open()).ok(), ranges(open()).ok());
        fs::remove_file(&path).expect("the file is still there");
        assert_eq!(found, (Some(2), Some(vec![7, 9])), "entries and ranges");
    }

    #[test]
    fn a_reader_that_fails_half_way_is_an_error() {
        let reset = Some(ErrorKind::ConnectionReset);
        assert_eq!(kind(entries(half("Fog.\n"))), reset, "error in the diary");
        assert_eq!(kind(ranges(half("2\n11\n"))), reset, "error in the list");
    }

    #[test]
    fn the_first_bad_line_wins_and_nothing_is_read_after_it() {
        let invalid = Some(ErrorKind::InvalidData);
        assert_eq!(kind(ranges("2\nfog\n".as_bytes())), invalid, "its error");
        assert_eq!(kind(ranges(half("2\nfog\n"))), invalid, "its error");
    }

    #[test]
    fn an_empty_file_has_no_lines() {
        assert_eq!(entries("".as_bytes()).ok(), Some(0), "entries");
        assert_eq!(ranges("".as_bytes()).ok(), Some(Vec::new()), "ranges");
    }
}
