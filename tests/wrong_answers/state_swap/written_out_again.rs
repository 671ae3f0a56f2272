//! The name is written out anew for every state.
//! refused: test the_name_itself_goes_along_and_no_copy_of_it

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
            State::Drying(name) => State::Firing(format!("{name}")),
            State::Firing(name) => State::Cooling(format!("{name}")),
            State::Cooling(name) => {
                self.done.push(format!("{name}"));
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
