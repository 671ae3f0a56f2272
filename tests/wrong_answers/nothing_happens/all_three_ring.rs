//! Believes that `drop` waits for what was not driven.
//! refused: output

async fn ring(when: &str) {
    println!("{when}: ding");
    support::nap(10).await;
    println!("{when}: dong");
}

async fn day() {
    let noon = ring("noon");
    println!("the ropes are ready");
    let evening = ring("evening");
    evening.await;
    println!("one bell has rung");
    noon.await;
}

fn main() {
    let night = ring("night");
    let today = day();
    println!("good morning");
    support::run(today);
    drop(night);
    println!("good night");
}

// TODO: your answer, one line of output after each mark.
//> good morning
//> the ropes are ready
//> evening: ding
//> evening: dong
//> one bell has rung
//> noon: ding
//> noon: dong
//> night: ding
//> night: dong
//> good night
