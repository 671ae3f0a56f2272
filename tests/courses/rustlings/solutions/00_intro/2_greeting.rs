fn main() {
    let name = "Ada";
    println!("Hello, {name}!");
}
