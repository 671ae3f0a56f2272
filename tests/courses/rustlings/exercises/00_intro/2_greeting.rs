fn main() {
    // TODO: greet
    println!("Hello, {}!", name);
}
