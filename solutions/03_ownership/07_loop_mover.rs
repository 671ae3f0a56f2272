//! A loop runs its body again. What the first round gives away is gone in the
//! second: so `send_to` borrows, with `&self`. A `for` takes a list whole and
//! frees it at the end: `for … in &receipts` only looks through it.
//! The refusal was needed: `send_to` would have read freed letters in the second
//! round, and `bill` the length of a freed list. C lets both through.
//! Tempting: "a method leaves its object alone". With `self` it takes it.
//! Another way: `receipts.len()` before the loop. It works while the order stays.
//! To read on, offline: `rustup doc --book`, chapters 5.3 and 8.1.

struct Notice {
    text: String,
}

struct Receipt {
    phone: u32,
    letters: usize,
}

impl Notice {
    // `&self`: the notice is lent for each round, and is there for the next one.
    fn send_to(&self, phone: u32) -> Receipt {
        let letters = self.text.len();
        Receipt { phone, letters }
    }
}

fn change_gate(gate: u32, phones: Vec<u32>) -> Vec<Receipt> {
    let text = format!("now gate {gate}");
    let notice = Notice { text };
    let mut receipts = Vec::new();
    for phone in phones {
        receipts.push(notice.send_to(phone));
    }
    receipts
}

fn bill(receipts: Vec<Receipt>) -> String {
    let mut letters = 0;
    // Lent to the loop, and still here after it.
    for receipt in &receipts {
        letters += receipt.letters;
    }
    format!("{letters} letters to {} phones", receipts.len())
}

fn main() {
    let receipts = change_gate(9, vec![5512, 5519, 5533]);
    println!("{}", bill(receipts));
}
