//! The loan for changing has a name; each call passes it on.

struct Route {
    stops: Vec<String>,
}

fn append(route: &mut Route, stop: String) {
    route.stops.push(stop);
}

fn plan(first: String, calls: Vec<String>) -> Route {
    let stops = vec![first];
    let mut list = Route { stops };
    let route = &mut list;
    for call in calls {
        append(route, call);
    }
    list
}

fn main() {
    let depot = String::from("Depot");
    let calls = vec![String::from("Mill Lane"), String::from("Quay")];
    let route = plan(depot, calls);
    for stop in &route.stops {
        println!("stop at {stop}");
    }
}
