//! Drawing over what is on the screen: only rows that differ are written, each in place. Nothing is cleared first, so
//! nothing flickers.

use std::fmt::Write;

use super::{Painter, Size};
use crate::view::text::Line;
use crate::view::wrap;

/// Terminals that know it show the frame when it is complete; the others do not mind.
const BEGIN: &str = "\u{1b}[?2026h";
const END: &str = "\u{1b}[?2026l";
const TO_END_OF_ROW: &str = "\u{1b}[0m\u{1b}[K";

/// What stands on the screen, as far as we know.
#[derive(Debug, Default)]
pub(super) struct Frame {
    rows: Vec<String>,
    size: Option<Size>,
}

impl Frame {
    /// Somebody else has written to the screen: all rows are drawn next time.
    pub(super) fn forget(&mut self) {
        self.size = None;
    }

    /// The bytes that turn the screen into these lines, cut to its size. Empty if it shows them already.
    pub(super) fn redraw(&mut self, lines: &[Line], size: Size, painter: Painter) -> String {
        let whole = self.size != Some(size);
        let clipped = lines
            .iter()
            .take(size.rows)
            .map(|line| wrap::clip_line(line, size.columns));
        let drawn = |line: Line| {
            // Behind a full row the cursor stands on its last column still: to clear from there would clear that.
            let rest = if line.width() < size.columns {
                TO_END_OF_ROW
            } else {
                ""
            };
            format!("{}{rest}", painter.line(&line))
        };
        let mut rows: Vec<String> = clipped.map(drawn).collect();
        rows.resize(size.rows, TO_END_OF_ROW.to_owned());
        let mut bytes = String::new();
        for (index, row) in rows.iter().enumerate() {
            if whole || self.rows.get(index) != Some(row) {
                // Writing to a string cannot fail.
                let _ = write!(bytes, "\u{1b}[{};1H{row}", index + 1);
            }
        }
        self.rows = rows;
        self.size = Some(size);
        if bytes.is_empty() {
            return bytes;
        }
        format!("{BEGIN}{bytes}{END}")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::view::text::Role;

    const PAINTER: Painter = Painter {
        colour: true,
        links: true,
    };

    fn lines(texts: &[String]) -> Vec<Line> {
        texts
            .iter()
            .map(|text| Line::of(text.as_str(), Role::Strong))
            .collect()
    }

    fn size(columns: usize, rows: usize) -> Size {
        Size { columns, rows }
    }

    fn positive(number: usize) -> std::num::NonZero<u16> {
        let number = u16::try_from(number).expect("small");
        std::num::NonZero::new(number).expect("not zero")
    }

    #[test]
    fn only_what_differs_is_written() {
        let mut frame = Frame::default();
        let first = frame.redraw(&lines(&["a".into(), "b".into()]), size(10, 3), PAINTER);
        assert_eq!(first.matches('H').count(), 3);
        let again = frame.redraw(&lines(&["a".into(), "b".into()]), size(10, 3), PAINTER);
        assert_eq!(again, "");
        let other = frame.redraw(&lines(&["a".into(), "c".into()]), size(10, 3), PAINTER);
        assert!(
            other.contains("\u{1b}[2;1H") && !other.contains("\u{1b}[1;1H"),
            "{other:?}"
        );
        frame.forget();
        let all = frame.redraw(&lines(&["a".into(), "c".into()]), size(10, 3), PAINTER);
        assert_eq!(all.matches('H').count(), 3);
    }

    proptest! {
        /// Whatever was on the screen, and however wide it is: it shows the last lines, cut to its size.
        #[test]
        fn the_screen_shows_the_last_lines(
            screens in proptest::collection::vec(proptest::collection::vec("[a-z漢 é]{0,12}", 0..8), 1..6),
            sizes in proptest::collection::vec((1usize..10, 1usize..7), 6),
        ) {
            let mut frame = Frame::default();
            let mut terminal = vt100::Parser::new(positive(7), positive(10), 0);
            terminal.process(b"\x1b[?7lsomething old");
            for (texts, (columns, rows)) in screens.iter().zip(sizes) {
                terminal.screen_mut().set_size(positive(rows), positive(columns));
                let bytes = frame.redraw(&lines(texts), size(columns, rows), PAINTER);
                terminal.process(bytes.as_bytes());
                let shown: Vec<String> = terminal.screen().rows(0, columns as u16).collect();
                for (index, row) in shown.iter().enumerate() {
                    let wanted = texts.get(index).map_or("", String::as_str);
                    let wanted = wrap::clipped(wanted, columns);
                    prop_assert_eq!(row.trim_end(), wanted.trim_end());
                }
            }
        }
    }
}
