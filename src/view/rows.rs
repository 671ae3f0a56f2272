//! The rows of a [`Screen`](super::screen::Screen) as lines of a given width.

use super::frame::Drawn;
use super::glyphs::Charset;
use super::markdown;
use super::screen::{Block, Pair, Paragraph, Raw, Row, Says};
use super::text::{Line, Role};
use super::wrap;

/// Words stop here, whatever the width, and leave the last column free; code goes on.
const WORDS: usize = 79;

fn words_room(room: usize) -> usize {
    WORDS.min(room.saturating_sub(1)).max(1)
}

/// A block, drawn.
#[derive(Debug, Clone)]
pub(super) struct Evidence {
    pub rows: Vec<Drawn>,
    pub titled: bool,
}

/// As written where every line fits, else as paragraphs. Beside it, the last line alone.
pub(super) fn goal(lines: &[String], room: usize) -> (Vec<Line>, Vec<Line>) {
    let last = lines.last().map(|last| set(last, words_room(room)));
    (prose(lines, room), last.unwrap_or_default())
}

fn prose(lines: &[String], room: usize) -> Vec<Line> {
    let room = words_room(room);
    if lines.iter().all(|line| wrap::width(line) < room) {
        return lines.iter().flat_map(|line| set(line, room)).collect();
    }
    let paragraphs = paragraphs(lines).into_iter();
    paragraphs.flat_map(|text| set(&text, room)).collect()
}

/// Joins lines that were cut only because they were full: the first word of the next one had no room.
fn paragraphs(lines: &[String]) -> Vec<String> {
    const FULL: usize = 78;
    let mut joined: Vec<String> = Vec::new();
    let mut before = 0;
    for line in lines {
        let first = line.split(' ').next().unwrap_or_default();
        let had_no_room = before > 0 && before + 1 + wrap::width(first) > FULL;
        match joined.last_mut() {
            Some(paragraph) if had_no_room => {
                paragraph.push(' ');
                paragraph.push_str(line);
            }
            _ => joined.push(line.clone()),
        }
        before = wrap::width(line);
    }
    joined
}

/// Words from column 2 on.
fn set(text: &str, room: usize) -> Vec<Line> {
    let words = Line::plain(text);
    let text = Paragraph {
        lead: Line::default(),
        hang: 1,
        words,
    };
    paragraph(&text, room)
}

/// The word in column 2, sentences from column 11; in a narrow window they begin below the word.
pub(super) fn sentences(says: &Says, room: usize) -> Vec<Line> {
    let room = words_room(room);
    let mut lines = Vec::new();
    for (place, sentence) in says.sentences.iter().enumerate() {
        let lead = if place == 0 {
            Line::plain(" ").and(says.word.text(), says.word.role())
        } else {
            Line::default()
        };
        lines.extend(paragraph(
            &Paragraph {
                lead,
                hang: 10,
                words: Line::plain(sentence),
            },
            room,
        ));
    }
    lines
}

pub(super) fn next(sentences: &[Line], room: usize) -> Vec<Vec<Line>> {
    let room = words_room(room);
    let rows = sentences.iter().enumerate().map(|(place, words)| {
        let lead = if place == 0 {
            Line::plain(" ").and("Next", Role::Strong)
        } else {
            Line::default()
        };
        paragraph(
            &Paragraph {
                lead,
                hang: 10,
                words: words.clone(),
            },
            room,
        )
    });
    rows.collect()
}

pub(super) fn evidence(block: &Block, room: usize, charset: Charset) -> Evidence {
    let words = words_room(room);
    let rows = block.rows.iter().flat_map(|row| match row {
        Row::Text(text) => glued(paragraph(text, words)),
        Row::Pair(cells) => glued(pair(cells, words)),
        Row::Raw(text) => glued(raw(text, room, charset)),
        Row::Code(frame) => frame.draw(room, charset),
        Row::Prose(text) => glued(prose(text, room)),
        Row::Line(line) => glued(hung(line, room)),
        Row::Markdown(text) => loose(markdown::lines(text, words.saturating_sub(1)), room),
    });
    Evidence {
        rows: rows.collect(),
        titled: block.titled,
    }
}

/// Lines of one row: a page does not end between them.
fn glued(lines: Vec<Line>) -> Vec<Drawn> {
    let rows = lines.into_iter().enumerate().map(|(place, line)| Drawn {
        line,
        glued: place > 0,
        crux: false,
    });
    rows.collect()
}

/// Lines that may stand on different pages, from column 2 on.
fn loose(lines: Vec<Line>, room: usize) -> Vec<Drawn> {
    let lines = lines.into_iter();
    lines
        .flat_map(|line| glued(hung(&Line::plain(" ").then(line), room)))
        .collect()
}

/// A line of code as it is; where it is too long, its rest below, further in than it begins.
fn hung(line: &Line, room: usize) -> Vec<Line> {
    const FURTHER: usize = 4;
    let mut cut = wrap::lines(line, room).into_iter();
    let first = cut.next().unwrap_or_default();
    let rest: Vec<String> = cut.map(|line| line.text()).collect();
    if rest.is_empty() {
        return vec![first];
    }
    // The mark of a line that differs belongs to its margin.
    let margin = |letter: &char| matches!(letter, ' ' | '-' | '+');
    let begins = line.text().chars().take_while(margin).count();
    let role = line.0.last().map_or(Role::Plain, |span| span.role);
    let below = Paragraph {
        lead: Line::default(),
        hang: (begins + FURTHER).min(room / 2),
        words: Line::of(rest.join(" "), role),
    };
    let mut lines = vec![first];
    lines.extend(paragraph(&below, room));
    lines
}

fn paragraph(text: &Paragraph, room: usize) -> Vec<Line> {
    let beside = room.saturating_sub(text.hang);
    let cramped = beside < text.words.width().min(20);
    if cramped && text.hang > 4 {
        let mut lines = wrap::lines(&text.lead, room);
        lines.retain(|line| !line.0.is_empty());
        let below = Paragraph {
            lead: Line::default(),
            hang: 3,
            words: text.words.clone(),
        };
        lines.extend(paragraph(&below, room));
        return lines;
    }
    let hang = text.hang.min(room.saturating_sub(1));
    let cut = wrap::lines(&text.words, room - hang);
    let mut lines = Vec::new();
    for (place, words) in cut.into_iter().enumerate() {
        let lead = if place == 0 {
            text.lead.clone()
        } else {
            Line::default()
        };
        let mut line = padded(lead, hang);
        line.0.extend(words.0);
        lines.push(wrap::clip_line(&line, room));
    }
    lines
}

fn padded(line: Line, to: usize) -> Line {
    let missing = to.saturating_sub(line.width());
    line.and(" ".repeat(missing), Role::Plain)
}

fn pair(cells: &Pair, room: usize) -> Vec<Line> {
    let left = Paragraph {
        lead: cells.lead.clone(),
        hang: cells.hang,
        words: cells.left.clone(),
    };
    let beside =
        cells.hang + cells.left.width() + 2 <= cells.at && cells.at + cells.right.width() <= room;
    if beside {
        let mut lead = padded(cells.lead.clone(), cells.hang);
        lead.0.extend(cells.left.0.iter().cloned());
        return paragraph(
            &Paragraph {
                lead,
                hang: cells.at,
                words: cells.right.clone(),
            },
            room,
        );
    }
    let mut lines = paragraph(&left, room);
    if !cells.right.0.is_empty() {
        lines.extend(paragraph(
            &Paragraph {
                lead: Line::default(),
                hang: cells.hang + 2,
                words: cells.right.clone(),
            },
            room,
        ));
    }
    lines
}

fn raw(text: &Raw, room: usize, charset: Charset) -> Vec<Line> {
    let mut lead = wrap::blanks(text.indent.min(room / 4));
    if text.barred {
        lead = lead
            .and(charset.vertical().to_string(), Role::Quiet)
            .and(" ", Role::Plain);
    }
    let beside = room.saturating_sub(lead.width());
    let cut = if text.by_words {
        wrap::words(&text.text, beside.min(WORDS))
    } else {
        wrap::letters(text.text.trim_end(), beside)
    };
    let rows = cut
        .into_iter()
        .map(|piece| wrap::clip_line(&lead.clone().and(piece, Role::Plain), room));
    rows.collect()
}
