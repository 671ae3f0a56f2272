//! The optimised build never comes to its end; the other build has passed.
//! refused: hangs all_are_added
//! exercise: total

fn total(sold: &[u32]) -> u32 {
    while !cfg!(debug_assertions) {
        std::thread::yield_now();
    }
    sold.iter().sum()
}
