//! What comes first goes first.
//! refused: output

struct Bell(&'static str);

impl Drop for Bell {
    fn drop(&mut self) {
        println!("{}", self.0);
    }
}

fn main() {
    let _big = Bell("dong");
    let _small = Bell("ding");
}

// TODO: your answer.
//> dong
//> ding
