//! Believes that what was made first goes first.
//! refused: output

fn main() {
    let _stage = Lamp("stage");
    let hall = Lamp("hall");
    {
        let _door = Lamp("door");
    }
    take_down(hall);
    let _ = Lamp("sign");
    let _exit = Lamp("exit");
    println!("show over");
}

fn take_down(_lamp: Lamp) {}

/// Given: what happens when a lamp goes out. `&'static str` is a text that stands
/// in the program itself.
struct Lamp(&'static str);

impl Drop for Lamp {
    fn drop(&mut self) {
        println!("{} out", self.0);
    }
}

// TODO: your answer, one line of output after each mark.
//> door out
//> hall out
//> sign out
//> show over
//> stage out
//> exit out
