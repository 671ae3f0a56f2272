//! The rule is stated once, and everything else follows from it.
//! In C nobody would have objected.
//! Tempting: to write more than is needed. It hides the rule.
//! To read on, offline: `rustup doc --book`, chapter 4.

fn holds(pages: &[u32], wanted: u32) -> bool {
    let look = pages.binary_search_by(|page| {
        support::step();
        page.cmp(&wanted)
    });
    look.is_ok()
}
