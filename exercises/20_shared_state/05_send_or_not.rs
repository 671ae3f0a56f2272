//! Send or not
//! A print shop has a panel on its machine, and jobs for its workers. The panel is
//! for the thread that opened it, and for no other. A job may go to any worker, and
//! must not take along what is for one thread alone. Let the compiler see to both.
//! Change only `mod shop`; the examples are the contract.
//!
//! # Examples
//!
//! The panel shows a line on its own thread:
//! ```
//! use send_or_not::shop::Panel;
//! let panel = Panel::open("machine 3");
//! assert_eq!(panel.show("paper"), "machine 3: paper");
//! ```
//!
//! A job runs on a worker, and takes an Arc and a Cell along:
//! ```
//! use send_or_not::shop::Job;
//! use std::cell::Cell;
//! use std::sync::Arc;
//! let sizes = Arc::new(vec![4, 8]);
//! let (copy, spare) = (Arc::clone(&sizes), Cell::new(1));
//! let job = Job::new(move || copy[0] + copy[1] + spare.get());
//! let worker = std::thread::spawn(move || job.run());
//! assert_eq!(worker.join().unwrap(), 13);
//! ```
//!
//! The panel cannot be given to another thread:
//! ```compile_fail,E0277
//! use send_or_not::shop::Panel;
//! let panel = Panel::open("machine 3");
//! std::thread::spawn(move || panel.show("ink")); //~ E0277
//! ```
//!
//! The panel cannot be lent to another thread:
//! ```compile_fail,E0277
//! use send_or_not::shop::Panel;
//! let panel = Panel::open("machine 3");
//! std::thread::scope(|scope| {
//!     scope.spawn(|| panel.show("ink")); //~ E0277
//! });
//! ```
//!
//! No job is made that takes an Rc along:
//! ```compile_fail,E0277
//! use send_or_not::shop::Job;
//! use std::rc::Rc;
//! let sizes = Rc::new(vec![4, 8]);
//! let job = Job::new(move || sizes.iter().sum()); //~ E0277
//! ```

pub mod shop {
    // A type may change threads when all its fields may. The compiler works
    // that out; nobody writes it down.
    // TODO: a field for the panel, and one more ability that `new` asks for.
    pub struct Panel {
        name: String,
    }

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

    // `F` is the type of a closure that may be called once and gives a number.
    pub struct Job<F> {
        work: F,
    }

    impl<F: FnOnce() -> u32> Job<F> {
        pub fn new(work: F) -> Job<F> {
            Job { work }
        }

        pub fn run(self) -> u32 {
            (self.work)()
        }
    }
}
