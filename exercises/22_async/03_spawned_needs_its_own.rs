//! Spawned needs its own
//! A camera sends its pictures home, each by a task of its own. `upload` makes such
//! a task and returns at once; the task goes on, and uses a name that is gone.
//! Let the task own the name, and let `upload` say the same as before.
//! Change only `upload`. One name is enough: not allowed are `clone` and `leak`.

use support::{JoinHandle, Pool};

/// Given: sends one picture, which takes 20 ms.
async fn send(picture: &str) -> String {
    support::nap(20).await;
    format!("{picture} has arrived")
}

// TODO: when is `picture` freed, and for how long does the task go on?
fn upload(pool: &Pool, picture: String) -> (JoinHandle<String>, String) {
    let task = pool.spawn(async {
        let receipt = send(&picture).await;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_camera_says_what_it_is_sending() {
        let pool = support::pool(2);
        let (_, line) = upload(&pool, String::from("owl.png"));
        assert_eq!(line, "sending owl.png", "the line on the display");
    }

    #[test]
    fn the_task_goes_on_after_upload_has_returned() {
        let pool = support::pool(2);
        let (task, _) = upload(&pool, String::from("fox.png"));
        assert!(!task.is_finished(), "`upload` returned before it was sent");
        let (receipt, ms) = pool.run(task);
        assert_eq!(receipt, "FOX.PNG HAS ARRIVED", "the receipt");
        assert_eq!(ms, 20, "milliseconds for one picture");
    }

    #[test]
    fn two_pictures_travel_at_the_same_time() {
        let pool = support::pool(2);
        let (fox, _) = upload(&pool, String::from("fox.png"));
        let (owl, _) = upload(&pool, String::from("owl.png"));
        let (receipts, ms) = pool.run(support::join(fox, owl));
        assert_eq!(receipts.1, "OWL.PNG HAS ARRIVED", "the second receipt");
        assert_eq!(ms, 20, "milliseconds for both together");
    }

    #[test]
    fn a_picture_without_a_name_is_sent_too() {
        let pool = support::pool(1);
        let (task, line) = upload(&pool, String::new());
        assert_eq!(line, "sending ", "the line on the display");
        assert_eq!(pool.run(task).0, " HAS ARRIVED", "the receipt");
    }
}
