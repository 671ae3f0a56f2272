//! Await outside
//! A cider maker warms a press up before it starts. Others may work meanwhile, so
//! `warm_up` is async. `start` wants to wait for it, and must become async too.
//! Then let `main` drive it: `support::run(future)` returns the future's value and
//! the time that it took, in this order. Change only `start` and `main`.

/// Given: after 40 ms the oil is 30 degrees warmer. (They pass on a clock that
/// jumps ahead: you need not sit them out.)
async fn warm_up(oil: u32) -> u32 {
    support::nap(40).await;
    oil + 30
}

// TODO: `.await` is a pause in the middle. Who is allowed to pause?
fn start(oil: u32) -> String {
    let degrees = warm_up(oil).await;
    format!("running, oil at {degrees} degrees")
}

fn main() {
    let report = start(15);
    println!("{report}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_started_press_tells_how_warm_its_oil_is() {
        let (report, _) = support::run(start(15));
        assert_eq!(report, "running, oil at 45 degrees", "the report");
    }

    #[test]
    fn a_start_takes_as_long_as_warming_up() {
        let (_, ms) = support::run(start(15));
        assert_eq!(ms, 40, "milliseconds for one press");
    }

    #[test]
    fn two_presses_warm_up_side_by_side() {
        let (reports, ms) = support::run(support::join(start(0), start(20)));
        assert_eq!(reports.0, "running, oil at 30 degrees", "the first press");
        assert_eq!(reports.1, "running, oil at 50 degrees", "the second press");
        assert_eq!(ms, 40, "milliseconds for both presses together");
    }
}
