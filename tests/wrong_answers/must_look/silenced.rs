//! Believes that the warning is the trouble, and silences it.
//! refused: token _ =

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

/// Pays for the music, or tells the caller how much is missing.
fn buy_music(book: &mut CashBook) -> Result<(), u32> {
    let _ = book.pay(120);
    Ok(())
}

/// A cake from the baker or, if the money is short, biscuits from home.
fn order_cake(book: &mut CashBook) -> &'static str {
    let _ = book.pay(45);
    "cake"
}

/// Pays the rent and the deposit, or neither of them. Is the hall theirs?
fn rent_hall(book: &mut CashBook) -> bool {
    if book.pay(200).is_err() {
        return false; // this one was looked at
    }
    let _ = book.pay(80);
    true
}

fn main() {
    let mut book = CashBook { euros: 250 };
    println!("the hall is theirs: {}", rent_hall(&mut book));
    println!("in the book: {} euros", book.euros);
}
