//! The top-level items of a file, as far as the check needs them: modules and functions with their extent.

use std::ops::Range;

use super::lexer::{Source, Token, TokenKind};

/// `mod NAME { … }` or `fn NAME … { … }` at the top level, with its attributes and doc comments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    pub word: ItemWord,
    pub name: String,
    /// From its first attribute to its closing brace, in bytes.
    pub whole: Range<usize>,
    /// From after its opening brace to before its closing one.
    pub body: Range<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ItemWord {
    Mod,
    Fn,
}

/// The items between the given byte offsets; nothing that stands inside other braces.
pub fn items_within(source: &Source, extent: Range<usize>) -> Vec<Item> {
    let tokens: Vec<Token> = source
        .tokens()
        .iter()
        .copied()
        .filter(|token| token.start >= extent.start && token.end <= extent.end)
        .filter(|token| token.kind.is_code() || token.kind == TokenKind::OuterDoc)
        .collect();
    Reader {
        source,
        tokens: &tokens,
        at: 0,
    }
    .items()
}

/// All top-level items of a file.
pub fn items(source: &Source) -> Vec<Item> {
    items_within(source, 0..source.text().len())
}

struct Reader<'a> {
    source: &'a Source,
    tokens: &'a [Token],
    at: usize,
}

impl Reader<'_> {
    fn items(mut self) -> Vec<Item> {
        let mut found = Vec::new();
        let mut begin = None;
        while let Some(token) = self.peek() {
            begin.get_or_insert(token.start);
            match self.text(token) {
                word @ ("mod" | "fn") => {
                    let word = if word == "mod" {
                        ItemWord::Mod
                    } else {
                        ItemWord::Fn
                    };
                    if let Some(item) = self.item(word, begin.take().unwrap_or(token.start)) {
                        found.push(item);
                    }
                }
                ";" => {
                    begin = None;
                    self.at += 1;
                }
                "{" => {
                    self.skip_group();
                    begin = None;
                }
                "(" | "[" => {
                    self.skip_group();
                }
                _ => self.at += 1,
            }
        }
        found
    }

    /// At `mod` or `fn`: reads to the end of the item; `None` for one without a body.
    fn item(&mut self, word: ItemWord, begin: usize) -> Option<Item> {
        self.at += 1;
        let name = self.peek().filter(|t| t.kind == TokenKind::Word)?;
        let name = self.text(name).trim_start_matches("r#").to_owned();
        loop {
            let token = self.peek()?;
            match self.text(token) {
                ";" => {
                    self.at += 1;
                    return None;
                }
                "{" => {
                    let close = self.skip_group()?;
                    return Some(Item {
                        word,
                        name,
                        whole: begin..close.end,
                        body: token.end..close.start,
                    });
                }
                "(" | "[" => {
                    self.skip_group()?;
                }
                _ => self.at += 1,
            }
        }
    }

    /// At an opening: goes past its end, which is returned; `None` if there is none.
    fn skip_group(&mut self) -> Option<Token> {
        let mut depth = 0usize;
        while let Some(token) = self.peek() {
            self.at += 1;
            match token.kind {
                TokenKind::Open => depth += 1,
                TokenKind::Close => {
                    depth = depth.saturating_sub(1);
                    if depth == 0 {
                        return Some(token);
                    }
                }
                _ => {}
            }
        }
        None
    }

    fn peek(&self) -> Option<Token> {
        self.tokens.get(self.at).copied()
    }

    fn text(&self, token: Token) -> &str {
        self.source.slice(token)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<(ItemWord, String)> {
        items(&Source::new(text))
            .into_iter()
            .map(|item| (item.word, item.name))
            .collect()
    }

    #[test]
    fn only_the_top_level_counts() {
        let text = "mod a { mod b {} } struct S { f: fn() } fn c() { fn d() {} } impl S { fn e() {} } mod f;";
        assert_eq!(
            names(text),
            [(ItemWord::Mod, "a".into()), (ItemWord::Fn, "c".into())]
        );
    }

    #[test]
    fn attributes_docs_and_visibility_belong_to_the_item() {
        let text = "use x;\n/// doc\n#[cfg(test)]\npub(crate) mod tests { }\n";
        let item = items(&Source::new(text)).remove(0);
        assert_eq!(
            &text[item.whole],
            "/// doc\n#[cfg(test)]\npub(crate) mod tests { }"
        );
    }

    #[test]
    fn a_macro_call_before_it_does_not_belong_to_it() {
        let text = "thread_local! { static A: u8 = 1; } mod tests { }";
        let item = items(&Source::new(text)).remove(0);
        assert_eq!(&text[item.whole], "mod tests { }");
    }

    #[test]
    fn words_in_comments_and_strings_are_no_items() {
        assert_eq!(
            names("// mod tests {}\nconst S: &str = \"mod x {}\"; /* fn y() {} */"),
            []
        );
    }
}
