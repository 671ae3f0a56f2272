//! Every input has a name; only the report's stands on the answer.

struct Tide {
    hour: u8,
    cm: u32,
}

struct Report {
    north: Tide,
    south: Tide,
}

// TODO: what does the tide lie in: in the report, or in the name of the pier?
// A lifetime is announced after the function's name: `<'name>`. Then it stands
// after the `&` of each reference that it ties together: `&'name Type`.
fn tide_at<'r, 'p>(report: &'r Report, pier: &'p str) -> &'r Tide {
    if pier == "north" {
        &report.north
    } else {
        &report.south // all other piers are near this one
    }
}

/// Makes a heading out of the pier's name. It takes the name for good.
fn heading(pier: String) -> String {
    pier + " pier"
}

fn board(report: &Report, pier: String) -> String {
    let tide = tide_at(report, &pier);
    let heading = heading(pier);
    format!("{heading}: {} cm at {} h", tide.cm, tide.hour)
}

fn main() {
    let today = Report {
        north: Tide { hour: 9, cm: 310 },
        south: Tide { hour: 10, cm: 280 },
    };
    println!("{}", board(&today, String::from("north")));
}
