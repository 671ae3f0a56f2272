//! `let reader = slip;` moves: the letters have a new owner, and the old name is
//! empty. A number is copied instead: both names have one. An empty name may be
//! filled again, and a name that may be empty counts as empty.
//! The first refusal was needed: two owners would free the same letters twice.
//! The one after the `if` is stricter than need be when `wanted` is false; but
//! the compiler has to know it before the program runs.
//! Tempting: "both names mean one text", as in Python. Here one of them owns it.
//! To read on, offline: `rustup doc --book`, chapter 4.1.

// `String::from` makes a text of its own: letters in memory, to be freed one day.
// TODO: put your marks. Some of what you see here is fine.
fn over_the_counter() {
    let slip = String::from("Tides, shelf 7");
    let reader = slip;
    println!("in the reader's hand: {reader}");
    println!("on the desk: {slip}"); //~ E0382
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
    println!("still on the desk: {slip}"); //~ E0382
}

fn main() {
    over_the_counter();
    a_number_is_called_out();
    a_new_slip_for_the_desk();
    perhaps_kept_for_later(false);
}
