//! Ctrl-C and its relatives, for commands that run to an end: what runs is stopped, and the command ends by itself.

use std::io;

use super::process::Cancel;

/// From now on an interrupt cancels this token. A second one ends us at once, with 130: nobody waits for what does not
/// stop.
#[cfg(unix)]
pub fn cancels(cancel: &Cancel) -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::flag;
    use signal_hook::iterator::Signals;
    use std::sync::Arc;
    use std::sync::atomic::AtomicBool;

    const SIGNALS: [i32; 3] = [SIGINT, SIGTERM, SIGHUP];
    let once = Arc::new(AtomicBool::new(false));
    for signal in SIGNALS {
        // In this order: the first signal finds the flag down and raises it.
        flag::register_conditional_shutdown(signal, INTERRUPTED, Arc::clone(&once))?;
        flag::register(signal, Arc::clone(&once))?;
    }
    let mut signals = Signals::new(SIGNALS)?;
    let cancel = cancel.clone();
    std::thread::Builder::new()
        .name("interrupt".into())
        .spawn(move || {
            if signals.forever().next().is_some() {
                cancel.cancel();
            }
        })?;
    Ok(())
}

#[cfg(unix)]
const INTERRUPTED: i32 = 130;

/// Here Ctrl-C ends us, and the system ends our children with us.
#[cfg(not(unix))]
pub fn cancels(_cancel: &Cancel) -> io::Result<()> {
    Ok(())
}
