//! Page search
//! Find a page in a sorted list; each look is a `step`.

// TODO: halve, instead of leafing through.
fn holds(pages: &[u32], wanted: u32) -> bool {
    pages.iter().any(|page| {
        support::step();
        *page == wanted
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sorted_list_is_searched_in_few_steps() {
        let pages: Vec<u32> = (0..1000).collect();
        let (found, steps) = support::steps(|| holds(&pages, 700));
        assert!(found, "page 700 is there");
        support::budget("steps", steps);
    }
}
