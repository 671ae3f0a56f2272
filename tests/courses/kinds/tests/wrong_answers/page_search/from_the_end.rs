//! Leafing from the other end is leafing too.
//! refused: budget

fn holds(pages: &[u32], wanted: u32) -> bool {
    pages.iter().rev().any(|page| {
        support::step();
        *page == wanted
    })
}
