//! Believes that a call runs the body up to its first pause.
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
//> night: ding
//> noon: ding
//> the ropes are ready
//> evening: ding
//> good morning
//> noon: dong
//> evening: dong
//> one bell has rung
//> good night
