//! What was found out once and need not be found out again: a few texts under the hash of all that they depend on.

use std::collections::HashMap;
use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::hash;
use crate::system::files::{self, ReadTrouble};

/// Fields by their keys, in one file that is only ever added to, a line for each. Every line carries its own sum: one
/// that was torn by a full disk or a sudden end, or mixed with another process's, is as if it were not there.
#[derive(Debug)]
pub struct Kept {
    path: PathBuf,
    found: HashMap<String, Vec<String>>,
    file: Option<File>,
}

impl Kept {
    /// Reads what is kept; a file that is not there, or is none of ours, holds nothing. One that has grown beyond `most`
    /// bytes is cut down to its newest half; one that is far beyond is begun anew.
    pub fn open(path: &Path, most: u64) -> Kept {
        let bytes = match files::read_bounded(path, most.saturating_mul(4)) {
            Err(ReadTrouble::TooLarge { .. }) => {
                shorten(path, &[], 0);
                Vec::new()
            }
            read => read.unwrap_or_default(),
        };
        let text = String::from_utf8_lossy(&bytes);
        let lines: Vec<Line<'_>> = text.lines().filter_map(whole).collect();
        if bytes.len() as u64 > most {
            shorten(path, &lines, most / 2);
        }
        let found = lines
            .into_iter()
            .map(|(key, fields, _)| (key.to_owned(), fields));
        Kept {
            path: path.to_owned(),
            found: found.collect(),
            file: None,
        }
    }

    pub fn get(&self, key: &str) -> Option<&[String]> {
        self.found.get(key).map(Vec::as_slice)
    }

    /// Keeps one field or more; the key has no blank in it. An error says that it will not be there the next time.
    pub fn put(&mut self, key: &str, fields: Vec<String>) -> io::Result<()> {
        let escaped = Vec::from_iter(fields.iter().map(|field| escape(field))).join("\t");
        // In one piece, and on a line of its own even behind a torn one.
        let line = format!("\n{} {key} {escaped}\n", sum(key, &escaped));
        self.found.insert(key.to_owned(), fields);
        if self.file.is_none() {
            let opened = OpenOptions::new()
                .append(true)
                .create(true)
                .open(&self.path)?;
            self.file = Some(opened);
        }
        match &mut self.file {
            Some(file) => file.write_all(line.as_bytes()),
            None => Ok(()),
        }
    }
}

/// Key, fields and the line itself.
type Line<'t> = (&'t str, Vec<String>, &'t str);

/// A line that is as it was written.
fn whole(line: &str) -> Option<Line<'_>> {
    let mut words = line.splitn(3, ' ');
    let (found, key, escaped) = (words.next()?, words.next()?, words.next()?);
    (found == sum(key, escaped)).then(|| (key, escaped.split('\t').map(unescape).collect(), line))
}

/// The newest lines of at most so many bytes. Who cannot shorten it goes on with a long one.
fn shorten(path: &Path, lines: &[Line<'_>], most: u64) {
    let mut length = 0;
    let newest = lines.iter().rev().take_while(|(.., line)| {
        length += line.len() as u64 + 1;
        length <= most
    });
    let mut newest: Vec<&str> = newest.map(|(.., line)| *line).collect();
    newest.reverse();
    let _ = files::write_atomic(path, (newest.join("\n") + "\n").as_bytes());
}

fn sum(key: &str, escaped: &str) -> String {
    let mut sum = hash(&[key.as_bytes(), escaped.as_bytes()]);
    sum.truncate(8);
    sum
}

fn escape(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace('\t', "\\t")
        .replace('\n', "\\n")
        .replace('\r', "\\r")
}

fn unescape(escaped: &str) -> String {
    let mut text = String::with_capacity(escaped.len());
    let mut letters = escaped.chars();
    while let Some(letter) = letters.next() {
        text.push(match letter {
            '\\' => match letters.next() {
                Some('t') => '\t',
                Some('n') => '\n',
                Some('r') => '\r',
                other => other.unwrap_or('\\'),
            },
            letter => letter,
        });
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::system::files::TempFolder;

    const MOST: u64 = 1 << 20;

    fn folder() -> (TempFolder, PathBuf) {
        let folder = TempFolder::new("kept-").expect("a folder");
        let path = folder.path().join("kept");
        (folder, path)
    }

    #[track_caller]
    fn put(kept: &mut Kept, key: &str, text: &str) {
        kept.put(key, vec![text.to_owned()]).expect("it is written");
    }

    fn only<'k>(kept: &'k Kept, key: &str) -> Option<&'k str> {
        match kept.get(key)? {
            [field] => Some(field),
            _ => None,
        }
    }

    #[test]
    fn what_was_put_is_there_the_next_time() {
        let (_folder, path) = folder();
        let odd = ["two\nlines\\n,", "", "\t, \r and \\"].map(str::to_owned);
        let mut kept = Kept::open(&path, MOST);
        kept.put("a", odd.to_vec()).expect("it is written");
        put(&mut kept, "b", "");
        put(&mut kept, "a2", "old");
        put(&mut kept, "a2", "new");
        for kept in [kept, Kept::open(&path, MOST)] {
            assert_eq!(kept.get("a"), Some(&odd[..]));
            assert_eq!(only(&kept, "b"), Some(""));
            assert_eq!(only(&kept, "a2"), Some("new"));
            assert_eq!(kept.get("c"), None);
        }
    }

    #[test]
    fn a_file_cut_anywhere_gives_only_whole_texts() {
        let (_folder, path) = folder();
        let mut kept = Kept::open(&path, MOST);
        for key in ["a", "b", "c"] {
            put(&mut kept, key, "some text");
        }
        let whole = std::fs::read(&path).expect("it is there");
        for end in 0..whole.len() {
            std::fs::write(&path, &whole[..end]).expect("it can be written");
            let mut kept = Kept::open(&path, MOST);
            for key in ["a", "b", "c"] {
                assert!(
                    only(&kept, key).is_none_or(|text| text == "some text"),
                    "{end}"
                );
            }
            put(&mut kept, "d", "later");
            let kept = Kept::open(&path, MOST);
            assert_eq!(only(&kept, "d"), Some("later"), "{end}");
        }
    }

    #[test]
    fn two_that_write_at_once_lose_nothing() {
        let (_folder, path) = folder();
        let mut one = Kept::open(&path, MOST);
        let mut other = Kept::open(&path, MOST);
        put(&mut one, "a", "1");
        put(&mut other, "b", "2");
        put(&mut one, "c", "3");
        let kept = Kept::open(&path, MOST);
        assert_eq!(
            ["a", "b", "c"].map(|key| only(&kept, key)),
            [Some("1"), Some("2"), Some("3")]
        );
    }

    #[test]
    fn a_long_file_keeps_its_newest_half() {
        let (_folder, path) = folder();
        let mut kept = Kept::open(&path, 1000);
        for number in 0..60 {
            put(&mut kept, &format!("key{number}"), "some text");
        }
        drop(Kept::open(&path, 1000));
        assert!(std::fs::metadata(&path).expect("it is there").len() <= 500);
        let kept = Kept::open(&path, 1000);
        assert_eq!(only(&kept, "key59"), Some("some text"));
        assert_eq!(kept.get("key0"), None);
    }

    #[test]
    fn a_file_that_is_far_too_long_is_begun_anew() {
        let (_folder, path) = folder();
        let mut kept = Kept::open(&path, MOST);
        for number in 0..60 {
            put(&mut kept, &format!("key{number}"), "some text");
        }
        let mut kept = Kept::open(&path, 100);
        assert_eq!(kept.get("key59"), None);
        assert!(std::fs::metadata(&path).expect("it is there").len() <= 1);
        put(&mut kept, "later", "kept again");
        assert_eq!(only(&Kept::open(&path, 100), "later"), Some("kept again"));
    }

    #[test]
    fn a_foreign_file_holds_nothing() {
        let (_folder, path) = folder();
        std::fs::write(&path, b"\xff\xfe not ours\nkey value\n").expect("it can be written");
        assert!(Kept::open(&path, MOST).found.is_empty());
    }
}
