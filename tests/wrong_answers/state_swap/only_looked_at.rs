//! Believes that to look at a name is as good as to have it.
//! refused: error E0308 at "self.done.push(name);"

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
        self.state = match &self.state {
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
