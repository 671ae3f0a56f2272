//! Believes that a state may go if another one follows at once.
//! refused: error E0507 at "let old = self.state;"

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
        let old = self.state;
        self.state = State::Empty;
        self.state = match old {
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
