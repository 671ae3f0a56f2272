//! Writes the missing abilities down, as nightly compilers allow.
//! refused: error E0658 at "impl !Send for Panel {}"

pub mod shop {
    // A type may change threads when all its fields may. The compiler works that
    // out; nobody writes it down.
    pub struct Panel {
        name: String,
    }

    impl !Send for Panel {}
    impl !Sync for Panel {}

    impl Panel {
        pub fn open(name: &str) -> Panel {
            Panel {
                name: String::from(name),
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
