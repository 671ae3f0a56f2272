//! `.await` is a wait, in the line where it stands. `join` polls two futures in
//! turns, so their waits overlap: 50 ms instead of 80. The van needs both answers,
//! so it comes afterwards; no tool can take that wait away.
//! Tempting: make both futures first, then await one after the other. That changes
//! nothing: a future does not begin when it is made, but when it is polled.
//! Another way: `support::spawn(dairy(crates))` before the mill is asked. A task
//! begins by itself, but it must own all that it uses (see 22.3).
//! To read on, offline: `rustup doc --book`, chapter 17.2.

/// Given: what the sacks of flour cost. The answer comes after 30 ms.
async fn mill(sacks: u32) -> u32 {
    support::nap(30).await;
    sacks * 18
}

/// Given: what the crates of milk cost. The answer comes after 50 ms.
async fn dairy(crates: u32) -> u32 {
    support::nap(50).await;
    crates * 7
}

/// Given: what a van costs for goods of this value. It is known after 20 ms.
async fn van(goods: u32) -> u32 {
    support::nap(20).await;
    if goods < 100 { 12 } else { 0 }
}

async fn order(sacks: u32, crates: u32) -> u32 {
    // Both are asked before either has answered.
    let (flour, milk) = support::join(mill(sacks), dairy(crates)).await;
    let trip = van(flour + milk).await;
    flour + milk + trip
}

fn main() {
    let (euros, ms) = support::run(order(2, 4));
    println!("{euros} euros, known after {ms} ms");
}
