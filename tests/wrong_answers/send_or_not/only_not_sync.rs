//! A `Cell` inside: it cannot be lent, but it can still be given away.
//! refused: misuse "The panel cannot be given to another thread"

pub mod shop {
    use std::cell::Cell;
    use std::marker::PhantomData;

    // A type may change threads when all its fields may. The compiler works that
    // out; nobody writes it down.
    pub struct Panel {
        name: String,
        one_thread: PhantomData<Cell<()>>,
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
