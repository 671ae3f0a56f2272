//! The old state is swapped out, but then the new one is looked at.
//! refused: test a_pot_is_fired_after_it_has_dried_then_it_cools

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
        let mut state = State::Empty;
        std::mem::swap(&mut state, &mut self.state);
        self.state = match std::mem::replace(&mut self.state, state) {
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
