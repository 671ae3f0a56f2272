//! One after another
//! A pizzeria asks mill and dairy for their prices, then books a van for the
//! sum of both. An order takes 100 ms, although mill and dairy know nothing of each
//! other. Let the two waits overlap: `support::join(a, b)` drives two futures at
//! once and gives both values. Change only `order`.

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

// TODO: which of the three waits needs an answer before it can begin?
async fn order(sacks: u32, crates: u32) -> u32 {
    let flour = mill(sacks).await;
    let milk = dairy(crates).await;
    let trip = van(flour + milk).await;
    flour + milk + trip
}

fn main() {
    let (euros, ms) = support::run(order(2, 4));
    println!("{euros} euros, known after {ms} ms");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_costs_flour_milk_and_the_van() {
        let (euros, _) = support::run(order(2, 4));
        assert_eq!(euros, 76, "2 sacks, 4 crates and the van, in euros");
    }

    #[test]
    fn mill_and_dairy_are_asked_at_the_same_time() {
        let (_, ms) = support::run(order(2, 4));
        assert_eq!(ms, 70, "milliseconds: the slower answer, then the van");
    }

    #[test]
    fn the_van_comes_free_when_the_goods_are_worth_it() {
        let (euros, _) = support::run(order(5, 10));
        assert_eq!(euros, 160, "5 sacks and 10 crates, in euros");
    }

    #[test]
    fn mill_and_dairy_still_take_their_time() {
        let (_, ms) = support::run(mill(1));
        assert_eq!(ms, 30, "milliseconds until the mill answers");
        let (_, ms) = support::run(dairy(1));
        assert_eq!(ms, 50, "milliseconds until the dairy answers");
    }
}
