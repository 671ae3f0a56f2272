//! The pair may be asked in any order.

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
    let (milk, flour) = support::join(dairy(crates), mill(sacks)).await;
    let trip = van(flour + milk).await;
    flour + milk + trip
}

fn main() {
    let (euros, ms) = support::run(order(2, 4));
    println!("{euros} euros, known after {ms} ms");
}
