//! A child with everything that it starts: its session and group, its limits, and what outlives it.

use std::io;
use std::process::{Child, Command, ExitStatus};
use std::sync::mpsc::Sender;

use super::News;
use crate::check::job::{End, Job};

#[cfg(unix)]
pub(super) use unix::{Group, end_of, spawn};

#[cfg(unix)]
mod unix {
    use std::os::unix::process::ExitStatusExt;
    use std::thread;

    use process_wrap::std::{ChildWrapper, CommandWrap, ProcessSession};
    use rustix::process::{
        Pid, Resource, Rlimit, Signal, WaitId, WaitIdOptions, WaitOptions, kill_process,
        kill_process_group, prlimit, waitid, waitpgid, waitpid,
    };

    use super::{Child, Command, End, ExitStatus, Job, News, Sender, io};

    /// Every process of a run carries it in its environment, so that one that has left the group is still known.
    const MARK: &str = "TUTOR_RUN";

    pub(in super::super) struct Group {
        leader: Pid,
        mark: String,
    }

    /// Starts the command as the leader of a session of its own.
    pub(in super::super) fn spawn(mut command: Command, job: &Job) -> io::Result<(Child, Group)> {
        let mark = mark();
        command.env(MARK, &mark);
        adopt_orphans();
        let mut wrapped = CommandWrap::from(command);
        wrapped.wrap(ProcessSession);
        let child = into_std(wrapped.spawn()?)?;
        let leader = i32::try_from(child.id()).ok().and_then(Pid::from_raw);
        let leader = leader.ok_or_else(|| io::Error::other("a process without a number"))?;
        limit(leader, job);
        Ok((child, Group { leader, mark }))
    }

    /// The plain child below its wrapper: waiting and killing are done here.
    fn into_std(child: Box<dyn ChildWrapper>) -> io::Result<Child> {
        let plain: Box<dyn std::any::Any> = child.into_inner();
        plain
            .downcast::<Child>()
            .map(|child| *child)
            .map_err(|_| io::Error::other("an unknown kind of process"))
    }

    fn mark() -> String {
        use std::hash::{BuildHasher, Hasher};
        let random = std::collections::hash_map::RandomState::new()
            .build_hasher()
            .finish();
        format!("{}-{random:016x}", std::process::id())
    }

    /// Accident limits, set from outside right after the start; where the system knows none, there are none.
    fn limit(pid: Pid, job: &Job) {
        #[cfg(target_os = "linux")]
        for (resource, most) in [
            (Resource::Cpu, job.limits.cpu_s),
            (Resource::As, job.limits.memory),
            (Resource::Fsize, job.limits.file_size),
            (Resource::Core, 0),
        ] {
            let _ = prlimit(
                Some(pid),
                resource,
                Rlimit {
                    current: Some(most),
                    maximum: Some(most),
                },
            );
        }
    }

    /// What a child of ours has started and left becomes our child, instead of nobody's.
    fn adopt_orphans() {
        #[cfg(target_os = "linux")]
        let _ = rustix::process::set_child_subreaper(Some(rustix::process::getpid()));
    }

    impl Group {
        /// Tells of the leader's exit, and leaves it to be reaped.
        pub(in super::super) fn tell_of_exit(&self, news: Sender<News>) {
            let leader = self.leader;
            thread::spawn(move || {
                let ended = WaitIdOptions::EXITED | WaitIdOptions::STOPPED | WaitIdOptions::NOWAIT;
                loop {
                    match waitid(WaitId::Pid(leader), ended) {
                        // One that was stopped (it has asked for a terminal) would hang for ever.
                        Ok(Some(status)) if status.stopped() => {
                            let _ = kill_process_group(leader, Signal::KILL);
                            let _ = waitid(
                                WaitId::Pid(leader),
                                WaitIdOptions::EXITED | WaitIdOptions::NOWAIT,
                            );
                            break;
                        }
                        Err(rustix::io::Errno::INTR) => {}
                        _ => break,
                    }
                }
                super::super::tell(&news, News::Exited);
            });
        }

        pub(in super::super) fn kill(&self) {
            let _ = kill_process_group(self.leader, Signal::KILL);
        }

        /// Whether something that the leader has started outlives it.
        pub(in super::super) fn has_survivors(&self) -> bool {
            !self.orphans().is_empty()
        }

        /// After the leader was reaped: reaps the rest of the group, which was ended, and ends those that have made a
        /// session of their own. Orphans come to us, and carry the mark.
        pub(in super::super) fn sweep(&self) {
            while let Ok(Some(_)) = waitpgid(self.leader, WaitOptions::empty()) {}
            // One that is ended may leave children of its own behind: they come to us in the next round.
            for _ in 0..64 {
                let orphans = self.orphans();
                if orphans.is_empty() {
                    return;
                }
                for orphan in orphans {
                    let _ = kill_process(orphan, Signal::KILL);
                    let _ = waitpid(Some(orphan), WaitOptions::empty());
                }
            }
        }

        fn orphans(&self) -> Vec<Pid> {
            let wanted = format!("{MARK}={}", self.mark);
            children()
                .into_iter()
                .filter(|pid| *pid != self.leader && carries(*pid, wanted.as_bytes()))
                .collect()
        }
    }

    fn carries(pid: Pid, mark: &[u8]) -> bool {
        let path = format!("/proc/{}/environ", pid.as_raw_nonzero());
        let environ = std::fs::read(path).unwrap_or_default();
        environ.split(|byte| *byte == 0).any(|entry| entry == mark)
    }

    /// Our own children, as far as the system tells.
    fn children() -> Vec<Pid> {
        let mut found = Vec::new();
        for task in std::fs::read_dir("/proc/self/task")
            .into_iter()
            .flatten()
            .flatten()
        {
            let text = std::fs::read_to_string(task.path().join("children")).unwrap_or_default();
            found.extend(
                text.split_whitespace()
                    .filter_map(|pid| pid.parse().ok())
                    .filter_map(Pid::from_raw),
            );
        }
        found
    }

    /// How a reaped process has ended.
    pub(in super::super) fn end_of(status: io::Result<ExitStatus>) -> End {
        match status {
            Ok(status) => match (status.code(), status.signal()) {
                (Some(code), _) => End::Exited(code),
                (None, Some(signal)) => End::Signal(signal),
                (None, None) => End::Signal(0),
            },
            Err(error) => End::NotStarted {
                why: error.to_string(),
                not_found: false,
            },
        }
    }
}
