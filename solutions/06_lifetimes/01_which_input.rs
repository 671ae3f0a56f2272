//! The first line now promises: the tide lies in the report, and nowhere else. So
//! a caller must keep the report while it uses the tide, and may let `pier` go; a
//! body that returned a part of `pier` would be refused.
//! The refusal was needed: a caller goes by the first line alone. In C it has to
//! guess what to keep, and some day it frees the wrong one too early.
//! Tempting: the same name on both inputs. Then `board` must keep `pier` as well.
//! Another way, refused here: copy, `-> Tide`. It costs more with each number.
//! To read on, offline: `rustup doc --book`, chapter 10.3.

struct Tide {
    hour: u8,
    cm: u32,
}

struct Report {
    north: Tide,
    south: Tide,
}

// `'report` ties the tide to the report. `pier` has no part in it.
fn tide_at<'report>(report: &'report Report, pier: &str) -> &'report Tide {
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
