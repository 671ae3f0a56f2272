//! Stand-in until the room is merged.
use crate::check::job::*;
#[derive(Clone, Default)]
pub struct Cancel;
impl Cancel {
    pub fn new() -> Cancel {
        Cancel
    }
}
pub fn run(job: &Job, _cancel: &Cancel) -> Ended {
    let start = std::time::Instant::now();
    let out = std::process::Command::new(&job.program)
        .args(&job.args)
        .env_clear()
        .envs(job.env.iter().cloned())
        .current_dir(&job.cwd)
        .stdin(std::process::Stdio::null())
        .output()
        .expect("runs");
    let cap = |b: Vec<u8>| Captured {
        bytes: b.len() as u64,
        lines: b.iter().filter(|c| **c == b'\n').count() as u64,
        head: b,
        tail: vec![],
    };
    Ended {
        end: out.status.code().map_or(End::Signal(6), End::Exited),
        stdout: cap(out.stdout),
        stderr: cap(out.stderr),
        took: start.elapsed(),
        left_processes: false,
    }
}
