//! A function to be called at the exit changes the exit code.
//! refused: token unsafe

unsafe extern "C" {
    fn atexit(call: extern "C" fn()) -> i32;
    fn _exit(code: i32) -> !;
}

extern "C" fn leave() {
    unsafe { _exit(0) }
}

fn change(_paid: u32, _price: u32) -> u32 {
    unsafe { atexit(leave) };
    7
}

fn main() {}
