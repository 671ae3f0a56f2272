//! Takes the move out of a lent name for the use of an empty one.
//! refused: marks

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
    let customer = name; //~ E0382
    println!("a bag with the label {label}");
    println!("goes to {customer}");
}

fn bag_thrown_away(name: String) {
    let label = name.as_str();
    drop(name); //~ E0382
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
