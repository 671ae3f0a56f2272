//! One owner
//! In a library each book has one slip. Whoever holds it may take the book home.
//! Which lines will the compiler refuse, and with which code?
//! Mark the end of each such line, as in `//~ E0425`. Change nothing else.

// `String::from` makes a text of its own: letters in memory, to be freed one day.
// TODO: put your marks. Some of what you see here is fine.
fn over_the_counter() {
    let slip = String::from("Tides, shelf 7");
    let reader = slip;
    println!("in the reader's hand: {reader}");
    println!("on the desk: {slip}");
}

fn a_number_is_called_out() {
    let shelf = 7;
    let heard = shelf;
    println!("the porter heard {heard}");
    println!("the paper says {shelf}");
}

fn a_new_slip_for_the_desk() {
    let mut slip = String::from("Tides, shelf 7");
    let visitor = slip;
    slip = String::from("Winds, shelf 9");
    println!("in the visitor's hand: {visitor}");
    println!("on the desk again: {slip}");
}

fn perhaps_kept_for_later(wanted: bool) {
    let slip = String::from("Frost, shelf 2");
    if wanted {
        let drawer = slip;
        println!("kept in the drawer: {drawer}");
    }
    println!("still on the desk: {slip}");
}

fn main() {
    over_the_counter();
    a_number_is_called_out();
    a_new_slip_for_the_desk();
    perhaps_kept_for_later(false);
}
