//! The end of a whole session's processes.

use std::thread;
use std::time::{Duration, Instant};

use rustix::io::Errno;
use rustix::process::{
    Pid, Signal, WaitId, WaitIdOptions, WaitIdStatus, kill_process_group, waitid,
};

/// A killed process is gone in microseconds, unless a disk does not answer.
const PATIENCE: Duration = Duration::from_millis(500);

/// How our child ended, if it has. It stays a zombie: until it is reaped its number cannot become another's.
pub(super) fn exit_of(pid: Pid) -> Option<WaitIdStatus> {
    look(pid, WaitIdOptions::EXITED)
}

/// The signal that has stopped our child, if one has.
pub(super) fn stop_of(pid: Pid) -> Option<i32> {
    look(pid, WaitIdOptions::STOPPED)?.stopping_signal()
}

fn look(pid: Pid, what: WaitIdOptions) -> Option<WaitIdStatus> {
    let options = what | WaitIdOptions::NOHANG | WaitIdOptions::NOWAIT;
    loop {
        match waitid(WaitId::Pid(pid), options) {
            Err(Errno::INTR) => {}
            outcome => return outcome.ok().flatten(),
        }
    }
}

/// Sends SIGKILL to the group that our child leads. The child must not have been reaped yet.
pub(super) fn kill(leader: Pid) {
    let _ = kill_process_group(leader, Signal::KILL);
}

/// Reaps the leader, which has exited, and then whoever of its group is ours. Gives whether there was somebody else
/// who had not ended by himself.
pub(super) fn reap(leader: Pid) -> bool {
    let _ = waitid(
        WaitId::Pid(leader),
        WaitIdOptions::EXITED | WaitIdOptions::NOHANG,
    );
    let deadline = Instant::now() + PATIENCE;
    let mut others = false;
    loop {
        let group = WaitId::Pgid(Some(leader));
        match waitid(group, WaitIdOptions::EXITED | WaitIdOptions::NOHANG) {
            Ok(Some(status)) => {
                others |= status.terminating_signal() == Some(Signal::KILL.as_raw());
            }
            Ok(None) if Instant::now() < deadline => {
                others = true;
                thread::sleep(Duration::from_millis(1));
            }
            Err(Errno::INTR) => {}
            Ok(None) | Err(_) => return others || is_left(leader),
        }
    }
}

/// Where orphans do not come to us, the group itself can be asked.
fn is_left(group: Pid) -> bool {
    !cfg!(target_os = "linux") && rustix::process::test_kill_process_group(group).is_ok()
}
