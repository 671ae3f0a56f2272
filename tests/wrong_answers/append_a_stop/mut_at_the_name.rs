//! Believes that `mut` before the name makes the list changeable.
//! refused: error E0596 at "route.stops.push(stop)"

struct Route {
    stops: Vec<String>,
}

fn append(mut route: &Route, stop: String) {
    route.stops.push(stop);
}

fn plan(first: String, calls: Vec<String>) -> Route {
    let stops = vec![first];
    let mut route = Route { stops };
    for call in calls {
        append(&route, call);
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
