//! The value is typed into the line: the display will show 61 for ever.
//! refused: lint unused_variables

fn main() {
    let temperature = 24;
    let humidity = 61;
    println!("Temperature {temperature} C");
    println!("Humidity    61 %");
}
