//! The dispatcher may write now, but the driver still lends the list for reading.
//! refused: error E0308 at "append(&route, call)"

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
