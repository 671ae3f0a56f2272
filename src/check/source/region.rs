//! The part of a `break` exercise that may be edited: between `// TODO from here` and `// TODO to here`.

use std::ops::Range;

use super::lexer::{Source, Token, TokenKind};

/// Byte offsets: from the end of the first mark to the beginning of the second.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Region {
    pub bytes: Range<usize>,
    /// The lines between the marks.
    pub lines: std::ops::RangeInclusive<usize>,
}

/// The region of a file; `None` where a mark is missing or stands twice.
pub fn find(source: &Source) -> Option<Region> {
    let from = mark(source, "TODO from here")?;
    let to = mark(source, "TODO to here")?;
    (from.end <= to.start).then(|| Region {
        bytes: from.end..to.start,
        lines: source.line_of(from.start) + 1..=source.line_of(to.start).saturating_sub(1),
    })
}

fn mark(source: &Source, words: &str) -> Option<Token> {
    let is_mark = |token: &&Token| {
        token.kind == TokenKind::LineComment
            && source
                .slice(**token)
                .trim_start_matches('/')
                .trim()
                .starts_with(words)
    };
    let mut found = source.tokens().iter().filter(is_mark);
    let first = found.next()?;
    found.next().is_none().then_some(*first)
}

/// The first line of code outside the region that is not as in the starter: the learner's line, found, expected.
pub fn changed_outside(
    learner: (&Source, &Region),
    starter: (&Source, &Region),
) -> Option<super::marks::Difference> {
    let part = |source: &Source, range: Range<usize>| Source::new(blanked(source.text(), &range));
    let outside = |(source, region): (&Source, &Region)| {
        let before = part(source, 0..region.bytes.start);
        let after = part(source, region.bytes.end..source.text().len());
        (before, after)
    };
    let (our_before, our_after) = outside(learner);
    let (their_before, their_after) = outside(starter);
    super::marks::first_difference(&our_before, &their_before)
        .or_else(|| super::marks::first_difference(&our_after, &their_after))
}

/// The text with everything outside `keep` made blank, lines kept.
fn blanked(text: &str, keep: &Range<usize>) -> String {
    let blank = |part: &str| {
        part.chars()
            .map(|c| if c == '\n' { '\n' } else { ' ' })
            .collect::<String>()
    };
    format!(
        "{}{}{}",
        blank(&text[..keep.start]),
        &text[keep.clone()],
        blank(&text[keep.end..])
    )
}

/// A line of the region that the starter's region does not have (as often), for `same_lines`.
pub fn rewritten_line(
    learner: (&Source, &Region),
    starter: (&Source, &Region),
) -> Option<(usize, String)> {
    let mut pool = region_lines(starter);
    let ours = region_lines(learner);
    for (line, text) in &ours {
        match pool.iter().position(|(_, candidate)| candidate == text) {
            Some(index) => {
                pool.remove(index);
            }
            None => return Some((*line, learner.0.line(*line).trim().to_owned())),
        }
    }
    pool.first()
        .map(|(_, text)| (*learner.1.lines.start(), text.concat()))
}

/// Each line of the region as its tokens; lines without code are left out.
fn region_lines((source, region): (&Source, &Region)) -> Vec<(usize, Vec<String>)> {
    let mut lines: Vec<(usize, Vec<String>)> = Vec::new();
    for token in source.code().filter(|t| region.bytes.contains(&t.start)) {
        let line = source.line_of(token.start);
        let text = source.slice(token).to_owned();
        match lines.last_mut() {
            Some((last, words)) if *last == line => words.push(text),
            _ => lines.push((line, vec![text])),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    const STARTER: &str =
        "fn a() {\n    // TODO from here\n    x();\n    y();\n    // TODO to here\n}\n";

    fn both(learner: &str) -> (Source, Region) {
        let source = Source::new(learner);
        let region = find(&source).expect("a region");
        (source, region)
    }

    #[test]
    fn the_region_is_what_stands_between_its_marks() {
        let (source, region) = both(STARTER);
        assert_eq!(source.text()[region.bytes.clone()].trim(), "x();\n    y();");
        assert_eq!(region.lines, 3..=4);
        assert_eq!(find(&Source::new("// TODO from here\nx();")), None);
    }

    #[test]
    fn a_change_inside_is_free_and_outside_is_named() {
        let (starter, s) = both(STARTER);
        let (inside, i) = both(&STARTER.replace("x();", "z(1);"));
        assert_eq!(changed_outside((&inside, &i), (&starter, &s)), None);
        let (outside, o) = both(&STARTER.replace("fn a", "fn b"));
        assert_eq!(
            changed_outside((&outside, &o), (&starter, &s)).map(|d| d.line),
            Some(1)
        );
        let (after, a) = both(&format!("{STARTER}fn c() {{}}\n"));
        assert_eq!(
            changed_outside((&after, &a), (&starter, &s)).map(|d| d.line),
            Some(7)
        );
    }

    #[test]
    fn moved_lines_are_the_same_lines() {
        let (starter, s) = both(STARTER);
        let (moved, m) =
            both(&STARTER.replace("    x();\n    y();\n", "    y(); //~ E0506\n    x();\n"));
        assert_eq!(rewritten_line((&moved, &m), (&starter, &s)), None);
        let (changed, c) = both(&STARTER.replace("x();", "x(1);"));
        assert_eq!(
            rewritten_line((&changed, &c), (&starter, &s)),
            Some((3, "x(1);".into()))
        );
    }
}
