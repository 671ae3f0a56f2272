//! What refuses every job refuses the bad ones too.
//! refused: misuse "A job runs on a worker, and takes an Arc and a Cell along"

pub mod shop {
    use std::marker::PhantomData;
    use std::rc::Rc;

    // A type may change threads when all its fields may. The compiler works that
    // out; nobody writes it down.
    pub struct Panel {
        name: String,
        one_thread: PhantomData<Rc<()>>,
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
        one_thread: PhantomData<Rc<()>>,
    }

    impl<F: FnOnce() -> u32 + Send> Job<F> {
        pub fn new(work: F) -> Job<F> {
            Job {
                work,
                one_thread: PhantomData,
            }
        }

        pub fn run(self) -> u32 {
            (self.work)()
        }
    }
}
