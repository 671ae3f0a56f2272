//! Must look
//! A choir pays from its cash book. `pay` answers `Ok` or, if money is short,
//! `Err`, and pays nothing. Three times nobody looks at the answer: look, and
//! do what the line above each function says. Change only these three.
//! Not allowed: to throw an answer away (`let _ =`, `.ok()`), or `unwrap`.

struct CashBook {
    euros: u32,
}

impl CashBook {
    /// `Ok(())`: it is paid.
    /// `Err(missing)`: nothing is paid, so many euros are missing.
    fn pay(&mut self, euros: u32) -> Result<(), u32> {
        if euros > self.euros {
            return Err(euros - self.euros);
        }
        self.euros -= euros;
        Ok(())
    }
}

// TODO: three answers of `pay` that nobody looks at.

/// Pays for the music, or tells the caller how much is missing.
fn buy_music(book: &mut CashBook) -> Result<(), u32> {
    book.pay(120);
    Ok(())
}

/// A cake from the baker or, if the money is short, biscuits from home.
fn order_cake(book: &mut CashBook) -> &'static str {
    book.pay(45);
    "cake"
}

/// Pays the rent and the deposit, or neither of them. Is the hall theirs?
fn rent_hall(book: &mut CashBook) -> bool {
    if book.pay(200).is_err() {
        return false; // this one was looked at
    }
    book.pay(80);
    true
}

fn main() {
    let mut book = CashBook { euros: 250 };
    println!("the hall is theirs: {}", rent_hall(&mut book));
    println!("in the book: {} euros", book.euros);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn book(euros: u32) -> CashBook {
        CashBook { euros }
    }

    #[test]
    fn with_enough_money_everything_is_paid() {
        let mut book = book(500);
        assert_eq!(buy_music(&mut book), Ok(()), "the answer about the music");
        assert_eq!(order_cake(&mut book), "cake", "what is on the table");
        assert!(rent_hall(&mut book), "the choir should have the hall");
        assert_eq!(book.euros, 55, "euros in the book afterwards");
    }

    #[test]
    fn who_buys_music_hears_how_much_is_missing() {
        let mut book = book(100);
        assert_eq!(buy_music(&mut book), Err(20), "the answer for 100 euros");
        assert_eq!(book.euros, 100, "euros in the book afterwards");
    }

    #[test]
    fn without_money_for_a_cake_there_are_biscuits() {
        assert_eq!(order_cake(&mut book(44)), "biscuits", "food with 44 euros");
        assert_eq!(order_cake(&mut book(0)), "biscuits", "food with no money");
    }

    #[test]
    fn when_the_deposit_fails_the_rent_comes_back() {
        let mut book = book(250);
        assert!(!rent_hall(&mut book), "without a deposit there is no hall");
        assert_eq!(book.euros, 250, "euros in the book afterwards");
    }

    #[test]
    fn when_the_rent_fails_nothing_comes_back() {
        let mut book = book(199);
        assert!(!rent_hall(&mut book), "without the rent there is no hall");
        assert_eq!(book.euros, 199, "euros in the book afterwards");
    }

    #[test]
    fn the_last_euro_may_be_spent() {
        let mut book = book(280);
        assert!(rent_hall(&mut book), "280 euros are just enough");
        assert_eq!(book.euros, 0, "euros in the book afterwards");
    }
}
