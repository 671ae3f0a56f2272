//! The refused line is made a comment: nothing is refused, and nothing is shown.
//! refused: output

fn main() {
    let temperature = 24;
    let humidity = 61;
    println!("Temperature {temperature} C");

    // println!("Humidity    {humidty} %");
}
