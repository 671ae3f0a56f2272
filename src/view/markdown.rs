//! Markdown as a person reads it in a terminal: what `rustc --explain` prints, and the cards of the chapters.

use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};

use super::text::{Line, Role};
use super::wrap;

/// The text in lines of at most `width` columns. Code keeps its lines, however wide they are, and is set in by four.
pub fn lines(markdown: &str, width: usize) -> Vec<Line> {
    let mut page = Page::new(width);
    for event in Parser::new(markdown) {
        page.take(event);
    }
    page.flush();
    page.lines
}

struct Page {
    width: usize,
    lines: Vec<Line>,
    /// What has been read of the current paragraph, in one line.
    paragraph: Line,
    role: Role,
    in_code: bool,
    in_heading: bool,
    /// The lists that are open: the number of the next item, or none for a dash.
    lists: Vec<Option<u64>>,
    /// What stands before the next line: the mark of an item.
    mark: Option<String>,
    /// Where the links that are open lead to.
    links: Vec<String>,
    /// Whether a blank line is due before the next block.
    gap: bool,
}

impl Page {
    fn new(width: usize) -> Page {
        Page {
            width,
            lines: Vec::new(),
            paragraph: Line::default(),
            role: Role::Plain,
            in_code: false,
            in_heading: false,
            lists: Vec::new(),
            mark: None,
            links: Vec::new(),
            gap: false,
        }
    }

    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.begin(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.in_code => self.code(&text),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => {
                self.text(&text.replace('\n', " "), self.role);
            }
            Event::Code(code) => self.text(&format!("`{code}`"), self.role),
            Event::SoftBreak => self.text(" ", self.role),
            Event::HardBreak => self.flush(),
            Event::Rule => self.rule(),
            _ => {}
        }
    }

    fn begin(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Heading { .. } => {
                self.in_heading = true;
                self.role = Role::Strong;
            }
            Tag::Strong => self.role = Role::Strong,
            Tag::CodeBlock(_) => {
                self.flush();
                self.space();
                self.in_code = true;
            }
            Tag::List(first) => {
                self.flush();
                self.lists.push(first);
            }
            Tag::Item => self.item(),
            Tag::Link {
                link_type,
                dest_url,
                ..
            } => self.links.push(match link_type {
                LinkType::Autolink | LinkType::Email => String::new(),
                _ => dest_url.into_string(),
            }),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) => {
                self.flush();
                self.gap = true;
                self.in_heading = false;
                self.role = Role::Plain;
            }
            TagEnd::Strong if !self.in_heading => self.role = Role::Plain,
            TagEnd::CodeBlock => {
                self.in_code = false;
                self.gap = true;
            }
            TagEnd::Item => self.flush(),
            TagEnd::List(_) => {
                self.lists.pop();
                self.gap = true;
            }
            TagEnd::Link => self.link(),
            _ => {}
        }
    }

    fn item(&mut self) {
        self.flush();
        self.mark = self.lists.last_mut().map(|next| match next {
            Some(number) => {
                let mark = format!("{number}. ");
                *number += 1;
                mark
            }
            None => "- ".to_owned(),
        });
    }

    /// Only an address that leads somewhere by itself is worth a place on the page.
    fn link(&mut self) {
        let target = self.links.pop().unwrap_or_default();
        if target.starts_with("http") {
            self.text(&format!(" ({target})"), Role::Quiet);
        }
    }

    fn text(&mut self, text: &str, role: Role) {
        self.paragraph = std::mem::take(&mut self.paragraph).and(text, role);
    }

    fn code(&mut self, text: &str) {
        let indent = self.indent() + 4;
        for line in text.lines() {
            let line = format!("{:indent$}{line}", "");
            self.lines.push(Line::plain(line.trim_end()));
        }
    }

    fn rule(&mut self) {
        self.flush();
        self.space();
        let rule = "-".repeat(self.width.min(20));
        self.lines.push(Line::of(rule, Role::Quiet));
        self.gap = true;
    }

    fn indent(&self) -> usize {
        self.lists.len() * 3
    }

    /// The blank line before a block, where one is due.
    fn space(&mut self) {
        if self.gap && !self.lines.is_empty() {
            self.lines.push(Line::default());
        }
        self.gap = false;
    }

    /// Lays out what was read of a paragraph. The mark of an item stands before its first line.
    fn flush(&mut self) {
        let paragraph = std::mem::take(&mut self.paragraph);
        if paragraph.text().trim().is_empty() {
            return;
        }
        self.space();
        let indent = self.indent();
        let mut mark = self.mark.take().unwrap_or_default();
        for line in wrap::lines(&paragraph, self.width.saturating_sub(indent)) {
            let mut marked = Line::plain(format!("{mark:>indent$}"));
            marked.0.extend(line.0);
            self.lines.push(marked);
            mark.clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;

    fn check(markdown: &str, width: usize, expected: &Expect) {
        let text: Vec<String> = lines(markdown, width).iter().map(Line::text).collect();
        expected.assert_eq(&(text.join("\n") + "\n"));
    }

    #[test]
    fn paragraphs_are_filled_and_code_keeps_its_lines() {
        check(
            "A variable was used after its contents\nhave been moved elsewhere.\n\nErroneous code:\n\n```\nlet y = x;\n\n    x.s = 6;\n```\n\nUse `&` instead.\n",
            40,
            &expect![[r#"
                A variable was used after its contents
                have been moved elsewhere.

                Erroneous code:

                    let y = x;

                        x.s = 6;

                Use `&` instead.
            "#]],
        );
    }

    #[test]
    fn items_hang_behind_their_marks() {
        check(
            "Either:\n\n - exactly one input lifetime\n - or several, and then\n   `&self` as well\n\n1. first\n2. second\n\nAfter.\n",
            24,
            &expect![[r#"
                Either:

                 - exactly one input
                   lifetime
                 - or several, and then
                   `&self` as well

                1. first
                2. second

                After.
            "#]],
        );
    }

    #[test]
    fn a_link_says_where_it_leads_and_punctuation_stays_with_its_word() {
        check(
            "See [the book][b], or **not**.\n\n[b]: https://doc.rust-lang.org/book\n",
            80,
            &expect![[r#"
                See the book (https://doc.rust-lang.org/book), or not.
            "#]],
        );
    }

    #[test]
    fn headings_stand_alone() {
        check(
            "# Ownership\n\nOne owner.\n\n## New words\n\n- owner: the one name\n- moved: given away\n",
            80,
            &expect![[r#"
                Ownership

                One owner.

                New words

                 - owner: the one name
                 - moved: given away
            "#]],
        );
    }

    #[test]
    fn no_line_of_prose_is_wider_than_asked() {
        let text = "word ".repeat(50) + "- a\n- **b** `c d` " + &"e".repeat(50);
        for line in lines(&text, 30) {
            assert!(line.width() <= 30, "{:?}", line.text());
        }
    }
}
