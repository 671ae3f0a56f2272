//! Believes that the line which makes the text is refused.
//! refused: marks

// `weight_kg: u32` says what is handed in: u32 is a whole number, 0 or more.
// `-> u32` says what comes back. `/` divides, and drops what is left over.
// In a `println!`, `{}` stands for what follows after the comma.
fn crates_for(weight_kg: u32) -> u32 {
    weight_kg / 25
}

// TODO: put your mark at one line. What stands between " and " is text.
fn main() {
    let carrier = "North Line";
    let by_rail = 400;
    let by_ship = "75"; //~ E0308
    println!("carrier: {carrier}, {by_rail} kg and {by_ship} kg");
    println!("by rail: {} crates", crates_for(by_rail));
    println!("by ship: {} crates", crates_for(by_ship));
}
