//! The number is typed into the line, and the name that had it is taken out.
//! refused: token let humidity

fn main() {
    let temperature = 24;
    println!("Temperature {temperature} C");

    println!("Humidity    61 %");
}
