//! The label under the refused words says it all: `crates_for` expected a `u32`,
//! a whole number, and found a `&str`, which is text. E0308 is its short name.
//! The rule: a value has one type, and never turns into another in silence. A C
//! compiler may only warn, and divide the address of the text by 25.
//! Tempting: "the line that makes the text is wrong". Text is welcome there, it
//! is printed too; it is refused where a number was asked for.
//! Another way to hand it in: `"75".parse()` reads a number out of a text.
//! To read on, offline: `rustup doc --book`, chapter 3.2.

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
    let by_ship = "75";
    println!("carrier: {carrier}, {by_rail} kg and {by_ship} kg");
    println!("by rail: {} crates", crates_for(by_rail));
    println!("by ship: {} crates", crates_for(by_ship)); //~ E0308
}
