//! Done: the note, the question, what comes next.

use super::super::count::{counted, in_words, ordinal, seconds, worked};
use super::super::reasons::refused_evidence;
use super::super::screen::{Block, Key, Row, Says, Screen, Word};
use super::super::text::{Line, Role};
use super::super::told::Facts;
use super::working::{facts, notices};
use super::{header, overlays, review};
use crate::check::verdict::TestState;
use crate::course::model::{Demand, Kind, Question};
use crate::session::lesson::Lesson;
use crate::session::sitting::{Found, Sitting};

pub(super) fn screen(sitting: &Sitting, found: &Found) -> Screen {
    let mut blocks = notices(found);
    let answered = sitting.answered();
    let question = match answered {
        Some((index, _)) => sitting.exercise().questions.get(index),
        None => sitting.open_question().map(|(_, question)| question),
    };
    if answered.is_none() {
        match sitting.exercise().kind {
            Kind::Predict => blocks.extend(the_compiler(sitting, found)),
            _ => blocks.extend(overlays::note_block(sitting)),
        }
    }
    if let Some(question) = question {
        blocks.push(asked(question, answered.map(|(_, choice)| choice)));
        blocks.extend(answered.map(|(_, choice)| judged(question, choice)));
    }
    if answered.is_some() || question.is_none() {
        blocks.push(spent(sitting));
    }
    Screen {
        header: header::of_exercise(sitting),
        goal: Vec::new(),
        says: Some(Says {
            word: Word::Done,
            sentences: vec![sentence(&facts(sitting, found))],
        }),
        blocks,
        next: next(sitting),
        keys: keys(sitting, found),
        right: seconds(found.checked.evidence.took),
    }
}

/// What was asked for, and is so.
pub(super) fn sentence(facts: &Facts<'_>) -> String {
    let evidence = facts.evidence;
    let tries = facts.tries;
    let try_number = match tries {
        0 | usize::MAX => String::new(),
        1 => ", at once".to_owned(),
        _ => format!(", on your {} try", ordinal(tries)),
    };
    let right = evidence.right.max(1);
    match facts.exercise.kind {
        Kind::Predict => match right {
            1 => format!("The line and the code are right{try_number}."),
            2 => format!("Both lines and both codes are right{try_number}."),
            _ => format!("All {right} lines and codes are right{try_number}."),
        },
        Kind::Trace => match right {
            1 => format!("Your line is what it prints{try_number}."),
            _ => format!("All {right} lines are what it prints{try_number}."),
        },
        Kind::Break => match evidence
            .errors
            .first()
            .and_then(|error| error.code.as_deref())
        {
            Some(code) => format!("The compiler refuses it with {code}, as it was asked for."),
            None => "The compiler refuses it, as it was asked for.".to_owned(),
        },
        Kind::Guard => match right {
            1 => "The example comes out as it should.".to_owned(),
            _ => format!("All {right} examples come out as they should."),
        },
        Kind::Tests => "Your tests pass, and they notice every wrong program.".to_owned(),
        Kind::Fix | Kind::Write | Kind::Lint | Kind::Measure => worked_out(facts),
    }
}

/// `It compiles, all 4 tests pass, and nothing is cloned.`
fn worked_out(facts: &Facts<'_>) -> String {
    let exercise = facts.exercise;
    let tests = facts.evidence.tests.iter();
    let mut told = vec!["it compiles".to_owned()];
    match tests.filter(|test| test.state == TestState::Passed).count() {
        0 => {}
        1 => told.push("its test passes".to_owned()),
        2 => told.push("both tests pass".to_owned()),
        count => told.push(format!("all {count} tests pass")),
    }
    if exercise.runs.iter().any(|run| run.prints.is_some()) {
        told.push("it prints what it should".to_owned());
    }
    let forbids = |token: &str| {
        let rule = exercise
            .rules
            .iter()
            .find(|rule| rule.tokens.contains(token));
        rule.is_some_and(|rule| rule.demand == Demand::AtMost(0))
    };
    match exercise.kind {
        Kind::Lint => told.push("there is nothing to warn of".to_owned()),
        Kind::Measure => told.push("it stays within its budget".to_owned()),
        _ if forbids("clone") => told.push("nothing is cloned".to_owned()),
        _ => {}
    }
    let sentence = match told.as_slice() {
        [one] => format!("{one}."),
        [one, two] => format!("{one}, and {two}."),
        [first @ .., last] => format!("{}, and {last}.", first.join(", ")),
        [] => String::new(),
    };
    let mut letters = sentence.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// After a right prediction: what the compiler says.
fn the_compiler(sitting: &Sitting, found: &Found) -> Vec<Block> {
    let errors = &found.checked.evidence.errors;
    let Some(first) = errors.first() else {
        return Vec::new();
    };
    let intro = match errors.len() {
        1 => "Now the compiler. It refuses one line:".to_owned(),
        count => format!(
            "Now the compiler. It refuses {} lines; the first:",
            in_words(count)
        ),
    };
    let mut evidence = refused_evidence(first, true, &facts(sitting, found));
    if let Some(block) = evidence.first_mut() {
        block.rows.insert(0, Row::words(intro));
    }
    evidence
}

fn asked(question: &Question, answer: Option<u8>) -> Block {
    let mut rows = vec![Row::words(format!(
        "One question: {}",
        lower_first(&question.text)
    ))];
    for (place, choice) in question.choices.iter().enumerate() {
        let number = place + 1;
        let mark = match answer {
            Some(_) if number == question.answer => "> ",
            Some(given) if number == usize::from(given) => "x ",
            _ => "  ",
        };
        let lead = Line::plain("  ")
            .and(mark, Role::Strong)
            .and(number.to_string(), Role::Strong);
        rows.push(Row::led(lead, 7, Line::plain(choice.as_str())));
    }
    Block::of(rows)
}

/// A question that begins with a name or with code stays as it is.
fn lower_first(text: &str) -> String {
    const OPENINGS: [&str; 12] = [
        "When ", "Why ", "What ", "Which ", "Who ", "How ", "In ", "Where ", "Does ", "Is ",
        "Can ", "After ",
    ];
    if OPENINGS.iter().any(|word| text.starts_with(word)) {
        let mut letters = text.chars();
        return letters.next().map_or_else(String::new, |first| {
            first.to_lowercase().chain(letters).collect()
        });
    }
    text.to_owned()
}

fn judged(question: &Question, choice: u8) -> Block {
    let right = usize::from(choice) == question.answer;
    let (word, role) = if right {
        ("RIGHT", Role::Good)
    } else {
        ("NOT SO", Role::Pending)
    };
    let words = if right {
        question.why.clone()
    } else {
        format!("It is number {}. {}", question.answer, question.why)
    };
    Block::of([Row::led(
        Line::plain(" ").and(word, role),
        10,
        Line::plain(words),
    )])
}

/// Time, saves and hints; and when it comes again.
fn spent(sitting: &Sitting) -> Block {
    if let Some(reviews) = sitting.reviews() {
        return Block::words(review::outcome(sitting, reviews));
    }
    let record = sitting.record();
    let (one, many) = match sitting.exercise().kind {
        Kind::Predict | Kind::Trace => ("try", "tries"),
        _ => ("save", "saves"),
    };
    let mut words = format!(
        "You took {} and {}",
        worked(record.seconds),
        counted(record.attempts.max(1) as usize, one, many)
    );
    if record.hint > 0 {
        words += &format!(", with {}", counted(record.hint.into(), "hint", "hints"));
    }
    words.push('.');
    if let Some(sentence) = review::comes_back(sitting) {
        words.push(' ');
        words += &sentence;
    }
    Block::words(words)
}

fn next(sitting: &Sitting) -> Vec<Line> {
    let ahead = sitting.next().map(|index| {
        let exercise = &sitting.course().exercises[index];
        let number = header::number(sitting.course(), exercise);
        (number, &sitting.material().lessons[index])
    });
    if let Some(seconds) = sitting.leaves_in() {
        return vec![Line::plain(format!(
            "It goes on by itself in {}. Any key stops that.",
            counted(seconds as usize, "second", "seconds")
        ))];
    }
    if let (None, Some((_, question))) = (sitting.answered(), sitting.open_question()) {
        let note_waits = sitting.exercise().kind == Kind::Predict && overlays::has_note(sitting);
        return vec![press_an_answer(question.choices.len(), ahead, note_waits)];
    }
    let press = |key: &str, words: &str| {
        Line::plain("Press ")
            .and(key, Role::Strong)
            .and(words, Role::Plain)
    };
    if sitting.answered().is_some() && sitting.open_question().is_some() {
        return vec![press("Enter", " for another question, or n to go on.")];
    }
    match ahead {
        Some((number, lesson)) => {
            let first = lesson.goal.join(" ");
            // The goal of every review is the same.
            let sentence = first_sentence(&first).filter(|_| sitting.reviews().is_none());
            let ahead = Line::of(format!("{number}  {}", lesson.title), Role::Strong);
            let ahead = match sentence {
                Some(sentence) => ahead.and(format!(": {sentence}"), Role::Plain),
                None => ahead.and(".", Role::Plain),
            };
            vec![ahead, press("n", ".")]
        }
        None if sitting.all_done() => vec![press("n", ": that was the last one.")],
        None => vec![Line::plain("All others are done.")],
    }
}

fn press_an_answer(choices: usize, ahead: Option<(String, &Lesson)>, note_waits: bool) -> Line {
    let figures: Vec<String> = (1..=choices).map(|figure| figure.to_string()).collect();
    let answer = super::super::count::listed(&figures).replace(" and ", " or ");
    let line = Line::plain("Press ").and(answer, Role::Strong);
    if note_waits {
        return line.and(". The note comes after it.", Role::Plain);
    }
    match ahead {
        Some((number, lesson)) => line.and(". Then ", Role::Plain).and("n", Role::Strong).and(
            format!(" goes on to {number}, {}.", lesson.title),
            Role::Plain,
        ),
        None => line.and(".", Role::Plain),
    }
}

/// Up to the first full stop that ends a sentence, if it is not too long.
fn first_sentence(text: &str) -> Option<&str> {
    let end = text.find(". ").map_or(text.len(), |end| end + 1);
    let sentence = &text[..end];
    (!sentence.is_empty() && sentence.chars().count() <= 120).then_some(sentence)
}

fn keys(sitting: &Sitting, found: &Found) -> Vec<Key> {
    let mut keys = Vec::new();
    let predict = sitting.exercise().kind == Kind::Predict;
    let waits = sitting
        .answered()
        .is_none()
        .then(|| sitting.open_question())
        .flatten();
    if let Some((_, question)) = waits {
        let figures: Vec<String> = (1..=question.choices.len())
            .map(|figure| figure.to_string())
            .collect();
        keys.push(Key::new(&figures.join(" "), "answer"));
    } else {
        keys.push(Key::new("n", "next"));
    }
    let errors = found.checked.evidence.errors.len();
    if predict && errors > 1 && sitting.answered().is_none() {
        let others = if errors == 2 {
            "the second error"
        } else {
            "the other errors"
        };
        keys.push(Key::new("m", others).or("more"));
    }
    let note_is_shown = sitting.answered().is_none() && !predict;
    if !note_is_shown && overlays::has_note(sitting) {
        keys.push(Key::new("space", "the note"));
    }
    if !predict && sitting.solution().is_some() {
        keys.push(Key::new("d", "compare with ours").or("compare"));
    }
    if waits.is_some() {
        keys.push(Key::new("n", "next"));
    }
    if !predict {
        keys.push(Key::new("l", "list"));
    }
    keys.extend([Key::new("?", "all keys").or("keys"), Key::new("q", "quit")]);
    keys
}
