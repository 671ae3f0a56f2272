//! What a check leaves behind: tries and what is done. Done stays done.

use std::thread;

use crate::ferry::{self, FARE_FILE, GOOD, TICKET_FILE, check, fare_with, ticket_solved};
use crate::support::Folder;

fn record(folder: &Folder, id: &str) -> String {
    let text = folder.read("work/.tutor/progress.toml");
    let from = text.find(&format!("[exercises.{id}]"));
    let record = from.map_or("", |from| &text[from..]);
    let record = record.split("\n\n").next().unwrap_or_default();
    record.to_owned()
}

#[test]
fn a_try_counts_and_an_untouched_starter_does_not() {
    let folder = ferry::work();
    check(&folder, &["fare"], 1);
    assert!(!record(&folder, "fare").contains("attempts"));
    folder.write(FARE_FILE, fare_with("    full + u32::from(child)"));
    check(&folder, &["fare"], 1);
    check(&folder, &[], 1);
    assert!(record(&folder, "fare").contains("attempts = 2"));
}

#[test]
fn done_stays_done_when_the_file_changes_later() {
    let folder = ferry::work();
    folder.write(FARE_FILE, fare_with(GOOD));
    check(&folder, &["fare"], 0);
    let done = record(&folder, "fare");
    assert!(
        done.contains("state = \"done\"") && done.contains("attempts = 1"),
        "{done}"
    );
    folder.write(FARE_FILE, fare_with("    full + u32::from(child)"));
    let said = check(&folder, &["fare"], 1).stdout;
    assert!(
        said.contains("You have done this exercise already, and that stays so."),
        "{said}"
    );
    assert_eq!(record(&folder, "fare"), done);
}

#[test]
fn a_solution_that_was_changed_is_not_written_over() {
    let folder = ferry::work();
    folder.write("work/solutions/01_deck/01_fare.rs", "// my notes\n");
    folder.write(FARE_FILE, fare_with(GOOD));
    check(&folder, &["fare"], 0);
    assert_eq!(
        folder.read("work/solutions/01_deck/01_fare.rs"),
        "// my notes\n"
    );
}

#[test]
fn the_editor_learns_what_is_done() {
    let folder = ferry::work();
    folder.write(TICKET_FILE, ticket_solved());
    assert!(!folder.read("work/Cargo.toml").contains("02_ticket.rs"));
    check(&folder, &["ticket"], 0);
    assert!(folder.read("work/Cargo.toml").contains("02_ticket.rs"));
}

#[test]
fn two_processes_at_once_lose_nothing_to_each_other() {
    let folder = ferry::work();
    folder.write(FARE_FILE, fare_with(GOOD));
    folder.write(TICKET_FILE, ticket_solved());
    thread::scope(|scope| {
        for _ in 0..3 {
            for id in ["fare", "ticket"] {
                let folder = &folder;
                scope.spawn(move || check(folder, &[id], 0));
            }
        }
    });
    for id in ["fare", "ticket"] {
        let record = record(&folder, id);
        assert!(record.contains("state = \"done\""), "{id}: {record}");
    }
}
