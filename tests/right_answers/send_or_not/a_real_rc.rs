//! An `Rc` as a field, and the bound on `new` alone.

pub mod shop {
    use std::rc::Rc;

    // A type may change threads when all its fields may. The compiler works that
    // out; nobody writes it down.
    pub struct Panel {
        name: String,
        _one_thread: Rc<()>,
    }

    impl Panel {
        pub fn open(name: &str) -> Panel {
            Panel {
                name: String::from(name),
                _one_thread: Rc::new(()),
            }
        }

        pub fn show(&self, line: &str) -> String {
            format!("{}: {line}", self.name)
        }
    }

    pub struct Job<F> {
        work: F,
    }

    impl<F: FnOnce() -> u32> Job<F> {
        pub fn new(work: F) -> Job<F>
        where
            F: Send,
        {
            Job { work }
        }

        pub fn run(self) -> u32 {
            (self.work)()
        }
    }
}
