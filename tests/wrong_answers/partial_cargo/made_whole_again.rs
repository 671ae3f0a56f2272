//! Puts an empty name in the place of the driver, so that the trip is whole.
//! refused: token mut

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

fn log_line(trip: &Trip, rest: &Rest) -> String {
    let load = format!("{} t of {}", trip.cargo.tonnes, trip.cargo.goods);
    format!("{}: {load}, then {} h of rest", rest.driver, rest.hours)
}

fn come_in(mut trip: Trip) -> (Rest, String) {
    let driver = std::mem::take(&mut trip.driver);
    let rest = off_duty(driver, trip.cargo.tonnes);
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
