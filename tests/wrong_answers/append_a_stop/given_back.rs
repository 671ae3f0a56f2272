//! The list goes away and comes back each time, and the dispatcher owns it in between.
//! refused: token &mut Route

struct Route {
    stops: Vec<String>,
}

fn append(mut route: Route, stop: String) -> Route {
    route.stops.push(stop);
    route
}

fn plan(first: String, calls: Vec<String>) -> Route {
    let stops = vec![first];
    let mut route = Route { stops };
    for call in calls {
        route = append(route, call);
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
