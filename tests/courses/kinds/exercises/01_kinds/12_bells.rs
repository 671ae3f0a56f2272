//! Bells
//! In which order do the bells sound? Write it after the marks.

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
//>
//>
