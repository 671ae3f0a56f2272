//! Rounds
//! What does it print? Write it after the marks.

fn main() {
    for round in 1..=2 {
        println!("round {round}");
    }
}

// TODO: your answer.
//>
//>
