//! State swap
//! A kiln dries a pot, fires it, lets it cool. `advance` makes each state out of
//! the last one, and the potter's name goes along. But the kiln is only lent, and
//! may not be emptied. Change only `advance`; no `clone`, no name written anew.

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
        self.state = match self.state {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn kiln(state: State) -> Kiln {
        Kiln {
            state,
            done: Vec::new(),
        }
    }

    fn words(kiln: &Kiln) -> String {
        match &kiln.state {
            State::Empty => String::from("empty"),
            State::Drying(name) => format!("drying for {name}"),
            State::Firing(name) => format!("firing for {name}"),
            State::Cooling(name) => format!("cooling for {name}"),
        }
    }

    #[test]
    fn a_pot_is_fired_after_it_has_dried_then_it_cools() {
        let mut kiln = kiln(State::Drying(String::from("Noor")));
        kiln.advance();
        assert_eq!(words(&kiln), "firing for Noor", "the next state");
        kiln.advance();
        assert_eq!(words(&kiln), "cooling for Noor", "the state after that");
        assert_eq!(kiln.done.len(), 0, "pots that are done");
    }

    #[test]
    fn a_pot_that_has_cooled_is_done_and_leaves_the_kiln_empty() {
        let mut kiln = kiln(State::Cooling(String::from("Noor")));
        kiln.done.push(String::from("Abel")); // an earlier pot
        kiln.advance();
        assert_eq!(words(&kiln), "empty", "the state at the end");
        assert_eq!(kiln.done, ["Abel", "Noor"], "the owners of pots done");
    }

    #[test]
    fn the_name_itself_goes_along_and_no_copy_of_it() {
        let name = String::from("Noor");
        let letters = name.as_ptr(); // where its letters lie in memory
        let mut kiln = kiln(State::Drying(name));
        for _ in 0..3 {
            kiln.advance();
        }
        assert_eq!(kiln.done, ["Noor"], "the owners of pots done");
        assert!(
            std::ptr::eq(kiln.done[0].as_ptr(), letters),
            "the name was written out a second time on its way"
        );
    }

    #[test]
    fn an_empty_kiln_stays_empty() {
        let mut kiln = kiln(State::Empty);
        kiln.advance();
        assert_eq!(words(&kiln), "empty", "the next state");
        assert_eq!(kiln.done.len(), 0, "pots that are done");
    }
}
