//! Makes a second state, and moves the name out of that.
//! refused: token clone

/// What the kiln is doing, and for whom.
#[derive(Clone)]
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
        self.state = match self.state.clone() {
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
