//! The lines that keep the loans alive are marked.
//! refused: marks

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
    let right = &mut vat;
    *left -= 30; //~ E0499
    *right -= 50;
}

fn tapped_while_read() {
    let mut vat = 400;
    let gauge = &vat;
    let tap = &mut vat;
    *tap -= 30;
    println!("the gauge shows {gauge} l"); //~ E0502
}

fn corrected_while_read() {
    let mut vat = 400;
    let gauge = &vat;
    println!("the gauge shows {gauge} l");
    vat = 380;
    println!("gauge {gauge} l, book {vat} l"); //~ E0506
}

fn main() {
    one_tap_after_the_other();
    two_taps_at_once();
    tapped_while_read();
    corrected_while_read();
}
