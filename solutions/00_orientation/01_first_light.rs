//! One letter was missing: `let` had made `humidity`, and nobody had ever made
//! `humidty`. The rule: a name has to be made before it is used. The compiler
//! asks that of the whole file before anything runs, so a misspelt name never
//! reaches the greenhouse.
//! Tempting: "it shows when the line is reached". In Python it does: at night
//! perhaps, on a line that nobody had run before.
//! Another way, refused here: to misspell the `let` too. It runs as well as ours.
//! To read on, offline: `rustup doc --book`, chapter 1.2.

fn main() {
    let temperature = 24;
    let humidity = 61;
    println!("Temperature {temperature} C");

    // The name is spelt as the `let` above spells it.
    println!("Humidity    {humidity} %");
}

// What you have just read, piece by piece:
//
// //         a comment: written for people, the compiler passes over it
// //!        a comment too, about the whole file: what there is to do
// fn main()  the program starts here, and runs down the lines between { and }
// let        gives a value a name: from then on `humidity` means 61
// println!   prints one line; where a name stands in { }, its value is printed
// ;          ends a line of the program, like the full stop of a sentence
