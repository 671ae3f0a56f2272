//! Sides are added.
//! refused: test two_sides_make_a_field

fn area(width: u32, depth: u32) -> u32 {
    width + depth
}
