//! The card that is shown once before a chapter: the chapter's README.md, which has one fixed form.

use super::fault::{CourseFault, Report, quoted};
use super::model::Place;
use super::nearest::nearest;

/// A chapter's card. All lines without their ends.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Card {
    pub title: String,
    /// What the chapter is about, for someone from another language.
    pub about: Vec<String>,
    /// New words, each with its meaning.
    pub words: Vec<(String, String)>,
    /// What the learner can do afterwards.
    pub abilities: Vec<String>,
    /// What to read, offline.
    pub reading: Vec<String>,
}

const WIDEST: usize = 80;
const MOST_ABOUT: usize = 4;
const MOST_WORDS: usize = 5;
const LONGEST_WORD: usize = 10;
const MOST_ABILITIES: usize = 3;
const MOST_READING: usize = 3;

const HEADINGS: [(&str, Section); 3] = [
    ("New words", Section::Words),
    ("Afterwards you can", Section::Abilities),
    ("To read, offline", Section::Reading),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Section {
    About,
    Words,
    Abilities,
    Reading,
    Unknown,
}

/// Reads a card as far as it goes, and says what would not fit the form or the screen. `path` is for the faults.
pub fn card(path: &str, text: &str) -> (Card, Vec<CourseFault>) {
    let mut reader = Reader {
        path,
        card: Card::default(),
        section: Section::About,
        report: Report::default(),
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    for (index, line) in text.lines().enumerate() {
        reader.line(index + 1, line.trim_end());
    }
    reader.whole();
    (reader.card, reader.report.into_loaded(None).faults)
}

struct Reader<'p> {
    path: &'p str,
    card: Card,
    section: Section,
    report: Report,
}

impl Reader<'_> {
    fn line(&mut self, number: usize, line: &str) {
        if line.chars().count() > WIDEST {
            self.fault(number, "the line is wider than 80 signs", "break it");
        }
        if line.is_empty() {
            return;
        }
        if let Some(heading) = line.strip_prefix("## ") {
            self.heading(number, heading.trim());
        } else if let Some(title) = line.strip_prefix("# ") {
            self.title(number, title.trim());
        } else if let Some(item) = line.strip_prefix("- ").or_else(|| line.strip_prefix("* ")) {
            self.item(number, item.trim());
        } else if !(line.starts_with("  ") && self.continues(line.trim())) {
            self.paragraph(number, line);
        }
    }

    fn title(&mut self, number: usize, title: &str) {
        if self.card.title.is_empty() {
            title.clone_into(&mut self.card.title);
        } else {
            self.fault(
                number,
                "the card has a second title",
                "begin its parts with `##`",
            );
        }
    }

    fn heading(&mut self, number: usize, heading: &str) {
        let known = HEADINGS
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case(heading));
        self.section = known.map_or(Section::Unknown, |(_, section)| *section);
        if known.is_none() {
            let names = HEADINGS.map(|(name, _)| name);
            let remedy = match nearest(heading, names) {
                Some(name) => format!("did you mean `## {name}`?"),
                None => format!(
                    "a card has the parts {}",
                    names.map(|name| format!("`## {name}`")).join(", ")
                ),
            };
            self.fault(
                number,
                format!("no part of a card is called {}", quoted(heading)),
                remedy,
            );
        }
    }

    fn item(&mut self, number: usize, item: &str) {
        match self.section {
            Section::Words => self.word(number, item),
            Section::Abilities => {
                self.card.abilities.push(item.to_owned());
                if self.card.abilities.len() == MOST_ABILITIES + 1 {
                    self.fault(
                        number,
                        "the card has more than three abilities",
                        "keep the most important",
                    );
                }
            }
            Section::Reading => self.reading(number, item),
            Section::About => self.fault(
                number,
                "a list stands before the first heading",
                "write sentences there",
            ),
            Section::Unknown => {}
        }
    }

    fn word(&mut self, number: usize, item: &str) {
        let Some((word, meaning)) = item.split_once(": ") else {
            self.fault(
                number,
                "this word has no meaning",
                "write `- word: what it means`",
            );
            return;
        };
        let (word, meaning) = (word.trim(), meaning.trim());
        if word.chars().count() > LONGEST_WORD {
            let what = format!("{} is longer than ten letters", quoted(word));
            self.fault(
                number,
                what,
                "choose a shorter word, or explain it in its exercise",
            );
        }
        self.card.words.push((word.to_owned(), meaning.to_owned()));
        if self.card.words.len() == MOST_WORDS + 1 {
            self.fault(
                number,
                "the card has more than five new words",
                "keep the most important",
            );
        }
    }

    fn reading(&mut self, number: usize, page: &str) {
        self.card.reading.push(page.to_owned());
        if self.card.reading.len() == MOST_READING + 1 {
            self.fault(
                number,
                "the card names more than three things to read",
                "keep the most important",
            );
        }
    }

    /// An indented line goes on with the item above it.
    fn continues(&mut self, text: &str) -> bool {
        let item = match self.section {
            Section::Words => self.card.words.last_mut().map(|(_, meaning)| meaning),
            Section::Abilities => self.card.abilities.last_mut(),
            _ => None,
        };
        item.is_some_and(|item| {
            item.push(' ');
            item.push_str(text);
            true
        })
    }

    fn paragraph(&mut self, number: usize, line: &str) {
        match self.section {
            Section::About if self.card.title.is_empty() => {
                self.fault(
                    number,
                    "something stands before the title",
                    "begin with `# Title`",
                );
            }
            Section::About => {
                self.card.about.push(line.to_owned());
                if self.card.about.len() == MOST_ABOUT + 1 {
                    self.fault(
                        number,
                        "the card says more than four lines about its chapter",
                        "shorten it",
                    );
                }
            }
            Section::Reading => self.reading(number, line),
            Section::Words => self.fault(
                number,
                "this is no list entry",
                "write `- word: what it means`",
            ),
            Section::Abilities => {
                self.fault(number, "this is no list entry", "write `- say what ..`")
            }
            Section::Unknown => {}
        }
    }

    fn whole(&mut self) {
        if self.card.title.is_empty() {
            self.fault(1, "the card has no title", "begin with `# Title`");
        }
        if self.card.about.is_empty() {
            self.fault(
                1,
                "the card does not say what its chapter is about",
                "add up to four lines below the title",
            );
        }
        if self.card.abilities.is_empty() {
            let remedy = "add `## Afterwards you can` and up to three entries";
            self.fault(
                1,
                "the card does not say what one can do afterwards",
                remedy,
            );
        }
    }

    fn fault(&mut self, line: usize, what: impl Into<String>, remedy: impl Into<String>) {
        let path = self.path.to_owned();
        self.report.fault(Place { path, line }, what, remedy);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect;

    const OWNERSHIP: &str = "\
# Ownership

In Python two names may mean one list, and some time later the computer notices
that nobody needs it.

## New words

- owner: the one name, field or list that has a value, and frees it
- moved: given to a new owner; the old name
  is empty from there on

## Afterwards you can

- say who owns a value in any line, and why E0382 refuses one
- choose between giving a value away, lending it and copying it

## To read, offline

`rustup doc --book`, chapter 4.1.
";

    #[test]
    fn a_card_in_its_form_is_read_without_a_fault() {
        let (card, faults) = card("README.md", OWNERSHIP);
        assert_eq!(faults, []);
        assert_eq!(card.title, "Ownership");
        assert_eq!(card.about.len(), 2);
        assert_eq!(card.words[1].0, "moved");
        assert_eq!(
            card.words[1].1,
            "given to a new owner; the old name is empty from there on"
        );
        assert_eq!(card.abilities.len(), 2);
        assert_eq!(card.reading, ["`rustup doc --book`, chapter 4.1."]);
    }

    #[test]
    fn windows_line_ends_change_nothing() {
        let windows = format!("\u{feff}{}", OWNERSHIP.replace('\n', "\r\n"));
        assert_eq!(card("README.md", &windows), card("README.md", OWNERSHIP));
    }

    #[test]
    fn all_faults_of_a_card_are_said_at_once() {
        let broken = "Hello\n# A\n# B\n- list\n1\n2\n3\n4\n5\n## New word\n- x\n## New words\n- incomprehensible: y\n- z\ntext\n\
            - a: 1\n- b: 2\n- c: 3\n- d: 4\n- e: 5\n## Afterwards you can\n- 1\n- 2\n- 3\n- 4\nno\n";
        let (_, faults) = card(
            "03/README.md",
            &format!("{broken}{}\n", "wide ".repeat(20).trim_end()),
        );
        let said: Vec<String> = faults.iter().map(ToString::to_string).collect();
        expect![[r#"
            03/README.md:1: something stands before the title  (begin with `# Title`)
            03/README.md:3: the card has a second title  (begin its parts with `##`)
            03/README.md:4: a list stands before the first heading  (write sentences there)
            03/README.md:9: the card says more than four lines about its chapter  (shorten it)
            03/README.md:10: no part of a card is called `New word`  (did you mean `## New words`?)
            03/README.md:13: `incomprehensible` is longer than ten letters  (choose a shorter word, or explain it in its exercise)
            03/README.md:14: this word has no meaning  (write `- word: what it means`)
            03/README.md:15: this is no list entry  (write `- word: what it means`)
            03/README.md:20: the card has more than five new words  (keep the most important)
            03/README.md:25: the card has more than three abilities  (keep the most important)
            03/README.md:26: this is no list entry  (write `- say what ..`)
            03/README.md:27: the line is wider than 80 signs  (break it)
            03/README.md:27: this is no list entry  (write `- say what ..`)"#]].assert_eq(&said.join("\n"));
    }

    #[test]
    fn an_empty_card_says_what_it_lacks() {
        let (card, faults) = card("README.md", "");
        assert_eq!(card, Card::default());
        assert_eq!(faults.len(), 3);
    }
}
