//! Where a signature is refused, give a text of one's own away.
//! refused: test the_next_port_is_one_of_the_two_and_no_copy

struct Bridge {
    captain: String,
}

struct LogBook {
    lines: Vec<String>,
}

/// Given: the harbour office keeps the book, and says how many lines it has.
fn hand_in(book: LogBook) -> usize {
    book.lines.len()
}

/// Step 1. The captain's name is to stand on the bridge and in the book.
fn begin_day(captain: String) -> (Bridge, LogBook) {
    let bridge = Bridge {
        captain: captain.clone(), // two owners, so two names
    };
    let book = LogBook {
        lines: vec![captain],
    };
    (bridge, book)
}

/// Step 2. The cars leave, and the log says how heavy the last one was.
fn unload(weights: &mut Vec<u32>) -> String {
    let last = weights[weights.len() - 1]; // the number itself, and no loan
    weights.clear();
    format!("unloaded, the last car had {last} kg")
}

/// Step 3. The book goes to the office. A receipt stays, with its first line.
fn end_day(book: LogBook) -> (String, usize) {
    let first = &book.lines[0];
    let receipt = format!("handed in, from '{first}' on"); // `first` ends here
    let count = hand_in(book);
    (receipt, count)
}

/// Step 4. The next port is the one in the plan or, without one, the nearest.
// `'trip`: the port may come from either, so it is tied to both.
fn next_port(plan: &str, nearest: &str) -> String {
    String::from(if plan.is_empty() { nearest } else { plan })
}

// This is the end of what may be changed.

fn main() {
    let (bridge, mut book) = begin_day(String::from("Ana Reis"));
    let mut weights = vec![1200, 950];
    book.lines.push(unload(&mut weights));
    println!("{} sails to {}", bridge.captain, sail("Horta"));
    let (receipt, count) = end_day(book);
    println!("{receipt} ({count} lines)");
}

/// Given: the nearest port is looked up for one crossing only.
fn sail(plan: &str) -> String {
    let nearest = String::from("Velas");
    let port = next_port(plan, &nearest);
    format!("the port of {port}")
}
