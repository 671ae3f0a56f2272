//! Counting begins at nothing.
//! refused: output

fn main() {
    for round in 1..=2 {
        println!("round {round}");
    }
}

// TODO: your answer.
//> round 0
//> round 1
