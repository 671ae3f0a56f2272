//! The first row and the last: what they give up when the window is narrow.

use super::glyphs::Charset;
use super::screen::{Header, Key};
use super::text::{Line, Role};
use super::wrap;

/// Keys in the last row, at most.
const KEYS: usize = 5;

/// A line across the window.
pub fn rule(room: usize, charset: Charset) -> Line {
    let strokes = std::iter::repeat_n(charset.horizontal(), room);
    Line::of(strokes.collect::<String>(), Role::Quiet)
}

/// The fullest form of the right side that leaves the left side whole; else the shortest, and the left side cut.
pub fn header(header: &Header, room: usize) -> Line {
    let left = header.left.width();
    let fits = |right: &&String| left + 3 + wrap::width(right) <= room;
    let right = header.right.iter().find(fits).or(header.right.last());
    let Some(right) = right else {
        return wrap::clip_line(&header.left, room);
    };
    let wide = wrap::width(right);
    if wide + 8 > room {
        return wrap::clip_line(&header.left, room);
    }
    let space = room - wide;
    let left = clip_with_dots(&header.left, space.saturating_sub(2));
    let gap = space.saturating_sub(left.width());
    left.and(" ".repeat(gap), Role::Plain)
        .and(right.clone(), Role::Quiet)
}

/// `[##--------]`: a tenth is filled when more than a quarter of it is done; the last one only when all is.
pub fn bar(done: usize, all: usize) -> String {
    let quarters = (done * 40).div_ceil(all.max(1));
    let filled = if done >= all && all > 0 {
        10
    } else {
        (quarters.saturating_sub(1).div_ceil(4)).min(9)
    };
    format!("[{}{}]", "#".repeat(filled), "-".repeat(10 - filled))
}

/// The keys, as many as fit, and what stands at the right end.
pub fn footer(keys: &[Key], right: &str, room: usize) -> Line {
    let wide = wrap::width(right);
    let space = if right.is_empty() || wide + 20 > room {
        room
    } else {
        room - wide - 2
    };
    let line = fitting(keys, space);
    if space == room {
        return wrap::clip_line(&line, room);
    }
    let gap = room - wide - line.width().min(room - wide);
    line.and(" ".repeat(gap), Role::Plain)
        .and(right, Role::Quiet)
}

/// All keys in full; else the last ones short; else the less useful ones left out, but never the last, `?`.
fn fitting(keys: &[Key], space: usize) -> Line {
    let mut chosen = at_most_five(keys);
    for long in (0..=chosen.len()).rev() {
        let line = drawn(&chosen, long);
        if line.width() <= space {
            return line;
        }
    }
    while chosen.len() > 1 {
        let last = chosen.len() - 1;
        let spared = chosen[last].press == "?";
        chosen.remove(if spared { last - 1 } else { last });
        let line = drawn(&chosen, 0);
        if line.width() <= space {
            return line;
        }
    }
    drawn(&chosen, 0)
}

fn at_most_five(keys: &[Key]) -> Vec<&Key> {
    let mut chosen: Vec<&Key> = keys.iter().take(KEYS).collect();
    let help = keys.iter().skip(KEYS).find(|key| key.press == "?");
    if let Some(help) = help {
        chosen.pop();
        chosen.push(help);
    }
    chosen
}

/// The first `long` keys in full, the others short.
fn drawn(keys: &[&Key], long: usize) -> Line {
    let mut line = Line::default();
    for (place, key) in keys.iter().enumerate() {
        let gap = if place == 0 { " " } else { "   " };
        let does = key.short.as_deref().filter(|_| place >= long);
        line = line
            .and(gap, Role::Plain)
            .and(key.press.clone(), Role::Strong);
        let does = does.unwrap_or(&key.does);
        if !does.is_empty() {
            line = line.and(format!(" {does}"), Role::Plain);
        }
    }
    line
}

fn clip_with_dots(line: &Line, room: usize) -> Line {
    if line.width() <= room || room < 6 {
        wrap::clip_line(line, room)
    } else {
        wrap::clip_line(line, room - 2).and("..", Role::Plain)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_is_full_only_at_the_end() {
        let bars = [
            (0, 160),
            (2, 160),
            (13, 160),
            (20, 160),
            (21, 160),
            (159, 160),
            (160, 160),
            (0, 0),
        ];
        let drawn: Vec<String> = bars.into_iter().map(|(done, all)| bar(done, all)).collect();
        assert_eq!(
            drawn.join("\n"),
            "[----------]\n[----------]\n[#---------]\n[#---------]\n[##--------]\n[#########-]\n[##########]\n[----------]"
        );
    }

    fn head(room: usize) -> String {
        let full = Header {
            left: Line::of(" 03.2  Handed over", Role::Strong),
            right: vec![
                "Ownership 2 of 8    [#---------] 13 of 160".to_owned(),
                "Ownership 2 of 8    13 of 160".to_owned(),
                "2 of 8".to_owned(),
            ],
        };
        let line = header(&full, room);
        assert!(line.width() <= room);
        line.text()
    }

    #[test]
    fn the_header_gives_up_its_bar_then_its_chapter_then_the_end_of_its_title() {
        assert_eq!(
            head(80),
            " 03.2  Handed over                    Ownership 2 of 8    [#---------] 13 of 160"
        );
        assert_eq!(
            head(60),
            " 03.2  Handed over             Ownership 2 of 8    13 of 160"
        );
        assert_eq!(head(40), " 03.2  Handed over                2 of 8");
        assert_eq!(head(22), " 03.2  Hande..  2 of 8");
        assert_eq!(head(9), " 03.2  Ha");
    }

    fn foot(room: usize) -> String {
        let keys = [
            Key::new("o", "open file"),
            Key::new("h", "hint"),
            Key::new("m", "more from the compiler").or("more"),
            Key::new("e", "explain"),
            Key::new("?", "all keys").or("keys"),
        ];
        let line = footer(&keys, "0.04 s", room);
        assert!(line.width() <= room);
        line.text()
    }

    #[test]
    fn the_last_row_keeps_its_most_useful_keys() {
        assert_eq!(
            foot(90),
            " o open file   h hint   m more from the compiler   e explain   ? all keys           0.04 s"
        );
        assert_eq!(
            foot(80),
            " o open file   h hint   m more from the compiler   e explain   ? keys     0.04 s"
        );
        assert_eq!(
            foot(64),
            " o open file   h hint   m more   e explain   ? keys       0.04 s"
        );
        assert_eq!(foot(40), " o open file   h hint   ? keys    0.04 s");
        assert_eq!(foot(21), " o open file   ? keys");
        assert_eq!(foot(20), " ? keys");
        assert_eq!(foot(5), " ? ke");
    }
}
