//! Believes that every wait needs an executor of its own.
//! refused: test two_presses_warm_up_side_by_side

/// Given: after 40 ms the oil is 30 degrees warmer. (They pass on a clock that
/// jumps ahead: you need not sit them out.)
async fn warm_up(oil: u32) -> u32 {
    support::nap(40).await;
    oil + 30
}

// `async`: this function may pause, and calling it makes a future.
async fn start(oil: u32) -> String {
    let (degrees, _) = support::run(warm_up(oil));
    format!("running, oil at {degrees} degrees")
}

fn main() {
    let (report, _) = support::run(start(15)); // here somebody drives it
    println!("{report}");
}
