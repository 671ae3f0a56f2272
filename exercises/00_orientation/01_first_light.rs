//! First light
//! The display in the greenhouse should show how damp the air is. It stays dark:
//! one name in this program is misspelt. Correct that name.

fn main() {
    let temperature = 24;
    let humidity = 61;
    println!("Temperature {temperature} C");

    // TODO: the compiler stops here. Correct one name, and save the file.
    println!("Humidity    {humidty} %");
}

// What you have just read, piece by piece:
//
// //         a comment: written for people, the compiler passes over it
// //!        a comment too, about the whole file: what there is to do
// fn main()  the program starts here, and runs down the lines between { and }
// let        gives a value a name: from then on `humidity` means 61
// println!   prints one line; where a name stands in { }, its value is printed
// ;          ends a line of the program, like the full stop of a sentence
