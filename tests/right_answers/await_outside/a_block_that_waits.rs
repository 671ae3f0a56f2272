//! A plain function that gives an async block: the same future, written out.

/// Given: after 40 ms the oil is 30 degrees warmer. (They pass on a clock that
/// jumps ahead: you need not sit them out.)
async fn warm_up(oil: u32) -> u32 {
    support::nap(40).await;
    oil + 30
}

fn start(oil: u32) -> impl Future<Output = String> {
    async move {
        let degrees = warm_up(oil).await;
        format!("running, oil at {degrees} degrees")
    }
}

fn main() {
    let (report, _) = support::run(start(15));
    println!("{report}");
}
