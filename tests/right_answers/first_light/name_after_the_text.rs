//! The name stands after the text instead of inside it.

fn main() {
    let temperature = 24;
    let humidity = 61;
    println!("Temperature {temperature} C");
    println!("Humidity    {} %", humidity);
}
