//! Is the file a text that can be checked at all?

use crate::check::source::Source;
use crate::check::verdict::FileTrouble;

/// Larger files than this are no exercise.
pub const LARGEST: u64 = 1 << 20;

/// The file's bytes as text, or what is the matter with them. A byte order mark is let through, as rustc does.
pub fn readable(bytes: &[u8], path: &str) -> Result<String, FileTrouble> {
    let path = path.to_owned();
    if bytes.len() as u64 > LARGEST {
        return Err(FileTrouble::TooLarge {
            path,
            bytes: bytes.len() as u64,
        });
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) if !text.contains('\0') => text,
        _ => {
            let looks_like_utf16 = bytes.starts_with(&[0xff, 0xfe])
                || bytes.starts_with(&[0xfe, 0xff])
                || bytes
                    .iter()
                    .skip(1)
                    .step_by(2)
                    .take(16)
                    .filter(|b| **b == 0)
                    .count()
                    > 4;
            return Err(FileTrouble::NotUtf8 {
                path,
                looks_like_utf16,
            });
        }
    };
    if text.trim().is_empty() {
        return Err(FileTrouble::Empty { path });
    }
    Ok(text.to_owned())
}

/// The first opening without its end: the course's tests cannot be put into such a text.
pub fn unbalanced(learner: &Source, path: &str) -> Option<FileTrouble> {
    let token = learner.imbalance()?;
    let what = learner
        .slice(token)
        .chars()
        .take(2)
        .collect::<String>()
        .trim()
        .to_owned();
    Some(FileTrouble::Unbalanced {
        path: path.to_owned(),
        line: learner.line_of(token.start),
        what,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_let_through_with_its_byte_order_mark_and_line_ends() {
        assert!(readable("\u{feff}fn main() {}\r\n".as_bytes(), "a.rs").is_ok());
    }

    #[test]
    fn every_other_file_is_named_for_what_it_is() {
        let path = || "a.rs".to_owned();
        assert_eq!(
            readable(b" \n", "a.rs"),
            Err(FileTrouble::Empty { path: path() })
        );
        let utf16: Vec<u8> = "fn main() {}"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(
            readable(&utf16, "a.rs"),
            Err(FileTrouble::NotUtf8 {
                path: path(),
                looks_like_utf16: true
            })
        );
        assert_eq!(
            readable(b"\xff", "a.rs"),
            Err(FileTrouble::NotUtf8 {
                path: path(),
                looks_like_utf16: false
            })
        );
        let large = vec![b'a'; 2 << 20];
        assert_eq!(
            readable(&large, "a.rs"),
            Err(FileTrouble::TooLarge {
                path: path(),
                bytes: 2 << 20
            })
        );
    }
}
