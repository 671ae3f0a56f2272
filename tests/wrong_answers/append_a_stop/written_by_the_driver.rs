//! The driver writes the stops down, so that nothing need be lent.
//! refused: token append(

struct Route {
    stops: Vec<String>,
}

fn append(route: &mut Route, stop: String) {
    route.stops.push(stop);
}

fn plan(first: String, calls: Vec<String>) -> Route {
    let stops = vec![first];
    let mut route = Route { stops };
    for call in calls {
        route.stops.push(call);
    }
    route
}

fn main() {
    let depot = String::from("Depot");
    let calls = vec![String::from("Mill Lane"), String::from("Quay")];
    let mut route = plan(depot, calls);
    for stop in &route.stops {
        println!("stop at {stop}");
    }
}
