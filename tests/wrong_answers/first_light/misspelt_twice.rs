//! The `let` is misspelt in the same way, so that the two agree.
//! refused: token humidty

fn main() {
    let temperature = 24;
    let humidty = 61;
    println!("Temperature {temperature} C");
    println!("Humidity    {humidty} %");
}
