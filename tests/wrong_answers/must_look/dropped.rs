//! An answer that was dropped on purpose was looked at.
//! refused: token drop(

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
    book.pay(120) // no semicolon: the answer is the caller's, whichever it is
}

/// A cake from the baker or, if the money is short, biscuits from home.
fn order_cake(book: &mut CashBook) -> &'static str {
    // Each of the two answers has something to put on the table.
    if book.euros < 45 {
        return "biscuits";
    }
    drop(book.pay(45));
    "cake"
}

/// Pays the rent and the deposit, or neither of them. Is the hall theirs?
fn rent_hall(book: &mut CashBook) -> bool {
    if book.pay(200).is_err() {
        return false; // this one was looked at
    }
    if book.pay(80).is_err() {
        book.euros += 200; // the rent comes back: half a hall is no hall
        return false;
    }
    true
}

fn main() {
    let mut book = CashBook { euros: 250 };
    println!("the hall is theirs: {}", rent_hall(&mut book));
    println!("in the book: {} euros", book.euros);
}
