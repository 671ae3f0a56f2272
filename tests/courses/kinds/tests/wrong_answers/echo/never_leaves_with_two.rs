//! An empty line is no failure.
//! refused: crash

fn main() {
    let mut line = String::new();
    let _ = std::io::stdin().read_line(&mut line);
    let loud = std::env::args().any(|word| word == "loud");
    let line = line.trim_end();
    println!("{}", if loud { line.to_uppercase() } else { line.to_owned() });
}
