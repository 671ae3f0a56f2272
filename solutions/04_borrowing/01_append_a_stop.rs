//! A loan for changing is agreed on three times: by the owner (`let mut`), at the
//! call (`&mut route`), and by the one who borrows (`&mut Route`). So the call
//! tells every reader that the route may be another one after it.
//! The refusal was needed: others may be reading through a `&Route` meanwhile,
//! and a list that grows may move in memory. In C they read the old place.
//! Tempting: `mut route: &Route`. It makes the name changeable, not the list.
//! Another way, refused here: take it and give it back; each call must catch it.
//! To read on, offline: `rustup doc --book`, chapter 4.2.

struct Route {
    stops: Vec<String>,
}

// `&mut`: a loan for changing. The caller still owns the list.
fn append(route: &mut Route, stop: String) {
    route.stops.push(stop);
}

fn plan(first: String, calls: Vec<String>) -> Route {
    let stops = vec![first];
    let mut route = Route { stops }; // it will be changed
    for call in calls {
        append(&mut route, call); // lent for changing, for this one call
    }
    route
}

fn main() {
    let depot = String::from("Depot");
    let calls = vec![String::from("Mill Lane"), String::from("Quay")];
    let route = plan(depot, calls);
    for stop in &route.stops {
        println!("stop at {stop}");
    }
}
