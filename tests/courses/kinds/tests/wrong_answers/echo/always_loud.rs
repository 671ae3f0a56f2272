//! The argument is not looked at.
//! refused: output

fn main() {
    let mut line = String::new();
    let _ = std::io::stdin().read_line(&mut line);
    println!("{}", line.trim_end().to_uppercase());
}
