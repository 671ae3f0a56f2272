//! `Copy` doubles a value bit by bit. The bits of a `String` say where its
//! letters lie. Doubled, two owners would point at them, and both would free
//! them: the refusal was needed. In C nothing stops you.
//! Tempting: "big things are not copied". Size does not count: `[u8; 4096]` may
//! be `Copy`. What counts is whether a field has something to free at its end.
//! Another way to E0204: a `Vec`, a `Box`, an open file, a type without `Copy`.
//! To read on, offline: `rustup doc std::marker::Copy`.

/// Given: every drawing takes a buoy of its own.
fn draw(buoy: Buoy) -> String {
    format!("buoy {}, {} m deep", buoy.number, buoy.depth)
}

#[derive(Clone, Copy)]
struct Buoy {
    //~ E0204
    number: u16,
    // TODO from here
    // The new field also needs a value, in `lay_out`.
    depth: u16,
    name: String, // its letters lie elsewhere in memory, and have one owner
}

fn lay_out(number: u16, depth: u16) -> Buoy {
    let name = String::from("no name yet");
    Buoy {
        number,
        depth,
        name,
    }
}
// TODO to here

fn main() {
    let north = lay_out(4, 12);
    let on_paper = draw(north); // one copy ..
    let on_screen = draw(north); // .. and another one
    println!("paper: {on_paper}");
    println!("screen: {on_screen}");
}
