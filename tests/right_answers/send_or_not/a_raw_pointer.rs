//! A raw pointer is neither `Send` nor `Sync`, and needs no import of `Rc`.

pub mod shop {
    use std::marker::PhantomData;

    // A type may change threads when all its fields may. The compiler works that
    // out; nobody writes it down.
    pub struct Panel {
        name: String,
        one_thread: PhantomData<*const ()>,
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
