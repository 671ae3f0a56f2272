//! Believes that every `.await` is a pause. This one is over at once.
//! refused: test while_ten_pages_are_read_the_pump_reports

/// Given: reads a page. `work` keeps the thread busy for 4 ms; it is not a nap.
fn read(page: &[u8]) -> u64 {
    support::work(4);
    page.iter().map(|byte| u64::from(*byte)).sum()
}

async fn checksum(pages: Vec<Vec<u8>>) -> u64 {
    let mut sum = 0;
    for page in &pages {
        sum = (sum * 31 + read(page)) % 65_521;
        support::nap(0).await;
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
