//! Works out the number of phones from the letters, as every notice has been of ten so far.
//! refused: test receipts_of_different_length_are_added_up

struct Notice {
    text: String,
}

struct Receipt {
    phone: u32,
    letters: usize,
}

impl Notice {
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
    for receipt in receipts {
        letters += receipt.letters;
    }
    format!("{letters} letters to {} phones", letters / 10)
}

fn main() {
    let receipts = change_gate(9, vec![5512, 5519, 5533]);
    println!("{}", bill(receipts));
}
