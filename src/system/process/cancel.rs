//! Asking a running job to stop, from any thread.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Cheap to clone; all clones are one. Once cancelled it stays so: every job that has it ends, now or when it starts.
#[derive(Debug, Clone, Default)]
pub struct Cancel(Arc<Inner>);

#[derive(Debug, Default)]
struct Inner {
    asked: AtomicBool,
    #[cfg(unix)]
    bell: bell::Bell,
}

impl Cancel {
    pub fn new() -> Cancel {
        Cancel::default()
    }

    pub fn cancel(&self) {
        let before = self.0.asked.swap(true, Ordering::SeqCst);
        #[cfg(unix)]
        if !before {
            self.0.bell.ring();
        }
        let _ = before;
    }

    pub fn is_cancelled(&self) -> bool {
        self.0.asked.load(Ordering::SeqCst)
    }

    /// Becomes readable when it is cancelled, and stays so. `None` where the system gave no pipe: then look now and
    /// then.
    #[cfg(unix)]
    pub(super) fn bell(&self) -> Option<std::os::fd::BorrowedFd<'_>> {
        self.0.bell.fd()
    }
}

#[cfg(unix)]
mod bell {
    use std::io::{PipeReader, PipeWriter, Write};
    use std::os::fd::{AsFd, BorrowedFd};

    /// A pipe that is written to once and never read.
    #[derive(Debug)]
    pub(super) struct Bell(Option<(PipeReader, PipeWriter)>);

    impl Default for Bell {
        fn default() -> Bell {
            Bell(std::io::pipe().ok())
        }
    }

    impl Bell {
        pub(super) fn ring(&self) {
            if let Some((_, writer)) = &self.0 {
                let mut writer = writer;
                let _ = writer.write_all(b"!");
            }
        }

        pub(super) fn fd(&self) -> Option<BorrowedFd<'_>> {
            self.0.as_ref().map(|(reader, _)| reader.as_fd())
        }
    }
}
