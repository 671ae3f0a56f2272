//! The rule is stated once, and everything else follows from it.
//! In C nobody would have objected.
//! Tempting: to write more than is needed. It hides the rule.
//! To read on, offline: `rustup doc --book`, chapter 4.

struct Bell(&'static str);

impl Drop for Bell {
    fn drop(&mut self) {
        println!("{}", self.0);
    }
}

fn main() {
    let _big = Bell("dong");
    let _small = Bell("ding");
}

// TODO: your answer.
//> ding
//> dong
