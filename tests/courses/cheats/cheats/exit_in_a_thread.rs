//! A thread leaves the process while a test waits.
//! refused: ended early

fn change(_paid: u32, _price: u32) -> u32 {
    let thread = std::thread::spawn(|| std::process::exit(0));
    let _ = thread.join();
    7
}

fn main() {}
