//! Types in the two fares that the failing tests show first.
//! refused: test every_further_zone_adds_sixty_cents

fn fare(zones: u32, child: bool, night: bool) -> u32 {
    if child {
        return 0;
    }
    if zones == 3 || night { 360 } else { 240 }
}

fn main() {
    println!("three zones: {} cents", fare(3, false, false));
}
