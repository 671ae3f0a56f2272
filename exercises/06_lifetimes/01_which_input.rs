//! Which input
//! A harbour shows the tide at one of its piers. `tide_at` is lent the report of
//! the day and the name of a pier; the tide it lends back lies in one of the two.
//! Say in which one, with a lifetime: a name that ties an answer to an input.
//! Change only the first line of `tide_at`. Nothing may be copied.

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
fn tide_at(report: &Report, pier: &str) -> &Tide {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> Report {
        Report {
            north: Tide { hour: 9, cm: 310 },
            south: Tide { hour: 10, cm: 280 },
        }
    }

    #[test]
    fn the_board_shows_the_tide_at_the_north_pier() {
        let line = board(&today(), String::from("north"));
        assert_eq!(line, "north pier: 310 cm at 9 h", "the line on the board");
    }

    #[test]
    fn every_other_pier_is_shown_with_the_tide_in_the_south() {
        let line = board(&today(), String::from("south"));
        assert_eq!(line, "south pier: 280 cm at 10 h", "the line shown");
        let line = board(&today(), String::from("fish"));
        assert_eq!(line, "fish pier: 280 cm at 10 h", "the line on the board");
    }

    #[test]
    fn the_tide_is_the_one_in_the_report_and_no_copy() {
        let today = today();
        assert!(
            std::ptr::eq(tide_at(&today, "north"), &today.north),
            "the tide is a second one, made for the answer"
        );
    }

    #[test]
    fn the_tide_may_be_used_when_the_name_of_the_pier_is_gone() {
        let today = today();
        let tide = {
            let asked = String::from("north");
            tide_at(&today, &asked)
        };
        assert_eq!(tide.cm, 310, "the tide, after the name was freed");
    }
}
