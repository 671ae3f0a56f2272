//! One process from start to end: in a session of its own, within its limits, its whole group ended with it.
//!
//! [`run`] is the only way in which this program starts another one that belongs to a check.

mod cancel;
mod group;
mod streams;

use std::io::Write;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

pub use cancel::Cancel;

use crate::check::job::{End, Ended, Job};
use group::Group;
use streams::{Reader, Streams};

/// How long the ends of its streams may outlive a process before its group is ended.
const GRACE: Duration = Duration::from_millis(200);

/// What can happen while we wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum News {
    /// The process has exited; it is not reaped yet, so that its number stays its own.
    Exited,
    Cancelled,
    /// A stream is longer than the job allows.
    Flood,
    /// A stream is at its end.
    Closed,
}

/// Runs a job to its end, or ends it when `cancel` is called. Never fails: every way to end is an [`End`].
pub fn run(job: &Job, cancel: &Cancel) -> Ended {
    let started = Instant::now();
    if cancel.is_cancelled() {
        return not_run(End::Cancelled, started);
    }
    match start(job) {
        Ok((child, group)) => Running::new(child, group, job, cancel, started).finish(),
        Err(error) => {
            let not_found = error.kind() == std::io::ErrorKind::NotFound && !job.program.exists();
            not_run(
                End::NotStarted {
                    why: error.to_string(),
                    not_found,
                },
                started,
            )
        }
    }
}

fn not_run(end: End, started: Instant) -> Ended {
    Ended {
        end,
        stdout: Default::default(),
        stderr: Default::default(),
        took: started.elapsed(),
        left_processes: false,
    }
}

/// A fresh program can be busy for a moment: an antivirus reads it, another thread was just forking.
fn start(job: &Job) -> std::io::Result<(Child, Group)> {
    let mut pauses = [5, 20, 80, 200].into_iter();
    loop {
        let busy = match group::spawn(command(job), job) {
            Err(error) if is_busy(&error) => error,
            other => return other,
        };
        let Some(pause) = pauses.next() else {
            return Err(busy);
        };
        thread::sleep(Duration::from_millis(pause));
    }
}

fn is_busy(error: &std::io::Error) -> bool {
    matches!(
        error.kind(),
        std::io::ErrorKind::ExecutableFileBusy
            | std::io::ErrorKind::ResourceBusy
            | std::io::ErrorKind::WouldBlock
    ) || cfg!(windows) && error.kind() == std::io::ErrorKind::PermissionDenied
}

fn command(job: &Job) -> Command {
    let mut command = Command::new(&job.program);
    command
        .args(&job.args)
        .env_clear()
        .envs(job.env.iter().map(|(name, value)| (name, value)));
    command.current_dir(&job.cwd);
    command.stdin(if job.stdin.is_some() {
        Stdio::piped()
    } else {
        Stdio::null()
    });
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

struct Running<'a> {
    child: Child,
    group: Group,
    streams: Streams,
    news: Receiver<News>,
    job: &'a Job,
    started: Instant,
    /// Lets go of the cancel token when the run is over.
    _listening: cancel::Listening<'a>,
}

impl<'a> Running<'a> {
    fn new(
        mut child: Child,
        group: Group,
        job: &'a Job,
        cancel: &'a Cancel,
        started: Instant,
    ) -> Running<'a> {
        let (tell, news) = mpsc::channel();
        let streams = Streams {
            stdout: child
                .stdout
                .take()
                .map(|pipe| Reader::start(pipe, &job.limits, tell.clone())),
            stderr: child
                .stderr
                .take()
                .map(|pipe| Reader::start(pipe, &job.limits, tell.clone())),
        };
        feed(&mut child, job.stdin.clone());
        group.tell_of_exit(tell.clone());
        let listening = cancel.listen(tell);
        Running {
            child,
            group,
            streams,
            news,
            job,
            started,
            _listening: listening,
        }
    }

    fn finish(mut self) -> Ended {
        let (cause, closed) = self.wait();
        let took = self.started.elapsed();
        let left_processes = cause.is_none() && {
            let held = self.wait_for_streams(closed);
            held || self.group.has_survivors()
        };
        // The leader is not reaped yet, so that its number cannot be another's.
        self.group.kill();
        let status = self.child.wait();
        self.group.sweep();
        let (stdout, stderr) = self.streams.take(GRACE);
        let end = cause.unwrap_or_else(|| group::end_of(status));
        Ended {
            end,
            stdout,
            stderr,
            took,
            left_processes,
        }
    }

    /// Until the process exits, or until it has to be ended: then why. Also how many streams were closed by then.
    fn wait(&self) -> (Option<End>, usize) {
        let mut closed = 0;
        loop {
            let left = self.job.limits.wall.saturating_sub(self.started.elapsed());
            match self.news.recv_timeout(left) {
                Ok(News::Exited) => return (None, closed),
                Ok(News::Closed) => closed += 1,
                Ok(News::Cancelled) => return (Some(End::Cancelled), closed),
                Ok(News::Flood) => return (Some(End::Flooded), closed),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                    return (Some(End::TimedOut), closed);
                }
            }
        }
    }

    /// The process is over; its streams end at once, unless somebody that it started still holds them.
    fn wait_for_streams(&self, mut closed: usize) -> bool {
        let deadline = Instant::now() + GRACE;
        while closed < 2 {
            match self
                .news
                .recv_timeout(deadline.saturating_duration_since(Instant::now()))
            {
                Ok(News::Closed) => closed += 1,
                Ok(News::Cancelled | News::Flood) | Err(_) => return true,
                Ok(News::Exited) => {}
            }
        }
        false
    }
}

/// Writes the input from a thread of its own: a program that never reads must not hold us up.
fn feed(child: &mut Child, input: Option<Vec<u8>>) {
    if let (Some(mut pipe), Some(input)) = (child.stdin.take(), input) {
        thread::spawn(move || {
            // A program may leave before it has read everything.
            let _ = pipe.write_all(&input);
        });
    }
}

/// Only for [`group`] and [`streams`]: a listener that is gone wants no news.
fn tell(listener: &Sender<News>, news: News) {
    let _ = listener.send(news);
}

#[cfg(all(test, unix))]
mod tests;
