//! Asks for both abilities, to be on the safe side: a job with a `Cell` is turned away.
//! refused: misuse "A job runs on a worker, and takes an Arc and a Cell along"

pub mod shop {
    use std::marker::PhantomData;
    use std::rc::Rc;

    // A type may change threads when all its fields may. The compiler works
    // that out; nobody writes it down.
    pub struct Panel {
        name: String,
        one_thread: PhantomData<Rc<()>>, // as if it had an `Rc`
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

    // `Send`: what the closure has taken along may change threads.
    impl<F: FnOnce() -> u32 + Send + Sync> Job<F> {
        pub fn new(work: F) -> Job<F> {
            Job { work }
        }

        pub fn run(self) -> u32 {
            (self.work)()
        }
    }
}
