//! Partial cargo
//! A lorry comes in. Its driver goes off to rest; then the trip is written down:
//! who brought what, and how long the rest will be. By then one part is missing.
//! Change only `log_line` and the line that calls it. Not allowed: `clone`.

struct Trip {
    driver: String,
    cargo: Cargo,
}

struct Cargo {
    goods: String,
    tonnes: u32,
}

struct Rest {
    driver: String,
    hours: u32,
}

/// Given: the rest keeps the driver's name. A heavy load asks for a long rest.
fn off_duty(driver: String, tonnes: u32) -> Rest {
    let hours = 8 + tonnes / 4;
    Rest { driver, hours }
}

// TODO: what does this line need of the trip, and is that still there?
fn log_line(trip: &Trip, rest: &Rest) -> String {
    let load = format!("{} t of {}", trip.cargo.tonnes, trip.cargo.goods);
    format!("{}: {load}, then {} h of rest", rest.driver, rest.hours)
}

fn come_in(trip: Trip) -> (Rest, String) {
    let rest = off_duty(trip.driver, trip.cargo.tonnes);
    let line = log_line(&trip, &rest);
    (rest, line)
}

fn main() {
    let driver = String::from("Ida");
    let goods = String::from("oak");
    let cargo = Cargo { goods, tonnes: 18 };
    let (_, line) = come_in(Trip { driver, cargo });
    println!("{line}");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trip(driver: &str, tonnes: u32, goods: &str) -> Trip {
        let driver = String::from(driver);
        let goods = String::from(goods);
        let cargo = Cargo { goods, tonnes };
        Trip { driver, cargo }
    }

    #[test]
    fn the_line_says_who_brought_what() {
        let (_, line) = come_in(trip("Ida", 18, "oak"));
        let expected = "Ida: 18 t of oak, then 12 h of rest";
        assert_eq!(line, expected, "the line in the log");
    }

    #[test]
    fn a_heavy_load_asks_for_a_long_rest() {
        let (rest, _) = come_in(trip("Ida", 40, "stone"));
        assert_eq!(rest.hours, 18, "the hours of rest after 40 tonnes");
    }

    #[test]
    fn the_name_itself_goes_along_and_no_copy_of_it() {
        let trip = trip("Ida", 18, "oak");
        let letters = trip.driver.as_ptr(); // where the letters lie in memory
        let (rest, _) = come_in(trip);
        assert_eq!(rest.driver, "Ida", "who rests");
        assert!(
            std::ptr::eq(rest.driver.as_ptr(), letters),
            "the name was written out a second time, the first was thrown away"
        );
    }

    #[test]
    fn an_empty_lorry_is_written_down_too() {
        let (rest, line) = come_in(trip("Bo", 0, "nothing"));
        let expected = "Bo: 0 t of nothing, then 8 h of rest";
        assert_eq!(line, expected, "the line in the log");
        assert_eq!(rest.hours, 8, "the hours of rest after no load at all");
    }
}
