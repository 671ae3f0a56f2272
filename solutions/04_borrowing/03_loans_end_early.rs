//! A loan ends at its last use: `morning` was over when `evening` came. E0499 is
//! for two writers, E0502 for a writer and a reader, E0506 for an owner's `=`.
//! The compiler is stricter than need be: with one number, C gives the sum that
//! you expect. But the rule holds for all types, and a list's reader could crash.
//! Tempting: "a loan lasts to its closing brace". It did, until 2018.
//! Another way: `let gauge = vat;` is a copy. It goes on showing the old number.
//! To read on, offline: `rustup doc --book`, chapter 4.2.

// TODO: put your marks. Some of what you see here is fine.
fn one_tap_after_the_other() {
    let mut vat = 400;
    let morning = &mut vat;
    *morning -= 30;
    let evening = &mut vat;
    *evening -= 50;
    println!("in the vat: {vat} l");
}

fn two_taps_at_once() {
    let mut vat = 400;
    let left = &mut vat;
    let right = &mut vat; //~ E0499
    *left -= 30;
    *right -= 50;
}

fn tapped_while_read() {
    let mut vat = 400;
    let gauge = &vat;
    let tap = &mut vat; //~ E0502
    *tap -= 30;
    println!("the gauge shows {gauge} l");
}

fn corrected_while_read() {
    let mut vat = 400;
    let gauge = &vat;
    println!("the gauge shows {gauge} l");
    vat = 380; //~ E0506
    println!("gauge {gauge} l, book {vat} l");
}

fn main() {
    one_tap_after_the_other();
    two_taps_at_once();
    tapped_while_read();
    corrected_while_read();
}
