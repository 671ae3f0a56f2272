//! The function is a comment.
//! refused: error

// fn change(_paid: u32, _price: u32) -> u32 {
//     7
// }
//

fn main() {}
