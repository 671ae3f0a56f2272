//! What the real compiler says of unusual texts: long lines, macros, several files.

use tutor::check::verdict::{Checked, Reason, Relation, Verdict};

use crate::lab::{Lab, reasons};

fn first(checked: &Checked) -> (Option<String>, Relation, usize) {
    match &checked.verdict {
        Verdict::NotYet(reasons) => match &reasons[0] {
            Reason::Refused {
                error,
                relation,
                line,
            } => (error.code.clone(), *relation, *line),
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    }
}

/// What calls the learner's `main` is ours: an error in it would be of no use to anybody.
#[test]
fn a_main_that_cannot_be_called_is_refused_in_its_own_line() {
    let lab = Lab::open("kinds");
    let solution = lab.read(&lab.exercise("field").solution_file());
    let last = solution.lines().count() + 1;
    for (main, refused) in [
        ("async fn main() {}", "E0752"),
        ("fn main() -> u8 { 1 }", "E0277"),
        ("fn main(x: u8) {}", "E0580"),
    ] {
        let checked = lab.check("field", &format!("{solution}{main}\n"));
        assert_eq!(
            first(&checked),
            (code(refused), Relation::Other, last),
            "{main}"
        );
        let told = format!("{:?}", checked.verdict);
        assert!(!told.contains("tutor_"), "{told}");
    }
}

fn code(code: &str) -> Option<String> {
    Some(code.to_owned())
}

#[test]
fn an_error_in_a_line_of_a_megabyte_is_found() {
    let lab = Lab::open("kinds");
    let text = "x".repeat(900_000);
    let answer = format!(
        "fn area(width: u32, depth: u32) -> u32 {{\n    width * depth\n}}\n\nfn other() {{\n    let _ = \"{text}\"; other(1);\n}}\n"
    );
    let checked = lab.check("field", &answer);
    assert_eq!(first(&checked), (code("E0061"), Relation::Other, 6));
}

#[test]
fn an_error_in_a_macro_of_ones_own_and_one_of_std_have_lines_in_the_file() {
    let lab = Lab::open("kinds");
    let own = "macro_rules! times {\n    ($a:expr) => { $a * nobody };\n}\n\nfn area(width: u32, depth: u32) -> u32 {\n    times!(width) + depth\n}\n";
    assert_eq!(
        first(&lab.check("field", own)),
        (code("E0425"), Relation::Other, 2)
    );
    let of_std = "fn area(width: u32, depth: u32) -> u32 {\n    assert_eq!(width, \"wide\");\n    width * depth\n}\n";
    let (found, _, line) = first(&lab.check("field", of_std));
    assert_eq!((found, line), (code("E0308"), 2));
}

#[test]
fn an_error_in_the_locked_tests_is_told_last_and_as_theirs() {
    let lab = Lab::open("kinds");
    let fewer = "fn area(width: u32) -> u32 {\n    width\n}\n";
    let (found, relation, line) = first(&lab.check("field", fewer));
    assert_eq!(
        (found, relation, line),
        (code("E0061"), Relation::InTests, 15)
    );
    // Compared by a macro of std, whose text is not the place that is meant.
    let text = "fn area(width: u32, depth: u32) -> &'static str {\n    \"large\"\n}\n";
    let (found, relation, line) = first(&lab.check("field", text));
    assert_eq!(
        (found, relation, line),
        (code("E0277"), Relation::InTests, 15)
    );
    let both = "fn area(width: u32) -> u32 {\n    nobody\n}\n";
    let checked = lab.check("field", both);
    assert_eq!(reasons(&checked)[0], "error E0425 line 2");
}

/// Where the learner's file has the tests at another place, and as they are in the course, that place is named.
#[test]
fn a_line_of_the_tests_is_where_the_learner_sees_it() {
    let lab = Lab::open("kinds");
    let starter = lab.read("exercises/01_kinds/03_field.rs");
    let answer = starter
        .replace("depth: u32", "depth: &str")
        .replace("// TODO", "//\n//\n// TODO");
    let (_, relation, line) = first(&lab.check("field", &answer));
    assert_eq!((relation, line), (Relation::InTests, 17));
    let edited = answer.replace("the area", "another word");
    let (_, relation, line) = first(&lab.check("field", &edited));
    assert_eq!((relation, line), (Relation::InTests, 15));
}
