//! `Copy` lets a value be doubled bit by bit, so that both names have one. It
//! asks for `Clone` beside it. The compiler is stricter than need be: doubling
//! two numbers harms nobody. But it waits for your word, as a list may be added
//! to the type one day.
//! Tempting: `Copy` on `Route` too. It owns a list elsewhere in memory, and two
//! copies would both free it. C lets that through; here it is refused, E0204.
//! Another way, refused here: lend them, `&Position`. Each caller has to say `&`.
//! To read on, offline: `rustup doc std::marker::Copy`.

// `derive` is a list of abilities that the compiler writes for a type. `Debug`:
// its values can be printed with `{:?}`.
// `Copy`: each use gets a position of its own. It asks for `Clone` beside it.
#[derive(Debug, Clone, Copy)]
struct Position {
    aisle: i32,
    shelf: i32,
}

/// Given: a route owns its list of stops, so it is moved and never copied. `Vec` is
/// a list that can grow, and `vec![…]` makes one.
struct Route {
    stops: Vec<Position>,
    metres: i32,
}

fn distance(from: Position, to: Position) -> i32 {
    (to.aisle - from.aisle).abs() + (to.shelf - from.shelf).abs()
}

fn fetch(dock: Position, goal: Position) -> Route {
    let there_and_back = 2 * distance(dock, goal);
    Route {
        stops: vec![goal],
        metres: there_and_back,
    }
}

fn main() {
    let dock = Position { aisle: 0, shelf: 0 };
    let tea = Position { aisle: 3, shelf: 4 };
    let route = fetch(dock, tea);
    println!("stops at {:?}, {} m in all", route.stops, route.metres);
}
