//! Copy or move
//! A robot in a warehouse drives from its dock to a shelf and back. A position is
//! two small numbers, yet today it can be used only once. Let it be copied, as a
//! number is. Change only the line above `struct Position`.

// `derive` is a list of abilities that the compiler writes for a type. `Debug`:
// its values can be printed with `{:?}`.
// TODO: add what lets the same position be used again and again.
#[derive(Debug)]
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::marker::PhantomData;

    fn at(aisle: i32, shelf: i32) -> Position {
        Position { aisle, shelf }
    }

    /// Asks the compiler what it does with a value that is handed over.
    struct HandedOver<T>(PhantomData<T>);
    impl<T: Copy> HandedOver<T> {
        const THEN: &str = "copied";
    }
    trait Otherwise {
        const THEN: &str = "moved";
    }
    impl<T> Otherwise for HandedOver<T> {}

    #[test]
    fn the_way_there_counts_and_the_way_back_too() {
        let route = fetch(at(0, 0), at(3, 4));
        assert_eq!(route.metres, 14, "the metres of the whole route");
    }

    #[test]
    fn the_route_stops_at_the_goal() {
        let route = fetch(at(0, 0), at(3, 4));
        assert_eq!(route.stops.len(), 1, "the number of stops");
        assert_eq!(route.stops[0].aisle, 3, "the aisle of the stop");
        assert_eq!(route.stops[0].shelf, 4, "the shelf of the stop");
    }

    #[test]
    fn a_robot_that_is_there_already_drives_no_metre() {
        let route = fetch(at(2, 5), at(2, 5));
        assert_eq!(route.metres, 0, "the metres of the whole route");
        assert_eq!(route.stops.len(), 1, "the number of stops");
    }

    #[test]
    fn a_position_is_copied_as_a_number_is() {
        let then = HandedOver::<Position>::THEN;
        assert_eq!(then, "copied", "a position that is handed over");
    }

    #[test]
    fn a_route_is_still_moved() {
        let then = HandedOver::<Route>::THEN;
        assert_eq!(then, "moved", "a route that is handed over");
    }
}
