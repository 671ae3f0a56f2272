//! Unsound or just strict?
//! A bakery has six small jobs, and each is refused in one line. Mark the end of
//! that line with its code, as in `//~ E0382`. Change nothing else. Then ask of
//! each job what would go wrong if it were accepted: three would do real harm, the
//! others none. Questions about that come afterwards.

// TODO: put six marks, one in each function.
fn even_out(mut grams: Vec<u32>) {
    let first = &mut grams[0];
    let last = &mut grams[2];
    *last += 20;
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
    println!("the tag says {tag}, the till {cents}");
}

fn name_gets_longer(mut bread: String) {
    let tag = bread.as_str();
    bread.push_str(" with seeds");
    println!("the tag says {tag}");
}

fn main() {} // Nobody calls them. They are refused all the same.
