//! Waiting on Unix: one `poll` for output, input, the end of the process, a cancellation and the deadline. No thread is
//! started, so none is left behind by a pipe that somebody keeps open.

use std::fs::File;
use std::io::{ErrorKind, Read, Write};
use std::os::fd::{AsFd, OwnedFd};
use std::thread;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::process::{Pid, Signal, WaitIdStatus};

use super::cancel::Cancel;
use super::capture::Capture;
use super::orphans::Family;
use super::start::Child;
use super::{OUTPUT_GRACE, group};
use crate::check::job::{End, Ended, Job, Limits};

/// How often a process is looked at that gives no sign: whether it is stopped.
const LOOK: Duration = Duration::from_millis(200);
/// The same where the end of a process gives no sign either.
const LOOK_FOR_EXIT: Duration = Duration::from_millis(5);
/// Waking so much too late means that we were stopped, or the whole machine: that is not the program's time.
const ASLEEP: Duration = Duration::from_secs(1);
/// A killed process that is still there after this hangs in the kernel.
const KILL_GRACE: Duration = Duration::from_secs(2);

/// Longer limits are none.
const FOR_EVER: Duration = Duration::from_secs(86_400 * 365);

pub(super) fn wait(job: &Job, mut child: Child, family: &mut Family, cancel: &Cancel) -> Ended {
    let number = i32::try_from(child.id()).unwrap_or(0);
    family.started(number);
    let leader = Pid::from_raw(number).expect("a started process has a number");
    #[cfg(target_os = "linux")]
    super::limits::apply(leader, &job.limits);
    let mut run = Run::new(job, leader, &mut child, cancel);
    let cause = run.until_it_ends();
    let took = run.started.elapsed();
    if matches!(cause, Cause::Exited(_)) {
        run.read_on(OUTPUT_GRACE);
    }
    let held_open = run.is_open();
    let others = run.end_group();
    let survivors = family.end_survivors();
    // Everybody is gone: what is still in the pipes can be read at once.
    let flooded = matches!(cause, Cause::Flooded);
    run.read_on(if flooded {
        Duration::ZERO
    } else {
        OUTPUT_GRACE / 4
    });
    let by_itself = matches!(cause, Cause::Exited(_));
    Ended {
        end: cause.end(),
        stdout: run.out.kept.finish(),
        stderr: run.err.kept.finish(),
        took,
        left_processes: survivors || by_itself && (others || held_open),
    }
}

/// Why it was no longer waited for.
enum Cause {
    Exited(WaitIdStatus),
    Stopped(i32),
    TimedOut,
    Flooded,
    Cancelled,
}

impl Cause {
    fn end(self) -> End {
        match self {
            Cause::Exited(status) => end_of(&status),
            Cause::Stopped(signal) => End::Signal(signal),
            Cause::TimedOut => End::TimedOut,
            Cause::Flooded => End::Flooded,
            Cause::Cancelled => End::Cancelled,
        }
    }
}

/// The processor limit is ours: whoever meets it did not end in time.
fn end_of(status: &WaitIdStatus) -> End {
    match (status.exit_status(), status.terminating_signal()) {
        (_, Some(signal)) if signal == Signal::XCPU.as_raw() => End::TimedOut,
        (_, Some(signal)) => End::Signal(signal),
        (code, None) => End::Exited(code.unwrap_or(-1)),
    }
}

struct Run<'a> {
    limits: &'a Limits,
    cancel: &'a Cancel,
    leader: Pid,
    /// Becomes readable when the leader exits; Linux has it since 5.3.
    exit: Option<OwnedFd>,
    input: Option<Input<'a>>,
    out: Output,
    err: Output,
    buffer: Vec<u8>,
    started: Instant,
    deadline: Instant,
}

struct Output {
    pipe: Option<File>,
    kept: Capture,
}

struct Input<'a> {
    pipe: File,
    left: &'a [u8],
}

#[derive(Clone, Copy)]
enum Source {
    Out,
    Err,
    Input,
    /// The exit or the cancellation: that it woke us is all.
    Sign,
}

impl<'a> Run<'a> {
    fn new(job: &'a Job, leader: Pid, child: &mut Child, cancel: &'a Cancel) -> Run<'a> {
        let started = Instant::now();
        let limits = &job.limits;
        let out = child.stdout().take().map(OwnedFd::from);
        let err = child.stderr().take().map(OwnedFd::from);
        let input = child.stdin().take().map(OwnedFd::from);
        Run {
            limits,
            cancel,
            leader,
            exit: exit_sign(leader),
            input: input.map(not_blocking).map(|pipe| Input {
                pipe,
                left: job.stdin.as_deref().unwrap_or_default(),
            }),
            out: Output::new(out, limits),
            err: Output::new(err, limits),
            buffer: vec![0; 1 << 16],
            started,
            deadline: started
                .checked_add(limits.wall)
                .unwrap_or(started + FOR_EVER),
        }
    }

    fn until_it_ends(&mut self) -> Cause {
        let often = if self.exit.is_some() {
            LOOK
        } else {
            LOOK_FOR_EXIT
        };
        let mut next_look = self.started + LOOK;
        loop {
            let now = Instant::now();
            if self.cancel.is_cancelled() {
                return Cause::Cancelled;
            }
            if self.bytes() > self.limits.flood {
                return Cause::Flooded;
            }
            if let Some(status) = group::exit_of(self.leader) {
                return Cause::Exited(status);
            }
            if now >= self.deadline {
                return Cause::TimedOut;
            }
            if now >= next_look {
                if let Some(signal) = group::stop_of(self.leader) {
                    return Cause::Stopped(signal);
                }
                next_look = now + LOOK;
            }
            let until = self.deadline.min(now + often);
            self.listen(until, true);
            let late = until.elapsed();
            if late > ASLEEP {
                self.deadline += late;
            }
        }
    }

    /// Reads until both streams have ended, at most for so long.
    fn read_on(&mut self, patience: Duration) {
        self.input = None;
        let until = Instant::now() + patience;
        while self.is_open() && Instant::now() < until && self.bytes() <= self.limits.flood {
            self.listen(until, false);
        }
    }

    fn bytes(&self) -> u64 {
        self.out.kept.bytes() + self.err.kept.bytes()
    }

    fn is_open(&self) -> bool {
        self.out.pipe.is_some() || self.err.pipe.is_some()
    }

    /// Ends the session and reaps it. Gives whether there was anybody beside the leader.
    fn end_group(&mut self) -> bool {
        group::kill(self.leader);
        let until = Instant::now() + KILL_GRACE;
        while group::exit_of(self.leader).is_none() && Instant::now() < until {
            self.await_exit(until);
        }
        group::reap(self.leader)
    }

    fn await_exit(&self, until: Instant) {
        match &self.exit {
            Some(exit) => {
                let mut signs = [PollFd::new(exit, PollFlags::IN)];
                let _ = poll(&mut signs, Some(&until_then(until)));
            }
            None => thread::sleep(Duration::from_millis(1)),
        }
    }

    /// Waits until something happens or the time has come; takes and gives what can be taken and given. With `signs`
    /// the exit and a cancellation are waited for too.
    fn listen(&mut self, until: Instant, signs: bool) {
        let ready = self.ready(until, signs);
        for source in ready {
            match source {
                Source::Out => self.out.take(&mut self.buffer),
                Source::Err => self.err.take(&mut self.buffer),
                Source::Input => self.input = self.input.take().and_then(Input::give),
                Source::Sign => {}
            }
        }
    }

    fn ready(&self, until: Instant, signs: bool) -> Vec<Source> {
        let input = self.input.as_ref().map(|input| input.pipe.as_fd());
        let exit = self.exit.as_ref().map(AsFd::as_fd);
        let all = [
            (
                Source::Out,
                self.out.pipe.as_ref().map(AsFd::as_fd),
                PollFlags::IN,
            ),
            (
                Source::Err,
                self.err.pipe.as_ref().map(AsFd::as_fd),
                PollFlags::IN,
            ),
            (Source::Input, input, PollFlags::OUT),
            (Source::Sign, exit.filter(|_| signs), PollFlags::IN),
            (
                Source::Sign,
                self.cancel.bell().filter(|_| signs),
                PollFlags::IN,
            ),
        ];
        let (mut sources, mut fds) = (Vec::with_capacity(5), Vec::with_capacity(5));
        for (source, fd, what) in all {
            if let Some(fd) = fd {
                sources.push(source);
                fds.push(PollFd::from_borrowed_fd(fd, what));
            }
        }
        match poll(&mut fds, Some(&until_then(until))) {
            Ok(_) | Err(rustix::io::Errno::INTR) => {}
            Err(_) => thread::sleep(LOOK_FOR_EXIT),
        }
        let woken = sources.into_iter().zip(&fds);
        woken
            .filter(|(_, fd)| !fd.revents().is_empty())
            .map(|(source, _)| source)
            .collect()
    }
}

impl Output {
    fn new(pipe: Option<OwnedFd>, limits: &Limits) -> Output {
        Output {
            pipe: pipe.map(not_blocking),
            kept: Capture::new(limits),
        }
    }

    fn take(&mut self, buffer: &mut [u8]) {
        let Some(pipe) = &mut self.pipe else {
            return;
        };
        match pipe.read(buffer) {
            Ok(0) => self.pipe = None,
            Ok(length) => self.kept.take(&buffer[..length]),
            Err(error) if is_passing(error.kind()) => {}
            Err(_) => self.pipe = None,
        }
    }
}

impl Input<'_> {
    /// Gives what the pipe takes; `None` when all is given, or nobody reads any more.
    fn give(mut self) -> Option<Self> {
        match self.pipe.write(self.left) {
            Ok(length) => self.left = &self.left[length..],
            Err(error) if is_passing(error.kind()) => {}
            Err(_) => return None,
        }
        (!self.left.is_empty()).then_some(self)
    }
}

fn is_passing(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::WouldBlock | ErrorKind::Interrupted)
}

fn not_blocking(pipe: OwnedFd) -> File {
    let _ = rustix::io::ioctl_fionbio(&pipe, true);
    File::from(pipe)
}

#[cfg(target_os = "linux")]
fn exit_sign(leader: Pid) -> Option<OwnedFd> {
    rustix::process::pidfd_open(leader, rustix::process::PidfdFlags::empty()).ok()
}

#[cfg(not(target_os = "linux"))]
fn exit_sign(_leader: Pid) -> Option<OwnedFd> {
    None
}

fn until_then(then: Instant) -> Timespec {
    let left = then.saturating_duration_since(Instant::now());
    Timespec {
        tv_sec: i64::try_from(left.as_secs()).unwrap_or(i64::MAX),
        tv_nsec: left.subsec_nanos().into(),
    }
}
