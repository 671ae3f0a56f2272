//! Nothing happens
//! A monastery may ring three times a day: ding, a pause, dong. What does this
//! program print, and in which order? Write its output, line by line, after the
//! `//>` at the end of this file. Change nothing else.

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
//>
//>
//>
//>
//>
//>
//>
//>
