//! Fields change hands one by one. `driver` had gone; `cargo` was still there, as
//! its number was only copied. What is left can be used and lent by its own name,
//! but not the trip as a whole. The refusal was needed: a function with a `&Trip`
//! may read every field, and the name may be freed by then. C reads on.
//! Tempting: "but it never reads the driver". The signature says that it may.
//! Another way: write the load down before the driver goes.
//! To read on, offline: `rustup doc --book`, chapter 5.1.

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

// It asks for the part that it needs, and that part is still there.
fn log_line(cargo: &Cargo, rest: &Rest) -> String {
    let load = format!("{} t of {}", cargo.tonnes, cargo.goods);
    format!("{}: {load}, then {} h of rest", rest.driver, rest.hours)
}

fn come_in(trip: Trip) -> (Rest, String) {
    let rest = off_duty(trip.driver, trip.cargo.tonnes);
    let line = log_line(&trip.cargo, &rest); // one field, not the whole
    (rest, line)
}

fn main() {
    let driver = String::from("Ida");
    let goods = String::from("oak");
    let cargo = Cargo { goods, tonnes: 18 };
    let (_, line) = come_in(Trip { driver, cargo });
    println!("{line}");
}
