//! Asks for `Send` when the job is run: a bad job can be made, and sent nowhere.
//! refused: misuse "No job is made that takes an Rc along"

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
    }

    impl<F: FnOnce() -> u32> Job<F> {
        pub fn new(work: F) -> Job<F> {
            Job { work }
        }

        pub fn run(self) -> u32
        where
            F: Send,
        {
            (self.work)()
        }
    }
}
