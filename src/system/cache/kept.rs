//! What was found out once and need not be found out again: small texts under the hash of all that they depend on.

use std::collections::HashMap;
use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::hash;
use crate::system::files;

/// Texts by their keys, in one file that is only ever added to, a line for each. Every line carries its own sum: one
/// that was torn by a full disk or a sudden end, or mixed with another process's, is as if it were not there.
#[derive(Debug)]
pub struct Kept {
    path: PathBuf,
    texts: HashMap<String, String>,
    file: Option<File>,
}

impl Kept {
    /// Reads what is kept; a file that is not there, or is none of ours, holds nothing. One that has grown beyond `most`
    /// bytes is cut down to its newest half.
    pub fn open(path: &Path, most: u64) -> Kept {
        let bytes = files::read_bounded(path, most.saturating_mul(4)).unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes);
        let lines: Vec<(&str, String, &str)> = text.lines().filter_map(whole).collect();
        if bytes.len() as u64 > most {
            shorten(path, &lines, most / 2);
        }
        let texts = lines
            .into_iter()
            .map(|(key, text, _)| (key.to_owned(), text));
        Kept {
            path: path.to_owned(),
            texts: texts.collect(),
            file: None,
        }
    }

    pub fn get(&self, key: &str) -> Option<&str> {
        self.texts.get(key).map(String::as_str)
    }

    /// Keeps a text; the key has no blank in it. An error says that it will not be there the next time.
    pub fn put(&mut self, key: &str, text: &str) -> io::Result<()> {
        let escaped = escape(text);
        // In one piece, and on a line of its own even behind a torn one.
        let line = format!("\n{} {key} {escaped}\n", sum(key, &escaped));
        self.texts.insert(key.to_owned(), text.to_owned());
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

/// Key, text and the line itself, if the line is as it was written.
fn whole(line: &str) -> Option<(&str, String, &str)> {
    let mut words = line.splitn(3, ' ');
    let (found, key, escaped) = (words.next()?, words.next()?, words.next()?);
    (found == sum(key, escaped)).then(|| (key, unescape(escaped), line))
}

/// The newest lines of at most so many bytes. Who cannot shorten it goes on with a long one.
fn shorten(path: &Path, lines: &[(&str, String, &str)], most: u64) {
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
        .replace('\n', "\\n")
        .replace('\r', "\\r")
}

fn unescape(escaped: &str) -> String {
    let mut text = String::with_capacity(escaped.len());
    let mut letters = escaped.chars();
    while let Some(letter) = letters.next() {
        text.push(match letter {
            '\\' => match letters.next() {
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

    #[test]
    fn what_was_put_is_there_the_next_time() {
        let (_folder, path) = folder();
        let odd = "two\nlines\\n, \r and \\";
        let mut kept = Kept::open(&path, MOST);
        kept.put("a", odd).expect("it is written");
        kept.put("b", "").expect("it is written");
        kept.put("a2", "old").expect("it is written");
        kept.put("a2", "new").expect("it is written");
        for kept in [kept, Kept::open(&path, MOST)] {
            assert_eq!(kept.get("a"), Some(odd));
            assert_eq!(kept.get("b"), Some(""));
            assert_eq!(kept.get("a2"), Some("new"));
            assert_eq!(kept.get("c"), None);
        }
    }

    #[test]
    fn a_file_cut_anywhere_gives_only_whole_texts() {
        let (_folder, path) = folder();
        let mut kept = Kept::open(&path, MOST);
        for key in ["a", "b", "c"] {
            kept.put(key, "some text").expect("it is written");
        }
        let whole = std::fs::read(&path).expect("it is there");
        for end in 0..whole.len() {
            std::fs::write(&path, &whole[..end]).expect("it can be written");
            let mut kept = Kept::open(&path, MOST);
            for key in ["a", "b", "c"] {
                assert!(
                    kept.get(key).is_none_or(|text| text == "some text"),
                    "{end}"
                );
            }
            kept.put("d", "later").expect("it is written");
            assert_eq!(Kept::open(&path, MOST).get("d"), Some("later"), "{end}");
        }
    }

    #[test]
    fn two_that_write_at_once_lose_nothing() {
        let (_folder, path) = folder();
        let mut one = Kept::open(&path, MOST);
        let mut other = Kept::open(&path, MOST);
        one.put("a", "1").expect("it is written");
        other.put("b", "2").expect("it is written");
        one.put("c", "3").expect("it is written");
        let kept = Kept::open(&path, MOST);
        assert_eq!(
            [kept.get("a"), kept.get("b"), kept.get("c")],
            [Some("1"), Some("2"), Some("3")]
        );
    }

    #[test]
    fn a_long_file_keeps_its_newest_half() {
        let (_folder, path) = folder();
        let mut kept = Kept::open(&path, 1000);
        for number in 0..60 {
            kept.put(&format!("key{number}"), "some text")
                .expect("it is written");
        }
        drop(Kept::open(&path, 1000));
        assert!(std::fs::metadata(&path).expect("it is there").len() <= 500);
        let kept = Kept::open(&path, 1000);
        assert_eq!(kept.get("key59"), Some("some text"));
        assert_eq!(kept.get("key0"), None);
    }

    #[test]
    fn a_foreign_file_holds_nothing() {
        let (_folder, path) = folder();
        std::fs::write(&path, b"\xff\xfe not ours\nkey value\n").expect("it can be written");
        assert!(Kept::open(&path, MOST).texts.is_empty());
    }
}
