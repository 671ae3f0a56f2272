//! The closure in a box: all jobs have one type, and the bound stands on `new`.

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

    pub struct Job {
        work: Box<dyn FnOnce() -> u32 + Send>,
    }

    // `Send`: what the closure has taken along may change threads.
    impl Job {
        pub fn new(work: impl FnOnce() -> u32 + Send + 'static) -> Job {
            Job {
                work: Box::new(work),
            }
        }

        pub fn run(self) -> u32 {
            (self.work)()
        }
    }
}
