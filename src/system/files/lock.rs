//! A lock that the system takes back when its holder dies: there are no stale ones.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::Path;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

/// Held until it is dropped.
#[derive(Debug)]
pub struct Lock {
    file: File,
}

impl Drop for Lock {
    /// Closing is not enough: a process that is just being started has the file too, until it becomes another program.
    fn drop(&mut self) {
        let _ = self.file.unlock();
    }
}

/// How an attempt went. Whoever does not get the lock can still go on: reading, merging and writing atomically loses
/// nothing but a race.
#[derive(Debug)]
pub enum Locking {
    Held(Lock),
    /// Another process has it: what that one wrote about itself, if it can be read.
    Busy {
        holder: Option<String>,
    },
    /// This file system has no locks, or does not answer.
    Unavailable {
        why: String,
    },
}

impl Lock {
    /// Tries for `patience`, and never longer: a network file system may let the call itself hang. `about` (one line)
    /// is what others see of the holder.
    pub fn take(path: &Path, about: &str, patience: Duration) -> Locking {
        let (path, about) = (path.to_owned(), about.to_owned());
        let (answer, outcome) = mpsc::channel();
        let work = move || {
            let _ = answer.send(take(&path, &about, patience));
        };
        let started = thread::Builder::new().name("lock".into()).spawn(work);
        let waited = started.map(|_| outcome.recv_timeout(patience + Duration::from_millis(250)));
        match waited {
            Ok(Ok(Ok(locking))) => locking,
            Ok(Ok(Err(error))) | Err(error) => Locking::Unavailable {
                why: error.to_string(),
            },
            Ok(Err(_)) => Locking::Unavailable {
                why: "the file system does not answer".into(),
            },
        }
    }
}

fn take(path: &Path, about: &str, patience: Duration) -> io::Result<Locking> {
    let mut file = open(path)?;
    let deadline = Instant::now() + patience;
    loop {
        match file.try_lock() {
            Ok(()) => {
                let _ = sign(&mut file, about);
                return Ok(Locking::Held(Lock { file }));
            }
            Err(TryLockError::Error(error)) => return Err(error),
            Err(TryLockError::WouldBlock) if Instant::now() >= deadline => {
                let holder = holder(&mut file);
                return Ok(Locking::Busy { holder });
            }
            // There is no way to be woken by it.
            Err(TryLockError::WouldBlock) => thread::sleep(Duration::from_millis(10)),
        }
    }
}

fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt;
        let flags = OFlags::NONBLOCK | OFlags::NOFOLLOW;
        options.custom_flags(i32::try_from(flags.bits()).unwrap_or(0));
    }
    let file = options.open(path)?;
    match super::what_it_is(&file.metadata()?) {
        None => Ok(file),
        Some(what) => Err(io::Error::other(format!("the lock's file is {what}"))),
    }
}

fn sign(file: &mut File, about: &str) -> io::Result<()> {
    file.set_len(0)?;
    file.rewind()?;
    file.write_all(about.as_bytes())
}

fn holder(file: &mut File) -> Option<String> {
    let mut text = String::new();
    file.take(200).read_to_string(&mut text).ok()?;
    let line = text.lines().next()?.trim();
    (!line.is_empty()).then(|| line.to_owned())
}
