//! Does the sum by hand, so that there is nothing to wait for.
//! refused: test a_start_takes_as_long_as_warming_up

/// Given: after 40 ms the oil is 30 degrees warmer. (They pass on a clock that
/// jumps ahead: you need not sit them out.)
async fn warm_up(oil: u32) -> u32 {
    support::nap(40).await;
    oil + 30
}

// `async`: this function may pause, and calling it makes a future.
async fn start(oil: u32) -> String {
    let degrees = oil + 30;
    format!("running, oil at {degrees} degrees")
}

fn main() {
    let (report, _) = support::run(start(15)); // here somebody drives it
    println!("{report}");
}
