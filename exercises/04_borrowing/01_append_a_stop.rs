//! Append a stop
//! A driver has one list of stops for the day. The dispatcher writes more stops
//! on that same list, and gives nothing back. Today it is lent for reading only.
//! Change only the first line of `append`, and the two lines of `plan` in which
//! the route is made and lent.

struct Route {
    stops: Vec<String>,
}

// TODO: this function writes on the list. A loan by `&` allows only to read it.
fn append(route: &Route, stop: String) {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn names(list: &[&str]) -> Vec<String> {
        list.iter().map(|name| String::from(*name)).collect()
    }

    #[test]
    fn a_stop_that_is_called_in_is_on_the_list() {
        let route = plan(String::from("Depot"), names(&["Quay"]));
        assert_eq!(route.stops, ["Depot", "Quay"], "the stops of the day");
    }

    #[test]
    fn the_stops_stand_in_the_order_of_the_calls() {
        let calls = names(&["Mill Lane", "Quay", "Mill Lane"]);
        let route = plan(String::from("Depot"), calls);
        let expected = ["Depot", "Mill Lane", "Quay", "Mill Lane"];
        assert_eq!(route.stops, expected, "the stops of the day");
    }

    #[test]
    fn without_a_call_the_first_stop_is_the_only_one() {
        let route = plan(String::from("Depot"), Vec::new());
        assert_eq!(route.stops, ["Depot"], "the stops of the day");
    }

    #[test]
    fn the_first_stop_stays_the_driver_s_own() {
        let depot = String::from("Depot");
        let letters = depot.as_ptr(); // where its letters lie in memory
        let route = plan(depot, names(&["Quay", "Mill Lane"]));
        assert!(
            std::ptr::eq(route.stops[0].as_ptr(), letters),
            "the list was written out anew instead of being added to"
        );
    }
}
