//! The two abilities, written out instead of derived.

// `derive` is a list of abilities that the compiler writes for a type. `Debug`:
// its values can be printed with `{:?}`.
#[derive(Debug)]
struct Position {
    aisle: i32,
    shelf: i32,
}

/// Given: a route owns its list of stops, so it is moved and never copied. `Vec` is
/// a list that can grow, and `vec![…]` makes one.
impl Clone for Position {
    fn clone(&self) -> Position {
        *self
    }
}

impl Copy for Position {}

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
