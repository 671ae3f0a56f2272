//! Takes the visit apart and puts it together again: copied field by field, under other words.
//! refused: token let Visit

/// One line of the book. A struct gives several values one name.
struct Visit {
    hive: u32,
    frames: u32,
    brood: u32,
    queen_seen: bool,
}

/// A new hive: ten frames, no brood.
fn first_visit(hive: u32) -> Visit {
    Visit {
        hive,
        frames: 10,
        brood: 0,
        queen_seen: false,
    }
}

/// `..last`, as the last thing in the braces, means: all else as in `last`.
fn next_visit(last: Visit, brood: u32) -> Visit {
    let Visit {
        hive,
        frames,
        queen_seen,
        ..
    } = last;
    Visit {
        hive,
        frames,
        brood,
        queen_seen,
    }
}

fn main() {
    let spring = first_visit(7);
    let summer = next_visit(spring, 6);
    println!("hive {}: {} frames", summer.hive, summer.frames);
    println!("brood in {}", summer.brood);
    println!("queen seen: {}", summer.queen_seen);
}
