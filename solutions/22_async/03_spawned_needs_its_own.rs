//! Nobody knows when a task ends: `upload` returns, its `picture` is freed, and a
//! task that had only borrowed the letters would send freed memory. So `spawn` asks
//! for `'static`: nothing that is borrowed from a function.
//! `async move` gives the task all the names that it uses. The line on the display
//! is written before that, while the name is still here.
//! Tempting: `clone` as a reflex. Right when both sides go on using the name.
//! Another way, not here: `support::join` may borrow, but `upload` would wait.
//! To read on, offline: `rustup doc --book`, chapter 17.2.

use support::{JoinHandle, Pool};

/// Given: sends one picture, which takes 20 ms.
async fn send(picture: &str) -> String {
    support::nap(20).await;
    format!("{picture} has arrived")
}

fn upload(pool: &Pool, picture: String) -> (JoinHandle<String>, String) {
    let line = format!("sending {picture}"); // first look at the name ..
    // .. then give it away: the task owns it from here on.
    let task = pool.spawn(async move {
        let receipt = send(&picture).await;
        receipt.to_uppercase()
    });
    (task, line)
}

fn main() {
    let pool = support::pool(2);
    let (task, line) = upload(&pool, String::from("fox.png"));
    println!("{line}");
    let (receipt, ms) = pool.run(task);
    println!("{receipt}, {ms} ms later");
}
