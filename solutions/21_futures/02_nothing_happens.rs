//! Calling an async function runs not one line of it. It packs the arguments into
//! a future, and that is all; `.await`, or an executor, makes it go. So `noon` was
//! made first and rang last, and `night` was dropped without a sound.
//! Tempting: "a call starts the work, `.await` collects the result". So it is in
//! JavaScript and C#. In Rust a future that nobody drives is work that never runs.
//! With `ring("noon");` alone on a line, the compiler warns: unused_must_use.
//! Another way: `support::spawn(ring("noon"))`: the executor drives it beside you.
//! To read on, offline: `rustup doc --book`, chapter 17.1.

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
//> good night
