//! Marks the lines that keep the loans alive.
//! refused: marks

// TODO: put six marks, one in each function.
fn even_out(mut grams: Vec<u32>) {
    let first = &mut grams[0];
    let last = &mut grams[2];
    *last += 20; //~ E0499
    *first -= 20;
}

fn one_loaf_more(mut grams: Vec<u32>) {
    let first = &mut grams[0];
    grams.push(500);
    *first -= 20;
}

fn bag_handed_over(name: String) {
    let label = name.as_str();
    let customer = name;
    println!("a bag with the label {label}");
    println!("goes to {customer}");
}

fn bag_thrown_away(name: String) {
    let label = name.as_str();
    drop(name);
    println!("a bag with the label {label}");
}

fn price_goes_up(mut cents: u32) {
    let tag = &cents;
    cents += 30;
    println!("the tag says {tag}, the till {cents}"); //~ E0506
}

fn name_gets_longer(mut bread: String) {
    let tag = bread.as_str();
    bread.push_str(" with seeds");
    println!("the tag says {tag}"); //~ E0502
}

fn main() {} // Nobody calls them. They are refused all the same.
