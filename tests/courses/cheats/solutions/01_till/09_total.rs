//! An iterator has a sum.

fn total(sold: &[u32]) -> u32 {
    sold.iter().sum()
}
