//! Review: ferry log
//! A ferry keeps a log, and its four functions have one mistake each: a move, two
//! loans, and a promise. Mend them in any order; a step never needs another one.
//! Change only what stands between `Step 1` and `the end`. One `clone` is allowed
//! in all: one of the steps really has two owners to serve.

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

// TODO: four steps, in each of them one thing that the compiler refuses.

/// Step 1. The captain's name is to stand on the bridge and in the book.
fn begin_day(captain: String) -> (Bridge, LogBook) {
    let bridge = Bridge { captain };
    let book = LogBook {
        lines: vec![captain],
    };
    (bridge, book)
}

/// Step 2. The cars leave, and the log says how heavy the last one was.
fn unload(weights: &mut Vec<u32>) -> String {
    let last = &weights[weights.len() - 1];
    weights.clear();
    format!("unloaded, the last car had {last} kg")
}

/// Step 3. The book goes to the office. A receipt stays, with its first line.
fn end_day(book: LogBook) -> (String, usize) {
    let first = &book.lines[0];
    let count = hand_in(book);
    let receipt = format!("handed in, from '{first}' on");
    (receipt, count)
}

/// Step 4. The next port is the one in the plan or, without one, the nearest.
fn next_port<'plan, 'map>(plan: &'plan str, nearest: &'map str) -> &'plan str {
    if plan.is_empty() { nearest } else { plan }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_captain_is_named_on_the_bridge_and_in_the_book() {
        let (bridge, book) = begin_day(String::from("Ana Reis"));
        assert_eq!(bridge.captain, "Ana Reis", "the name on the bridge");
        assert_eq!(book.lines, ["Ana Reis"], "the lines in the book");
    }

    #[test]
    fn after_unloading_the_deck_is_empty_and_the_last_car_is_known() {
        let mut weights = vec![1200, 950];
        let line = unload(&mut weights);
        assert_eq!(line, "unloaded, the last car had 950 kg", "the log line");
        assert_eq!(weights.len(), 0, "cars that are left on deck");
    }

    #[test]
    fn the_office_has_all_lines_and_the_receipt_names_the_first() {
        let lines = vec![String::from("Ana Reis"), String::from("fog")];
        let (receipt, count) = end_day(LogBook { lines });
        assert_eq!(receipt, "handed in, from 'Ana Reis' on", "the receipt");
        assert_eq!(count, 2, "lines at the office");
    }

    #[test]
    fn no_line_is_copied_for_the_receipt() {
        let lines = vec![String::from("fog")];
        let fog = "fog";
        let receipt = || format!("handed in, from '{fog}' on");
        let (_, needed) = support::allocs(receipt);
        let (_, used) = support::allocs(|| end_day(LogBook { lines }));
        assert_eq!(used, needed, "pieces of memory asked for");
    }

    #[test]
    fn no_second_list_of_cars_is_made_for_the_log() {
        let (mut weights, last) = (vec![1200, 950], 950);
        let line = || format!("unloaded, the last car had {last} kg");
        let (_, needed) = support::allocs(line);
        let (_, used) = support::allocs(|| unload(&mut weights));
        assert_eq!(used, needed, "pieces of memory asked for");
    }

    #[test]
    fn without_a_plan_the_ferry_sails_to_the_nearest_port() {
        assert_eq!(sail("Horta"), "the port of Horta", "the planned port");
        assert_eq!(sail(""), "the port of Velas", "the nearest port");
    }

    #[test]
    fn the_next_port_is_one_of_the_two_and_no_copy() {
        let (plan, nearest) = ("Horta", "Velas");
        let port = next_port(plan, nearest).as_ptr(); // where its letters lie
        assert!(std::ptr::eq(port, plan.as_ptr()), "the port was copied");
    }
}
