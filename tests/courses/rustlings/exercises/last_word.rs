fn main() {
    // TODO
    println!("{}", word);
}
