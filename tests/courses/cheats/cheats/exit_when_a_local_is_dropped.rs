//! A destructor leaves the process with success.
//! refused: ended early

struct Leaver;

impl Drop for Leaver {
    fn drop(&mut self) {
        std::process::exit(0)
    }
}

fn change(_paid: u32, _price: u32) -> u32 {
    let _leaver = Leaver;
    7
}

fn main() {}
