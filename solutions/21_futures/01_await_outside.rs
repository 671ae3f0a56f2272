//! `.await` stops a function half way and lets others go on; later it resumes. A
//! plain function cannot do that: it returns once, and its place in memory is gone.
//! So `start` is async too, and so is everything above it, up to the one place that
//! drives it all: here `main`. (tokio's `#[tokio::main]` writes such a `main`.)
//! Tempting: `support::run` inside `start`. It holds the thread until this press is
//! warm, so the other press has to wait; most executors panic when it is tried.
//! Another way: a plain `fn start` that returns `async move { .. }`. More to write.
//! To read on, offline: `rustup doc --book`, chapter 17.1.

/// Given: after 40 ms the oil is 30 degrees warmer. (They pass on a clock that
/// jumps ahead: you need not sit them out.)
async fn warm_up(oil: u32) -> u32 {
    support::nap(40).await;
    oil + 30
}

// `async`: this function may pause, and calling it makes a future.
async fn start(oil: u32) -> String {
    let degrees = warm_up(oil).await;
    format!("running, oil at {degrees} degrees")
}

fn main() {
    let (report, _) = support::run(start(15)); // here somebody drives it
    println!("{report}");
}
