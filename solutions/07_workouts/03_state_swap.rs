//! `replace` gives you the old state, and leaves another one in its place, in one
//! step. Now the state is yours, and its name may go where you like.
//! The refusal was needed, although `advance` soon puts a new state there: should
//! `push` panic on the way, the kiln would free a name that `push` has, too.
//! In C, that name is then freed twice.
//! Tempting: "I put it right at once". Lent things must be whole in between, too.
//! Another way: `match &mut self.state`, and `mem::take` the name in each arm.
//! To read on, offline: `rustup doc std::mem::replace`.

/// What the kiln is doing, and for whom.
enum State {
    Empty,
    Drying(String),
    Firing(String),
    Cooling(String),
}

struct Kiln {
    state: State,
    done: Vec<String>,
}

impl Kiln {
    fn advance(&mut self) {
        // The old state comes out, `Empty` goes in: there always is one.
        self.state = match std::mem::replace(&mut self.state, State::Empty) {
            State::Empty => State::Empty,
            State::Drying(name) => State::Firing(name),
            State::Firing(name) => State::Cooling(name),
            State::Cooling(name) => {
                self.done.push(name);
                State::Empty
            }
        };
    }
}

fn main() {
    let state = State::Drying(String::from("Noor"));
    let done = Vec::new();
    let mut kiln = Kiln { state, done };
    for _ in 0..3 {
        kiln.advance();
    }
    println!("done: {:?}", kiln.done);
}
