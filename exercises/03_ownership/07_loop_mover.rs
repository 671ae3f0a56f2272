//! Loop mover
//! A flight gets another gate. One notice is written and sent to every phone on
//! the list; then the receipts are added up. Two things go too early.
//! Change only two lines: the first of `send_to`, and the first of the loop in
//! `bill`. Not allowed: `clone`.

struct Notice {
    text: String,
}

struct Receipt {
    phone: u32,
    letters: usize,
}

impl Notice {
    // TODO: here the notice is given away, and in `bill` the list of receipts.
    fn send_to(self, phone: u32) -> Receipt {
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
    format!("{letters} letters to {} phones", receipts.len())
}

fn main() {
    let receipts = change_gate(9, vec![5512, 5519, 5533]);
    println!("{}", bill(receipts));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_phone_gets_the_notice() {
        let receipts = change_gate(9, vec![11, 22, 33]);
        let phones: Vec<u32> = receipts.iter().map(|r| r.phone).collect();
        assert_eq!(phones, [11, 22, 33], "the phones on the receipts");
        assert_eq!(receipts[2].letters, 10, "the letters to the last phone");
    }

    #[test]
    fn a_hundred_phones_need_no_hundred_notices() {
        let phones: Vec<u32> = (1..=100).collect();
        let (_, pieces) = support::allocs(|| change_gate(9, phones));
        assert!(
            pieces < 50,
            "one notice is enough, but {pieces} pieces of memory were asked for"
        );
    }

    #[test]
    fn the_bill_counts_letters_and_phones() {
        let receipts = change_gate(12, vec![11, 22, 33]);
        let expected = "33 letters to 3 phones";
        assert_eq!(bill(receipts), expected, "the text of the bill");
    }

    #[test]
    fn receipts_of_different_length_are_added_up() {
        let receipt = |letters| Receipt { phone: 11, letters };
        let receipts = vec![receipt(40), receipt(2)];
        let expected = "42 letters to 2 phones";
        assert_eq!(bill(receipts), expected, "the text of the bill");
    }

    #[test]
    fn without_a_phone_there_is_nothing_to_pay_for() {
        let receipts = change_gate(9, Vec::new());
        let expected = "0 letters to 0 phones";
        assert_eq!(bill(receipts), expected, "the text of the bill");
    }
}
