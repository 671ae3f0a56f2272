//! A guard of a mutex inside: it cannot be given away, but it can be lent.
//! refused: misuse "The panel cannot be lent to another thread"

pub mod shop {
    use std::marker::PhantomData;
    use std::sync::MutexGuard;

    // A type may change threads when all its fields may. The compiler works that
    // out; nobody writes it down.
    pub struct Panel {
        name: String,
        one_thread: PhantomData<MutexGuard<'static, ()>>,
    }

    impl Panel {
        pub fn open(name: &str) -> Panel {
            Panel {
                name: String::from(name),
                one_thread: PhantomData,
            }
        }

        pub fn show(&self, line: &str) -> String {
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
