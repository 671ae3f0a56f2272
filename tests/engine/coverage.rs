//! What the course covers: every code and every idea that it promises, and where.
//!
//! Each idea has a piece of text by which an exercise shows that it is about it: a code that the learner meets, or words of
//! the starter or the solution. An exercise that no longer does so, or is gone, is named here.

use std::collections::BTreeSet;

use tutor::course::model::{Course, Exercise, Kind, Start};
use tutor::view::codes::about;

use crate::lab::{read_course, root};

/// Of the chapters from the first error to collections.
const CODES: [&str; 28] = [
    "E0004",
    "E0005",
    "E0061",
    "E0063",
    "E0106",
    "E0204",
    "E0277",
    "E0308",
    "E0310",
    "E0369",
    "E0381",
    "E0382",
    "E0384",
    "E0425",
    "E0451",
    "E0499",
    "E0502",
    "E0505",
    "E0506",
    "E0507",
    "E0515",
    "E0594",
    "E0596",
    "E0597",
    "E0599",
    "E0716",
    "lifetime may not live long enough",
    "unused_must_use",
];

struct Idea {
    about: &'static str,
    /// Each of its exercises has one of these.
    shown_by: &'static [&'static str],
    exercises: &'static [&'static str],
}

const fn idea(
    about: &'static str,
    shown_by: &'static [&'static str],
    exercises: &'static [&'static str],
) -> Idea {
    Idea {
        about,
        shown_by,
        exercises,
    }
}

const OWNERSHIP_TO_COLLECTIONS: [Idea; 18] = [
    idea(
        "every value has one owner",
        &["E0382"],
        &["one_owner", "handed_over", "review_ferry_log"],
    ),
    idea(
        "a value is dropped where its owner ends, once",
        &["Drop for", "frees"],
        &["cannot_copy_this", "lights_out"],
    ),
    idea(
        "passing and assigning moves",
        &["E0382", "E0507"],
        &[
            "one_owner",
            "handed_over",
            "copy_or_move",
            "partial_cargo",
            "loop_mover",
            "single_use_voucher",
            "not_yours_to_take",
            "review_ferry_log",
            "used_after_spawn",
        ],
    ),
    idea(
        "lend before you clone",
        &["clone"],
        &["handed_over", "not_yours_to_take", "clone_audit"],
    ),
    idea(
        "many readers or one writer",
        &["E0384", "E0499", "E0502", "E0506"],
        &[
            "seat_counter",
            "readers_and_a_writer",
            "loans_end_early",
            "double_checkout",
            "assigned_under_watch",
            "cause_an_e0502",
        ],
    ),
    idea(
        "a loan for changing changes the caller's value",
        &["E0596"],
        &["append_a_stop"],
    ),
    idea(
        "what is walked over is not changed meanwhile",
        &["E0502"],
        &["prune_while_walking", "cause_an_e0502", "review_ferry_log"],
    ),
    idea(
        "a reference never outlives what it looks at",
        &[
            "E0106",
            "E0310",
            "E0499",
            "E0505",
            "E0515",
            "E0597",
            "E0716",
            "lifetime may not",
        ],
        &[
            "moved_under_loan",
            "which_input",
            "returns_a_local",
            "outlives_its_scope",
            "gone_by_the_semicolon",
            "struct_with_a_view",
            "the_signature_lies",
            "self_loan_too_long",
            "boxed_and_borrowing",
        ],
    ),
    idea(
        "the checker refuses some sound programs too",
        &["E0499", "E0502", "E0507"],
        &[
            "loans_end_early",
            "double_checkout",
            "self_loan_too_long",
            "get_or_insert",
            "split_the_fields",
            "state_swap",
            "unsound_or_just_strict",
        ],
    ),
    idea(
        "the flow of data is designed, not fought for",
        &["E0451", "E0502", "E0499", "clone"],
        &[
            "single_use_voucher",
            "split_the_fields",
            "unsound_or_just_strict",
            "clone_audit",
        ],
    ),
    idea(
        "absence without null, both arms handled",
        &["Option", "E0004"],
        &[
            "signal_aspects",
            "no_null_here",
            "both_arms",
            "look_without_taking",
            "let_else_gate",
        ],
    ),
    idea("chains over an Option", &[".map("], &["chain_it"]),
    idea(
        "failure stands in the signature and must be looked at",
        &["Result<"],
        &["must_look", "two_error_types", "speak_error"],
    ),
    idea(
        "`?` goes home early with the error",
        &["?;", "?)", "?\n"],
        &[
            "scale_a_reading",
            "question_needs_a_home",
            "two_error_types",
            "review_orders_import",
        ],
    ),
    idea(
        "text becomes a number, or says why not",
        &["ParseIntError"],
        &["scale_a_reading", "review_orders_import"],
    ),
    idea(
        "reading lines, and errors of reading",
        &["io::Error"],
        &["two_error_types", "count_the_lines"],
    ),
    idea(
        "a Result lies in place, without the heap",
        &["heap"],
        &["review_orders_import"],
    ),
    idea(
        "to panic is a decision",
        &["unwrap", "expect", "the program stops"],
        &["speak_error", "past_the_end", "review_orders_import"],
    ),
];

const THREADS_TO_ASYNC: [Idea; 13] = [
    idea(
        "a thread gets a closure, and is waited for",
        &["thread::spawn"],
        &["thread_outlives_scope", "used_after_spawn"],
    ),
    idea(
        "Arc counts owners and copies a pointer",
        &["Arc::clone", "Arc::new"],
        &["share_the_index", "arc_is_read_only"],
    ),
    idea(
        "a lock is held briefly",
        &["Mutex"],
        &[
            "arc_is_read_only",
            "hold_it_briefly",
            "review_sensor_hub",
            "guard_across_await",
        ],
    ),
    idea(
        "what may travel or be shared is decided when compiling",
        &["E0277", "cannot be sent"],
        &[
            "rc_cannot_travel",
            "cell_in_an_arc",
            "send_or_not",
            "rc_across_await",
        ],
    ),
    idea(
        "no data races",
        &["scope", "Receiver", "Send", "Mutex"],
        &["scoped_borrow", "rc_cannot_travel", "postbox"],
    ),
    idea(
        "the same work on several parts at once",
        &["thread::scope"],
        &["par_map"],
    ),
    idea(
        "sharing is designed from its end",
        &["Arc"],
        &["review_sensor_hub"],
    ),
    idea(
        "async and await, and somebody who drives them",
        &[".await"],
        &["await_outside", "one_after_another"],
    ),
    idea(
        "a future is lazy, and takes its turns",
        &["Future", "Waker", ".await"],
        &[
            "nothing_happens",
            "poll_by_hand",
            "write_block_on",
            "wake_me_up",
            "many_on_one_thread",
            "do_not_block_the_loop",
        ],
    ),
    idea(
        "one wait after the other, or all at once",
        &["join"],
        &["one_after_another", "write_join"],
    ),
    idea(
        "many tasks on one thread, or on a pool",
        &["pool", "One thread", "blocking"],
        &[
            "many_on_one_thread",
            "spawned_needs_its_own",
            "rc_across_await",
            "do_not_block_the_loop",
        ],
    ),
    idea(
        "what a runtime is made of",
        &["Wake", "block_on"],
        &["write_block_on"],
    ),
    idea(
        "loans across tasks",
        &["E0373", "cannot be sent"],
        &[
            "spawned_needs_its_own",
            "rc_across_await",
            "guard_across_await",
        ],
    ),
];

/// What a learner can read of an exercise, and the codes that the exercise is about.
fn everything(course: &Course, exercise: &Exercise) -> String {
    let read = |path: &str| std::fs::read_to_string(root().join(path)).expect("a file");
    let questions = exercise.questions.iter().flat_map(|question| {
        let choices = question.choices.iter().cloned();
        choices.chain([question.text.clone(), question.why.clone()])
    });
    let files = [exercise.main_file().to_owned(), exercise.solution_file()];
    let mut parts: Vec<String> = files.iter().map(|path| read(path)).collect();
    parts.extend(questions);
    parts.extend(codes(exercise));
    parts.push(course.chapter_of(exercise).about.clone());
    parts.join("\n")
}

/// Those that the starter shows, and those that the learner is to bring about.
fn codes(exercise: &Exercise) -> BTreeSet<String> {
    let starts = exercise.starts.iter().flatten();
    let mut found: BTreeSet<String> = starts
        .flat_map(|start| match start {
            Start::Error { any_of, .. } => any_of.clone(),
            Start::Lint { lint, .. } => vec![lint.clone()],
            _ => Vec::new(),
        })
        .collect();
    found.extend(exercise.expect.iter().flat_map(|it| it.any_of.clone()));
    found.extend(exercise.deny.iter().cloned());
    let starter = std::fs::read_to_string(root().join(exercise.main_file())).expect("the starter");
    let blocks = starter
        .lines()
        .filter_map(|line| line.strip_prefix("//! ```compile_fail,"));
    found.extend(blocks.flat_map(|codes| codes.split(',').map(str::to_owned)));
    found
}

#[test]
fn every_code_that_the_course_promises_is_met() {
    let course = read_course(&root());
    let met: BTreeSet<String> = course.exercises.iter().flat_map(codes).collect();
    let missing: Vec<&&str> = CODES.iter().filter(|code| !met.contains(**code)).collect();
    assert!(missing.is_empty(), "nobody meets {missing:?}; met: {met:?}");
}

#[test]
fn every_code_that_is_chosen_or_aimed_at_has_its_words() {
    let course = read_course(&root());
    let mut silent = BTreeSet::new();
    for exercise in &course.exercises {
        let aims = matches!(exercise.kind, Kind::Break | Kind::Guard).then(|| codes(exercise));
        let said = exercise.choices.iter().cloned();
        let codes = said.chain(aims.into_iter().flatten());
        let coded = codes.filter(|code| code.starts_with('E'));
        silent.extend(coded.filter(|code| about(code).is_none()));
    }
    assert!(silent.is_empty(), "no words for {silent:?}");
}

#[test]
fn every_idea_has_its_exercises_and_they_are_about_it() {
    let course = read_course(&root());
    let mut wrong = Vec::new();
    for idea in OWNERSHIP_TO_COLLECTIONS.iter().chain(&THREADS_TO_ASYNC) {
        for id in idea.exercises {
            let Some(index) = course.find(id) else {
                wrong.push(format!("{}: there is no exercise `{id}`", idea.about));
                continue;
            };
            let text = everything(&course, &course.exercises[index]);
            if !idea.shown_by.iter().any(|piece| text.contains(piece)) {
                let pieces = idea.shown_by;
                wrong.push(format!("{}: `{id}` has none of {pieces:?}", idea.about));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
