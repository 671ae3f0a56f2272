//! Unsound: `one_loaf_more` and `name_gets_longer` (what grows may move, and the
//! loan looks at the old place), `bag_thrown_away` (its letters are freed).
//! The compiler is stricter than need be in the other three: two loaves lie side
//! by side; a `String` that moves leaves its letters where they are; a number
//! that changes is no lost memory, even if the tag is wrong.
//! Tempting: "what is refused would crash". Ask what would really be touched.
//! Another way: split the list; look after the move; copy a number, which ages.
//! To read on, offline: `rustc --explain E0505`, and E0499, E0502, E0506.

// TODO: put six marks, one in each function.
fn even_out(mut grams: Vec<u32>) {
    let first = &mut grams[0];
    let last = &mut grams[2]; //~ E0499
    *last += 20;
    *first -= 20;
}

fn one_loaf_more(mut grams: Vec<u32>) {
    let first = &mut grams[0];
    grams.push(500); //~ E0499
    *first -= 20;
}

fn bag_handed_over(name: String) {
    let label = name.as_str();
    let customer = name; //~ E0505
    println!("a bag with the label {label}");
    println!("goes to {customer}");
}

fn bag_thrown_away(name: String) {
    let label = name.as_str();
    drop(name); //~ E0505
    println!("a bag with the label {label}");
}

fn price_goes_up(mut cents: u32) {
    let tag = &cents;
    cents += 30; //~ E0506
    println!("the tag says {tag}, the till {cents}");
}

fn name_gets_longer(mut bread: String) {
    let tag = bread.as_str();
    bread.push_str(" with seeds"); //~ E0502
    println!("the tag says {tag}");
}

fn main() {} // Nobody calls them. They are refused all the same.
