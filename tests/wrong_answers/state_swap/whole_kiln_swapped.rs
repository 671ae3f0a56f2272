//! Swaps the whole kiln, and with it goes the list of what was done.
//! refused: test a_pot_that_has_cooled_is_done_and_leaves_the_kiln_empty

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
    // TODO: the kiln is lent. It needs a state at every moment, so swap.
    fn advance(&mut self) {
        let kiln = std::mem::replace(
            self,
            Kiln {
                state: State::Empty,
                done: Vec::new(),
            },
        );
        self.state = match kiln.state {
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
