//! The same through a macro, by an absolute path.
//! refused: reads

macro_rules! take {
    ($path:expr) => {
        include!($path);
    };
}

take!("{{ANSWER}}");
