//! A type of our own that does not say `Copy`.

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
    lamp: Lamp,
}

#[derive(Clone)]
struct Lamp {
    seconds: u8,
}

fn lay_out(number: u16, depth: u16) -> Buoy {
    Buoy {
        number,
        depth,
        lamp: Lamp { seconds: 5 },
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
