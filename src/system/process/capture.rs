//! A bounded copy of a stream without bounds.

use crate::check::job::{Captured, Limits};

/// Keeps the first bytes and the last ones, and counts them all.
#[derive(Debug)]
pub(super) struct Capture {
    head: Vec<u8>,
    /// Up to twice what is kept, so that old bytes are moved out seldom.
    tail: Vec<u8>,
    keep_head: usize,
    keep_tail: usize,
    bytes: u64,
    ends: u64,
    last: u8,
}

impl Capture {
    pub(super) fn new(limits: &Limits) -> Capture {
        Capture {
            head: Vec::new(),
            tail: Vec::new(),
            keep_head: limits.keep_head,
            keep_tail: limits.keep_tail,
            bytes: 0,
            ends: 0,
            last: b'\n',
        }
    }

    pub(super) fn take(&mut self, chunk: &[u8]) {
        let Some(last) = chunk.last() else {
            return;
        };
        self.last = *last;
        self.bytes += chunk.len() as u64;
        self.ends += chunk.iter().filter(|byte| **byte == b'\n').count() as u64;
        let room = self.keep_head - self.head.len();
        let (head, rest) = chunk.split_at(room.min(chunk.len()));
        self.head.extend_from_slice(head);
        let rest = &rest[rest.len().saturating_sub(self.keep_tail)..];
        self.tail.extend_from_slice(rest);
        if self.tail.len() > 2 * self.keep_tail {
            self.tail.drain(..self.tail.len() - self.keep_tail);
        }
    }

    pub(super) fn bytes(&self) -> u64 {
        self.bytes
    }

    pub(super) fn finish(mut self) -> Captured {
        self.tail
            .drain(..self.tail.len().saturating_sub(self.keep_tail));
        Captured {
            head: self.head,
            tail: self.tail,
            bytes: self.bytes,
            lines: self.ends + u64::from(self.last != b'\n'),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use proptest::prelude::*;

    use super::*;

    fn captured(chunks: &[Vec<u8>], keep_head: usize, keep_tail: usize) -> Captured {
        let mut capture = Capture::new(&Limits {
            wall: Duration::ZERO,
            cpu_s: 0,
            memory: 0,
            file_size: 0,
            keep_head,
            keep_tail,
            flood: 0,
        });
        for chunk in chunks {
            capture.take(chunk);
            assert!(capture.tail.len() <= 2 * keep_tail);
        }
        capture.finish()
    }

    #[test]
    fn what_fits_is_kept_whole() {
        let found = captured(&[b"one\n".to_vec(), b"two".to_vec()], 7, 3);
        assert_eq!((found.text().as_str(), found.lines), ("one\ntwo", 2));
        assert!(found.tail.is_empty());
    }

    #[test]
    fn no_output_has_no_lines() {
        assert_eq!(captured(&[], 7, 3), Captured::default());
    }

    proptest! {
        #[test]
        fn head_and_tail_are_the_ends_of_all(
            chunks in proptest::collection::vec(proptest::collection::vec(b'\n'..b'z', 0..40), 0..20),
            keep_head in 0usize..60,
            keep_tail in 0usize..60,
        ) {
            let all = chunks.concat();
            let found = captured(&chunks, keep_head, keep_tail);
            let head = keep_head.min(all.len());
            let tail = keep_tail.min(all.len() - head);
            prop_assert_eq!(&found.head, &all[..head]);
            prop_assert_eq!(&found.tail, &all[all.len() - tail..]);
            prop_assert_eq!(found.bytes, all.len() as u64);
            let text = String::from_utf8(all).expect("ASCII");
            prop_assert_eq!(found.lines, text.split_inclusive('\n').count() as u64);
        }
    }
}
