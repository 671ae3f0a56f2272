//! Sends the picture first, so that the task has nothing left to do.
//! refused: test the_task_goes_on_after_upload_has_returned

use support::{JoinHandle, Pool};

/// Given: sends one picture, which takes 20 ms.
async fn send(picture: &str) -> String {
    support::nap(20).await;
    format!("{picture} has arrived")
}

fn upload(pool: &Pool, picture: String) -> (JoinHandle<String>, String) {
    let line = format!("sending {picture}"); // first look at the name ..
    // .. then give it away: the task owns it from here on.
    let (receipt, _) = support::run(send(&picture));
    let task = pool.spawn(async move { receipt.to_uppercase() });
    (task, line)
}

fn main() {
    let pool = support::pool(2);
    let (task, line) = upload(&pool, String::from("fox.png"));
    println!("{line}");
    let (receipt, ms) = pool.run(task);
    println!("{receipt}, {ms} ms later");
}
