//! Do not block the loop
//! A pump reports every 5 ms that it is alive. On the same thread its log is read,
//! 4 ms for each page; until the last page is read there is no report, and the
//! operator takes the pump for dead. Let no two reports be more than 10 ms apart,
//! and the reading be no slower than before. Change only `checksum`.

/// Given: reads a page. `work` keeps the thread busy for 4 ms; it is not a nap.
fn read(page: &[u8]) -> u64 {
    support::work(4);
    page.iter().map(|byte| u64::from(*byte)).sum()
}

// TODO: without a pause, an async function holds the thread like any other.
async fn checksum(pages: Vec<Vec<u8>>) -> u64 {
    let mut sum = 0;
    for page in &pages {
        sum = (sum * 31 + read(page)) % 65_521;
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

#[cfg(test)]
mod tests {
    use super::*;

    fn pages(count: usize) -> Vec<Vec<u8>> {
        (0..count).map(|number| vec![number as u8; 50]).collect()
    }

    #[test]
    fn while_ten_pages_are_read_the_pump_reports() {
        let both = support::join(heartbeat(8), checksum(pages(10)));
        let ((gap, _), _) = support::run(both);
        assert!(gap <= 10, "{gap} ms without a report, 10 ms are allowed");
    }

    #[test]
    fn as_a_task_of_its_own_it_lets_the_pump_report_too() {
        let (gap, _) = support::run(async {
            let reports = support::spawn(heartbeat(60));
            support::nap(1).await;
            checksum(pages(100)).await;
            reports.await
        });
        assert!(gap <= 10, "{gap} ms without a report, 10 ms are allowed");
    }

    #[test]
    fn the_checksum_is_what_it_was() {
        let (sum, _) = support::run(checksum(pages(10)));
        assert_eq!(sum, 2717, "the checksum of ten pages");
    }

    #[test]
    fn reading_takes_as_long_as_it_did() {
        let (_, ms) = support::run(checksum(pages(10)));
        assert_eq!(ms, 40, "milliseconds for ten pages, 4 for each");
    }

    #[test]
    fn an_empty_log_is_read_in_no_time() {
        let (sum, ms) = support::run(checksum(Vec::new()));
        assert_eq!((sum, ms), (0, 0), "its checksum, and milliseconds");
    }
}
