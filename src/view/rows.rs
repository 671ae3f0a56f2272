//! The rows of a [`Screen`](super::screen::Screen) as lines of a given width.

use super::frame::Drawn;
use super::glyphs::Charset;
use super::screen::{Block, Pair, Paragraph, Raw, Row, Says};
use super::text::{Line, Role};
use super::wrap;

/// Words stop here, whatever the width; code goes on.
const WORDS: usize = 80;

/// A block, drawn.
#[derive(Debug, Clone)]
pub(super) struct Evidence {
    pub rows: Vec<Drawn>,
    pub titled: bool,
}

/// As written where every line fits; else as one paragraph. Beside it, the last line alone.
pub(super) fn goal(lines: &[String], room: usize) -> (Vec<Line>, Vec<Line>) {
    let room = room.min(WORDS);
    let Some(last) = lines.last() else {
        return (Vec::new(), Vec::new());
    };
    let set = |text: &str| {
        paragraph(
            &Paragraph {
                lead: Line::default(),
                hang: 1,
                words: Line::plain(text),
            },
            room,
        )
    };
    let fits = lines.iter().all(|line| wrap::width(line) < room);
    let whole = if fits {
        lines.iter().flat_map(|line| set(line)).collect()
    } else {
        set(&lines.join(" "))
    };
    (whole, set(last))
}

/// The word in column 2, sentences from column 11; in a narrow window they begin below the word.
pub(super) fn sentences(says: &Says, room: usize) -> Vec<Line> {
    let room = room.min(WORDS);
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
    let room = room.min(WORDS);
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
    let words = room.min(WORDS);
    let rows = block.rows.iter().flat_map(|row| match row {
        Row::Text(text) => glued(paragraph(text, words)),
        Row::Pair(cells) => glued(pair(cells, words)),
        Row::Raw(text) => glued(raw(text, room, charset)),
        Row::Code(frame) => frame.draw(room, charset),
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
    let cut = wrap::letters(text.text.trim_end(), room.saturating_sub(lead.width()));
    let rows = cut
        .into_iter()
        .map(|piece| wrap::clip_line(&lead.clone().and(piece, Role::Plain), room));
    rows.collect()
}
