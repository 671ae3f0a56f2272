//! The card before a chapter, shown once.

use super::super::count::{counted, worked};
use super::super::screen::{Block, Header, Key, Row, Screen};
use super::super::text::{Line, Role};
use super::header;
use crate::session::sitting::Sitting;

pub(super) fn screen(sitting: &Sitting, chapter: usize) -> Screen {
    let model = &sitting.course().chapters[chapter];
    let mut screen = Screen {
        header: Header {
            left: Line::of(format!(" Chapter {:02}  ", model.number), Role::Quiet)
                .and(model.title.as_str(), Role::Strong),
            right: vec![size(sitting, chapter)],
        },
        keys: vec![
            Key::new("Enter", "begin"),
            Key::new("l", "list"),
            Key::new("?", "all keys").or("keys"),
            Key::new("q", "quit"),
        ],
        ..Screen::default()
    };
    let number = header::number(sitting.course(), sitting.exercise());
    screen.next = vec![Line::plain("Press ").and("Enter", Role::Strong).and(
        format!(" for {number}, {}.", sitting.lesson().title),
        Role::Plain,
    )];
    let Some(Some(card)) = sitting.material().cards.get(chapter) else {
        return screen;
    };
    screen
        .blocks
        .push(Block::of([Row::Prose(card.about.clone())]));
    if !card.words.is_empty() {
        let words = card.words.iter().map(|(word, meaning)| {
            Row::led(
                Line::plain("    ").and(word.as_str(), Role::Strong),
                15,
                Line::plain(meaning.as_str()),
            )
        });
        screen.blocks.push(section("New words", words));
    }
    if !card.abilities.is_empty() {
        let abilities = card
            .abilities
            .iter()
            .map(|ability| Row::indented(4, ability.as_str()));
        screen.blocks.push(section("Afterwards you can", abilities));
    }
    if !card.reading.is_empty() {
        screen.blocks.push(Block::words(format!(
            "To read, offline: {}",
            card.reading.join(" ")
        )));
    }
    screen
}

fn section(title: &str, rows: impl Iterator<Item = Row>) -> Block {
    let mut block = Block::of([Row::line(Line::of(title, Role::Strong))]);
    block.rows.extend(rows);
    block
}

/// `8 exercises, about an hour`
fn size(sitting: &Sitting, chapter: usize) -> String {
    let course = sitting.course();
    let path = sitting.material().path.iter();
    let count = path
        .filter(|&&index| course.exercises[index].chapter == chapter)
        .count();
    let exercises = counted(count, "exercise", "exercises");
    match course.chapters[chapter].minutes {
        Some(minutes) => format!("{exercises}, {}", about(count as u64 * u64::from(minutes))),
        None => exercises,
    }
}

fn about(minutes: u64) -> String {
    match minutes {
        0..=44 => format!("about {}", worked(minutes.div_ceil(5) * 5 * 60)),
        45..=74 => "about an hour".to_owned(),
        75..=104 => "an hour and a half".to_owned(),
        _ => format!("about {} hours", (minutes + 30) / 60),
    }
}
