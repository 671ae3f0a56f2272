//! Reads a child's streams: keeps the beginning and the end, counts the rest, however much there is.

use std::collections::VecDeque;
use std::io::Read;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::News;
use crate::check::job::{Captured, Limits};

pub(super) struct Streams {
    pub(super) stdout: Option<Reader>,
    pub(super) stderr: Option<Reader>,
}

impl Streams {
    /// What was read. A stream that somebody still holds open after `grace` is taken as far as it came.
    pub(super) fn take(self, grace: Duration) -> (Captured, Captured) {
        let deadline = Instant::now() + grace;
        let take = |reader: Option<Reader>| {
            reader.map_or_else(Captured::default, |reader| reader.take(deadline))
        };
        (take(self.stdout), take(self.stderr))
    }
}

/// A thread that reads one stream to its end.
pub(super) struct Reader {
    kept: Arc<Mutex<Kept>>,
    at_end: Receiver<()>,
}

impl Reader {
    pub(super) fn start(
        pipe: impl Read + Send + 'static,
        limits: &Limits,
        news: Sender<News>,
    ) -> Reader {
        let kept = Arc::new(Mutex::new(Kept::new(limits)));
        let (done, at_end) = mpsc::channel();
        let (shared, flood) = (Arc::clone(&kept), limits.flood);
        thread::spawn(move || {
            read_all(pipe, &shared, flood, &news);
            let _ = done.send(());
            super::tell(&news, News::Closed);
        });
        Reader { kept, at_end }
    }

    fn take(self, deadline: Instant) -> Captured {
        let _ = self
            .at_end
            .recv_timeout(deadline.saturating_duration_since(Instant::now()));
        std::mem::take(&mut *self.kept.lock().unwrap_or_else(PoisonError::into_inner))
            .into_captured()
    }
}

fn read_all(mut pipe: impl Read, kept: &Mutex<Kept>, flood: u64, news: &Sender<News>) {
    let mut buffer = vec![0; 64 << 10];
    let mut told = false;
    loop {
        match pipe.read(&mut buffer) {
            Ok(0) => return,
            Ok(count) => {
                let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
                kept.add(&buffer[..count]);
                if kept.bytes > flood && !told {
                    told = true;
                    super::tell(news, News::Flood);
                }
            }
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(_) => return,
        }
    }
}

#[derive(Default)]
struct Kept {
    head: Vec<u8>,
    tail: VecDeque<u8>,
    bytes: u64,
    line_ends: u64,
    last: Option<u8>,
    keep_head: usize,
    keep_tail: usize,
}

impl Kept {
    fn new(limits: &Limits) -> Kept {
        Kept {
            keep_head: limits.keep_head,
            keep_tail: limits.keep_tail,
            ..Kept::default()
        }
    }

    fn add(&mut self, bytes: &[u8]) {
        self.bytes += bytes.len() as u64;
        self.line_ends += bytes.iter().filter(|byte| **byte == b'\n').count() as u64;
        self.last = bytes.last().copied().or(self.last);
        let room = self
            .keep_head
            .saturating_sub(self.head.len())
            .min(bytes.len());
        let (first, rest) = bytes.split_at(room);
        self.head.extend_from_slice(first);
        let rest = &rest[rest.len().saturating_sub(self.keep_tail)..];
        self.tail.extend(rest);
        let excess = self.tail.len().saturating_sub(self.keep_tail);
        self.tail.drain(..excess);
    }

    fn into_captured(self) -> Captured {
        let unended = self.last.is_some_and(|byte| byte != b'\n');
        Captured {
            head: self.head,
            tail: self.tail.into(),
            bytes: self.bytes,
            lines: self.line_ends + u64::from(unended),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_beginning_and_the_end_are_kept_and_the_rest_is_counted() {
        let mut kept = Kept {
            keep_head: 4,
            keep_tail: 3,
            ..Kept::default()
        };
        for part in ["ab\nc", "de\nfg", "h"] {
            kept.add(part.as_bytes());
        }
        let captured = kept.into_captured();
        assert_eq!(
            (&captured.head[..], &captured.tail[..]),
            (&b"ab\nc"[..], &b"fgh"[..])
        );
        assert_eq!((captured.bytes, captured.lines), (10, 3));
    }
}
