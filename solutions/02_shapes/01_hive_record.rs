//! Whoever makes a struct gives each field a value; `..last` counts as giving.
//! The rule: there is no half-made struct. In C, fields that you leave out become
//! zero, and the book would say "no frames" for a hive that nobody had opened.
//! Tempting: to copy field by field. Right today; but a field that is added to
//! `Visit` next year has to be added here too, and `..last` has it already.
//! Another way: `last.brood = brood`, with `mut last`. Good for one field or two.
//! To read on, offline: `rustup doc --book`, chapter 5.1.

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
        queen_seen: false, // to be said, even if it is "no"
    }
}

/// `..last`, as the last thing in the braces, means: all else as in `last`.
fn next_visit(last: Visit, brood: u32) -> Visit {
    Visit { brood, ..last } // one field is new, the others come from `last`
}

fn main() {
    let spring = first_visit(7);
    let summer = next_visit(spring, 6);
    println!("hive {}: {} frames", summer.hive, summer.frames);
    println!("brood in {}", summer.brood);
    println!("queen seen: {}", summer.queen_seen);
}
