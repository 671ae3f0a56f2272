//! Many tasks, one thread, and nobody interrupts anybody: a task goes on until its
//! next `.await`. What it does in between, all others wait for. So long work steps
//! aside now and then, or it moves to a thread of its own.
//! Tempting: "it is async, so it does not block", or to make it a task. Neither is
//! a pause. There is one only where an `.await` finds its future `Pending`.
//! Another way: `support::blocking(move || ..).await`, a thread for all the reading
//! (elsewhere `spawn_blocking`). Best for files, and for work that has no parts.
//! To read on, offline: `rustup doc --book`, chapter 17.3.

/// Given: reads a page. `work` keeps the thread busy for 4 ms; it is not a nap.
fn read(page: &[u8]) -> u64 {
    support::work(4);
    page.iter().map(|byte| u64::from(*byte)).sum()
}

async fn checksum(pages: Vec<Vec<u8>>) -> u64 {
    let mut sum = 0;
    for page in &pages {
        sum = (sum * 31 + read(page)) % 65_521;
        support::yield_now().await; // whoever is ready goes first
    }
    sum
}

/// Given: reports so many times; returns the longest gap between two reports.
async fn heartbeat(reports: u32) -> u64 {
    let mut longest = 0;
    for _ in 0..reports {
        let last = support::now();
        support::nap(5).await;
        longest = longest.max(support::now() - last);
    }
    longest
}

fn main() {
    let pages = vec![vec![7; 100]; 10];
    let both = support::join(heartbeat(20), checksum(pages));
    let ((gap, sum), _) = support::run(both);
    println!("checksum {sum}; the longest gap was {gap} ms");
}
