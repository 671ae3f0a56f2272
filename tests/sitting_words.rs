//! One plain sentence for each error, and one thing to do: made from what rustc 1.95 really says.

mod sitting_common;

use std::fmt::Write;

use expect_test::expect_file;
use sitting_common::cases;
use tutor::view::refusal::{next, sentence};

#[test]
fn every_error_has_its_sentence() {
    let mut told = String::new();
    for case in cases("") {
        for error in &case.errors {
            let line = case.line(error);
            let code = error.code.as_deref().unwrap_or("-----");
            writeln!(told, "{}", case.name).expect("a string");
            writeln!(told, "  {code} {}", error.message).expect("a string");
            writeln!(told, "  {}", sentence(error, line, &case.program())).expect("a string");
            writeln!(told, "  {}\n", next(error, line, &case.program())).expect("a string");
        }
    }
    expect_file!["fixtures/sentences.txt"].assert_eq(&told);
}
