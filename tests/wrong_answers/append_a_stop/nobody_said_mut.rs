//! The owner does not agree that the route may be changed.
//! refused: error E0596 at "append(&mut route, call)"

struct Route {
    stops: Vec<String>,
}

fn append(route: &mut Route, stop: String) {
    route.stops.push(stop);
}

fn plan(first: String, calls: Vec<String>) -> Route {
    let stops = vec![first];
    let route = Route { stops };
    for call in calls {
        append(&mut route, call);
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
