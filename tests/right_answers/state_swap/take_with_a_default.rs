//! `take` leaves the default state behind, which is told to be `Empty`.

/// What the kiln is doing, and for whom.
#[derive(Default)]
enum State {
    #[default]
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
        self.state = match std::mem::take(&mut self.state) {
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
