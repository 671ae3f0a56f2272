//! Waiting where there is no `poll`: a thread for each stream, and a look at the process every few milliseconds.

use std::io::{Read, Write};
use std::process::ExitStatus;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use super::OUTPUT_GRACE;
use super::cancel::Cancel;
use super::capture::Capture;
use super::orphans::Family;
use super::start::Child;
use crate::check::job::{Captured, End, Ended, Job, Limits};

const LOOK: Duration = Duration::from_millis(10);
/// After the output has ended the process itself ends at once, as a rule.
const LOOK_AFTER_OUTPUT: Duration = Duration::from_millis(1);

pub(super) fn wait(job: &Job, mut child: Child, _family: &mut Family, cancel: &Cancel) -> Ended {
    let started = Instant::now();
    give(job, &mut child);
    let mut streams = Streams::new(&job.limits, &mut child);
    let end = until_it_ends(&job.limits, &mut child, &mut streams, cancel, started);
    let took = started.elapsed();
    let by_itself = matches!(end, End::Exited(_));
    if by_itself {
        streams.read_on(OUTPUT_GRACE);
    }
    let held_open = streams.open > 0;
    let _ = child.start_kill();
    streams.read_on(OUTPUT_GRACE);
    let _ = child.try_wait();
    let (stdout, stderr) = streams.finish();
    Ended {
        end,
        stdout,
        stderr,
        took,
        left_processes: by_itself && held_open,
    }
}

fn until_it_ends(
    limits: &Limits,
    child: &mut Child,
    streams: &mut Streams,
    cancel: &Cancel,
    started: Instant,
) -> End {
    loop {
        if cancel.is_cancelled() {
            return End::Cancelled;
        }
        if streams.out.bytes() + streams.err.bytes() > limits.flood {
            return End::Flooded;
        }
        if let Ok(Some(status)) = child.try_wait() {
            return End::Exited(code(status));
        }
        if started.elapsed() >= limits.wall {
            return End::TimedOut;
        }
        let often = if streams.open > 0 {
            LOOK
        } else {
            LOOK_AFTER_OUTPUT
        };
        streams.listen(often);
    }
}

fn code(status: ExitStatus) -> i32 {
    status.code().unwrap_or(-1)
}

/// Input is given by a thread of its own: it ends when nobody reads any more.
fn give(job: &Job, child: &mut Child) {
    if let (Some(bytes), Some(mut pipe)) = (job.stdin.clone(), child.stdin().take()) {
        thread::spawn(move || {
            let _ = pipe.write_all(&bytes);
        });
    }
}

#[derive(Clone, Copy)]
enum Stream {
    Out,
    Err,
}

enum Message {
    Bytes(Stream, Vec<u8>),
    Ended,
}

struct Streams {
    messages: mpsc::Receiver<Message>,
    open: usize,
    out: Capture,
    err: Capture,
}

impl Streams {
    fn new(limits: &Limits, child: &mut Child) -> Streams {
        // Bounded, so that a flood waits in its own pipe and not in our memory.
        let (sender, messages) = mpsc::sync_channel(16);
        let mut streams = Streams {
            messages,
            open: 0,
            out: Capture::new(limits),
            err: Capture::new(limits),
        };
        if let Some(pipe) = child.stdout().take() {
            streams.open += 1;
            read(pipe, Stream::Out, sender.clone());
        }
        if let Some(pipe) = child.stderr().take() {
            streams.open += 1;
            read(pipe, Stream::Err, sender);
        }
        streams
    }

    /// Takes one message, if one comes in time.
    fn listen(&mut self, patience: Duration) -> bool {
        match self.messages.recv_timeout(patience) {
            Ok(Message::Bytes(stream, bytes)) => {
                match stream {
                    Stream::Out => self.out.take(&bytes),
                    Stream::Err => self.err.take(&bytes),
                }
                true
            }
            Ok(Message::Ended) => {
                self.open -= 1;
                true
            }
            Err(RecvTimeoutError::Timeout) => false,
            Err(RecvTimeoutError::Disconnected) => {
                thread::sleep(patience);
                false
            }
        }
    }

    fn read_on(&mut self, patience: Duration) {
        let until = Instant::now() + patience;
        while self.open > 0 && self.listen(until.saturating_duration_since(Instant::now())) {}
    }

    fn finish(self) -> (Captured, Captured) {
        (self.out.finish(), self.err.finish())
    }
}

fn read(mut pipe: impl Read + Send + 'static, stream: Stream, sender: mpsc::SyncSender<Message>) {
    thread::spawn(move || {
        let mut buffer = vec![0; 1 << 16];
        loop {
            match pipe.read(&mut buffer) {
                Ok(0) | Err(_) => break,
                Ok(length) => {
                    let message = Message::Bytes(stream, buffer[..length].to_vec());
                    if sender.send(message).is_err() {
                        return;
                    }
                }
            }
        }
        let _ = sender.send(Message::Ended);
    });
}
