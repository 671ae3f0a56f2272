//! The rules that every screen of a refusal keeps, tried with all that rustc 1.95 was heard saying, in windows of many
//! sizes. What single screens look like, `sitting_screens.rs` has.

mod sitting_common;

use sitting_common::cases;
use sitting_common::course::{Desk, Sat, exercise};
use sitting_common::refused::{errors, refused, with_errors};
use tutor::check::verdict::Relation;
use tutor::course::model::Kind;
use tutor::view::program::primary;

/// A sitting whose last check met one error.
struct Tried {
    name: String,
    /// The compiler's headline.
    message: String,
    sat: Sat,
    /// What the usual window shows.
    screen: String,
}

#[test]
fn every_screen_of_a_refusal_keeps_the_rules() {
    let mut screens = screens();
    rows_stand_where_they_belong(&screens);
    the_headline_is_the_compilers(&screens);
    what_must_not_give_way_is_in_every_window(&screens);
    helps_of_what_the_exercise_is_about_are_behind_a_key(&screens);
    nothing_is_said_that_nobody_knows(&screens);
    ascii_twins_stand_in_the_same_columns(&screens);
    who_is_stuck_is_told_of_hints_once(&mut screens);
}

/// A screen for each error, once as the one that the exercise is about and once as a slip.
fn screens() -> Vec<Tried> {
    let mut screens = Vec::new();
    for case in cases("") {
        for place in 0..case.errors.len() {
            for relation in [Relation::Expected, Relation::Other] {
                let exercise = exercise("harbour", 3, 2, Kind::Fix);
                let (text, errors) = errors(&case.name, &exercise);
                let error = &errors[place];
                let line = case.line(&case.errors[place]);
                let mut sat = Desk::at(exercise, &text, 13).sit_down();
                let evidence = with_errors(std::slice::from_ref(error), 40);
                sat.found(&text, refused(error, relation, line), evidence);
                let name = format!("{} {relation:?}", case.name);
                let message = error.message.clone();
                let screen = sat.screen();
                screens.push(Tried {
                    name,
                    message,
                    sat,
                    screen,
                });
            }
        }
    }
    assert!(screens.len() > 200, "{} screens", screens.len());
    screens
}

fn without_blanks(text: &str) -> String {
    text.chars()
        .filter(|letter| !letter.is_whitespace())
        .collect()
}

/// Rules 1, 2, 4 and 6: what stands where.
fn rows_stand_where_they_belong(screens: &[Tried]) {
    for Tried { name, screen, .. } in screens {
        let rows: Vec<&str> = screen.lines().collect();
        let rule = "─".repeat(80);
        assert!(rows[0].starts_with(" 03.2  "), "{name}\n{screen}");
        assert!(rows[0].ends_with("] 13 of 160"), "{name}\n{screen}");
        assert_eq!(rows[1], rule, "{name}");
        assert_eq!(rows[rows.len() - 2], rule, "{name}");
        let keys = rows[rows.len() - 1];
        let (keys, right) = keys.rsplit_once("  ").expect("something at the right end");
        assert!(
            right == "0.04 s" || right.starts_with("page "),
            "{name}\n{screen}"
        );
        let named: Vec<&str> = keys.trim().split("   ").collect();
        assert!(named.len() <= 5, "{name}\n{screen}");
        assert!(
            named.iter().any(|key| key.starts_with("? ")),
            "{name}\n{screen}"
        );
        let begins = |beginning: &str| rows.iter().filter(|row| row.starts_with(beginning)).count();
        assert_eq!(begins(" NOT YET  "), 1, "{name}\n{screen}");
        assert_eq!(begins(" Next     "), 1, "{name}\n{screen}");
    }
}

/// Rule 8: the compiler's headline word for word, wherever it is cut into lines.
fn the_headline_is_the_compilers(screens: &[Tried]) {
    for Tried {
        name,
        message,
        screen: shown,
        ..
    } in screens
    {
        let screen = without_blanks(shown);
        let headline = without_blanks(message);
        let found = screen.contains(&headline) || {
            // Names of the standard library lose their paths.
            let short = tutor::view::program::without_std_paths(message);
            screen.contains(&without_blanks(&short))
        };
        assert!(found, "{name}: {message}\n{shown}");
    }
}

/// Rule 7: whatever gives way, the verdict, the refused line and Next do not.
fn what_must_not_give_way_is_in_every_window(screens: &[Tried]) {
    for Tried { name, sat, .. } in screens {
        for (width, height) in [(80, 24), (80, 16), (40, 24)] {
            let screen = sat.screen_in(width, height);
            let has = |piece: &str| screen.contains(piece);
            assert!(has(" NOT YET"), "{name} {width}x{height}\n{screen}");
            assert!(has(" Next"), "{name} {width}x{height}\n{screen}");
            let refused = has("^") || screen.lines().any(|row| row.starts_with(" X  "));
            assert!(refused, "{name} {width}x{height}\n{screen}");
        }
    }
}

/// Rule 8 again: helps of the error that the exercise is about are behind `m`; those of a slip are shown.
fn helps_of_what_the_exercise_is_about_are_behind_a_key(screens: &[Tried]) {
    for Tried { name, screen, .. } in screens {
        if name.ends_with("Expected") {
            assert!(!screen.contains("\n help: "), "{name}\n{screen}");
            assert!(!screen.contains("\n note: "), "{name}\n{screen}");
        }
    }
}

/// Rules 9 and 16: rustc names one later use, often not the last; and the words are ours, not libtest's.
fn nothing_is_said_that_nobody_knows(screens: &[Tried]) {
    for Tried {
        name,
        message,
        screen,
        ..
    } in screens
    {
        let words: Vec<&str> = screen
            .lines()
            .filter(|row| !row.contains('│') && !message.contains(row.trim()))
            .collect();
        let words = words.join("\n");
        for never in ["last use", "loan ends here", "left:", "right:", "panicked"] {
            assert!(!words.contains(never), "{name}: {never}\n{screen}");
        }
    }
}

/// Rule 6: the way to the hints is shown until one was taken.
fn who_is_stuck_is_told_of_hints_once(screens: &mut [Tried]) {
    for Tried { name, sat, .. } in screens {
        let stuck = "Stuck? Press h";
        assert!(sat.screen_in(80, 60).contains(stuck), "{name}");
        sat.key('h').key('h');
        sat.tell(tutor::session::event::Event::Key(
            tutor::session::event::Key::Esc,
        ));
        assert!(!sat.screen_in(80, 60).contains(stuck), "{name}");
    }
}

/// D3 of the first trials: where the error shows up may be a line that the goal wants to keep.
#[test]
fn nobody_is_sent_to_a_signature() {
    for case in cases("") {
        for error in &case.errors {
            let line = case.line(error);
            let text = case.text.lines().nth(line - 1).unwrap_or_default();
            let next = tutor::view::refusal::next(error, line, &case.program());
            let two_sided = [
                "E0308", "E0277", "E0599", "E0061", "E0384", "E0596", "E0594",
            ];
            let code = error.code.as_deref().unwrap_or_default();
            if two_sided.contains(&code) && primary(error).is_some() {
                assert!(
                    !next.starts_with("Mend line") || next.contains(", or what it relies on"),
                    "{}: {text}\n{next}",
                    case.name
                );
            }
        }
    }
}

/// Rule 10 and the ASCII twins: one for one, so that nothing moves.
fn ascii_twins_stand_in_the_same_columns(screens: &[Tried]) {
    for Tried {
        name,
        sat,
        screen: boxes,
        ..
    } in screens
    {
        let ascii = sat.screen_as(80, 24, tutor::view::glyphs::Charset::Ascii);
        let twin = |letter: char| match letter {
            '─' => '-',
            '│' => '|',
            '┌' => '.',
            '└' => '\'',
            letter => letter,
        };
        let expected: String = boxes.chars().map(twin).collect();
        assert_eq!(ascii, expected, "{name}");
    }
}
