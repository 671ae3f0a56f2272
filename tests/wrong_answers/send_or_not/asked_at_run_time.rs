//! Looks which thread it is on, and panics when it is too late.
//! refused: misuse "The panel cannot be given to another thread"

pub mod shop {
    use std::thread::{self, ThreadId};

    // A type may change threads when all its fields may. The compiler works that
    // out; nobody writes it down.
    pub struct Panel {
        name: String,
        home: ThreadId,
    }

    impl Panel {
        pub fn open(name: &str) -> Panel {
            Panel {
                name: String::from(name),
                home: thread::current().id(),
            }
        }

        pub fn show(&self, line: &str) -> String {
            assert_eq!(self.home, thread::current().id(), "not this thread");
            format!("{}: {line}", self.name)
        }
    }

    pub struct Job<F> {
        work: F,
    }

    impl<F: FnOnce() -> u32 + Send> Job<F> {
        pub fn new(work: F) -> Job<F> {
            Job { work }
        }

        pub fn run(self) -> u32 {
            (self.work)()
        }
    }
}
