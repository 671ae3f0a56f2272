//! The program is mended, so that nothing is left to mark.
//! refused: changed

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
    *left -= 30;
    let right = &mut vat;
    *right -= 50;
}

fn tapped_while_read() {
    let mut vat = 400;
    let gauge = &vat;
    println!("the gauge shows {gauge} l");
}

fn corrected_while_read() {
    let mut vat = 400;
    let gauge = &vat;
    println!("the gauge shows {gauge} l");
    println!("gauge {gauge} l, book {vat} l");
}

fn main() {
    one_tap_after_the_other();
    two_taps_at_once();
    tapped_while_read();
    corrected_while_read();
}
