//! `Send` and `Sync` follow from the fields. One field that has neither is enough,
//! and `PhantomData` costs nothing: it holds no value, only a type. With the bound
//! `Send` on `new`, a bad job is refused in the line that makes it, and not only
//! later, far away, in the line that sends it.
//! Tempting: to look at the thread's id and panic. That finds out when the customer
//! is at the machine; the refusal finds out when you write the line.
//! Another way: a field `Rc<()>`. As good, but it takes 8 bytes and a bit of heap.
//! To read on, offline: `rustup doc std::marker::PhantomData`.
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

    // `F` is the type of a closure that may be called once and gives a number.
    pub struct Job<F> {
        work: F,
    }

    // `Send`: what the closure has taken along may change threads.
    impl<F: FnOnce() -> u32 + Send> Job<F> {
        pub fn new(work: F) -> Job<F> {
            Job { work }
        }

        pub fn run(self) -> u32 {
            (self.work)()
        }
    }
}
