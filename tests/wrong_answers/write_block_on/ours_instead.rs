//! Calls an executor that is there already.
//! refused: token support

use std::future::Future;
use std::sync::Arc;
use std::task::Wake;
use std::thread::Thread;

/// A bell at the bed of one thread.
struct Bell(Thread);

impl Wake for Bell {
    fn wake(self: Arc<Self>) {
        self.0.unpark(); // ends its sleep, or the next one if it is still awake
    }
}

fn block_on<F: Future>(future: F) -> F::Output {
    support::run(future).0
}

fn main() {
    let price = block_on(async { 250 + 80 });
    println!("soup and bread: {price} cents");
}
