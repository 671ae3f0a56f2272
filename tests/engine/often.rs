//! What is run again and again says every time what it says once.

use tutor::check::verdict::Verdict;

use crate::lab::Lab;

#[test]
fn a_solution_passes_every_time() {
    let lab = Lab::open("cheats");
    // Tests and a program with arguments; tests and a program without any; tests in two profiles.
    for (id, runs) in [("sign", 3), ("bill", 3), ("total", 6)] {
        let solution = lab.read(&lab.exercise(id).solution_file());
        let verdicts = lab.check_often(id, &solution, 3);
        assert_eq!(verdicts, vec![Verdict::Passed; runs], "{id}");
    }
}

#[test]
fn what_a_run_has_reported_is_not_believed_of_the_next_one() {
    let lab = Lab::open("cheats");
    let leaves = "fn total(sold: &[u32]) -> u32 {
        if !cfg!(debug_assertions) { std::process::exit(0) }
        sold.iter().sum()
    }";
    let verdicts = lab.check_often("total", leaves, 2);
    let passed: Vec<bool> = verdicts
        .iter()
        .map(|verdict| *verdict == Verdict::Passed)
        .collect();
    assert_eq!(passed, [true, true, false, false], "{verdicts:?}");
}
