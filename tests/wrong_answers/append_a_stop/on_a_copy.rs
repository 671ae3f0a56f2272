//! The stop is written on a copy of the list, and the copy is thrown away.
//! refused: token &mut Route

struct Route {
    stops: Vec<String>,
}

fn append(route: &Route, stop: String) {
    let mut stops = route.stops.clone();
    stops.push(stop);
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
