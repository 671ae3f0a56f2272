//! Any name that exists will do: the air is said to be 24 % damp.
//! refused: output

fn main() {
    let temperature = 24;
    let humidity = 61;
    println!("Temperature {temperature} C");
    println!("Humidity    {temperature} %");
    let _ = humidity;
}
