//! The state stays where it is; only its name is taken out.

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
        self.state = match &mut self.state {
            State::Empty => State::Empty,
            State::Drying(name) => State::Firing(std::mem::take(name)),
            State::Firing(name) => State::Cooling(std::mem::take(name)),
            State::Cooling(name) => {
                self.done.push(std::mem::take(name));
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
