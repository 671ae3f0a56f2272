//! A second name, made without a word that says so.
//! refused: token format!

use support::{JoinHandle, Pool};

/// Given: sends one picture, which takes 20 ms.
async fn send(picture: &str) -> String {
    support::nap(20).await;
    format!("{picture} has arrived")
}

fn upload(pool: &Pool, picture: String) -> (JoinHandle<String>, String) {
    let name = format!("{picture}");
    let task = pool.spawn(async move {
        let receipt = send(&name).await;
        receipt.to_uppercase()
    });
    let line = format!("sending {picture}");
    (task, line)
}

fn main() {
    let pool = support::pool(2);
    let (task, line) = upload(&pool, String::from("fox.png"));
    println!("{line}");
    let (receipt, ms) = pool.run(task);
    println!("{receipt}, {ms} ms later");
}
