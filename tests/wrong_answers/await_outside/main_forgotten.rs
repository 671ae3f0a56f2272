//! `start` is async now, and `main` still takes its future for a text.
//! refused: error E0277 at "println!("

/// Given: after 40 ms the oil is 30 degrees warmer. (They pass on a clock that
/// jumps ahead: you need not sit them out.)
async fn warm_up(oil: u32) -> u32 {
    support::nap(40).await;
    oil + 30
}

// TODO: `.await` is a pause in the middle. Who is allowed to pause?
async fn start(oil: u32) -> String {
    let degrees = warm_up(oil).await;
    format!("running, oil at {degrees} degrees")
}

fn main() {
    let report = start(15);
    println!("{report}");
}
