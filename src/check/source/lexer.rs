//! The one door to the lexer: text → tokens with their places. Comments and blanks are told apart from code.

use ra_ap_rustc_lexer::{self as raw, FrontmatterAllowed, LiteralKind};

/// A file's text with its tokens and lines.
#[derive(Debug, Clone)]
pub struct Source {
    text: String,
    tokens: Vec<Token>,
    /// Byte offset at which each line begins.
    line_starts: Vec<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    pub kind: TokenKind,
    pub start: usize,
    pub end: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    Word,
    Lifetime,
    Literal,
    /// One character of punctuation that opens nothing.
    Sign,
    Open,
    Close,
    /// `//` comments that are no documentation.
    LineComment,
    BlockComment,
    /// `//!` and `/*! */`
    InnerDoc,
    /// `///` and `/** */`
    OuterDoc,
    /// A string or comment whose end is missing, or a character that Rust does not know.
    Broken,
}

impl Source {
    pub fn new(text: impl Into<String>) -> Source {
        let text = text.into();
        let tokens = lex(&text);
        let line_starts = std::iter::once(0)
            .chain(text.match_indices('\n').map(|(at, _)| at + 1))
            .collect();
        Source {
            text,
            tokens,
            line_starts,
        }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// All tokens, comments included, in order; blanks are left out.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// The tokens that the compiler sees. Documentation counts as code only where `docs` says so.
    pub fn code(&self) -> impl Iterator<Item = Token> + '_ {
        self.tokens
            .iter()
            .copied()
            .filter(|token| token.kind.is_code())
    }

    pub fn slice(&self, token: Token) -> &str {
        &self.text[token.start..token.end]
    }

    /// Whether a word stands in the code, be it in a path or alone.
    pub fn mentions(&self, word: &str) -> bool {
        self.code().any(|token| self.slice(token) == word)
    }

    /// The line of a byte offset, counted from 1.
    pub fn line_of(&self, offset: usize) -> usize {
        self.line_starts.partition_point(|&start| start <= offset)
    }

    /// Line and column, both counted from 1, the column in characters.
    pub fn place_of(&self, offset: usize) -> (usize, usize) {
        let line = self.line_of(offset);
        let start = self.line_starts[line - 1];
        (line, self.text[start..offset].chars().count() + 1)
    }

    /// A line's text without its end, counted from 1; empty beyond the last.
    pub fn line(&self, number: usize) -> &str {
        let Some(&start) = number.checked_sub(1).and_then(|n| self.line_starts.get(n)) else {
            return "";
        };
        let end = self
            .line_starts
            .get(number)
            .map_or(self.text.len(), |next| next - 1);
        self.text[start..end].trim_end_matches('\r')
    }

    /// How many lines there are; an end of line at the very end begins no further one.
    pub fn lines(&self) -> usize {
        self.line_starts.len() - usize::from(self.text.ends_with('\n') || self.text.is_empty())
    }

    /// The byte offset at which a line begins.
    pub fn start_of_line(&self, number: usize) -> usize {
        self.line_starts
            .get(number.saturating_sub(1))
            .copied()
            .unwrap_or(self.text.len())
    }

    /// The first opening without its end (or end without opening, or unfinished string or comment).
    pub fn imbalance(&self) -> Option<Token> {
        if let Some(broken) = self
            .tokens
            .iter()
            .find(|token| token.kind == TokenKind::Broken)
        {
            return Some(*broken);
        }
        let mut open = Vec::new();
        for token in self.code() {
            match token.kind {
                TokenKind::Open => open.push(token),
                TokenKind::Close => match open.pop() {
                    Some(opening) if closes(self.slice(opening), self.slice(token)) => {}
                    Some(opening) => return Some(opening),
                    None => return Some(token),
                },
                _ => {}
            }
        }
        open.first().copied()
    }
}

impl TokenKind {
    pub fn is_code(self) -> bool {
        !matches!(
            self,
            TokenKind::LineComment
                | TokenKind::BlockComment
                | TokenKind::InnerDoc
                | TokenKind::OuterDoc
        )
    }
}

fn closes(open: &str, close: &str) -> bool {
    matches!((open, close), ("(", ")") | ("[", "]") | ("{", "}"))
}

fn lex(text: &str) -> Vec<Token> {
    let bom = if text.starts_with('\u{feff}') {
        '\u{feff}'.len_utf8()
    } else {
        0
    };
    let mut start = bom + raw::strip_shebang(&text[bom..]).unwrap_or(0);
    let mut tokens = Vec::new();
    for token in raw::tokenize(&text[start..], FrontmatterAllowed::No) {
        let end = start + token.len as usize;
        if let Some(kind) = kind_of(token.kind) {
            tokens.push(Token { kind, start, end });
        }
        start = end;
    }
    tokens
}

fn kind_of(kind: raw::TokenKind) -> Option<TokenKind> {
    use raw::TokenKind as Raw;
    Some(match kind {
        Raw::Whitespace | Raw::Eof => return None,
        Raw::LineComment { doc_style } => match doc_style {
            None => TokenKind::LineComment,
            Some(raw::DocStyle::Inner) => TokenKind::InnerDoc,
            Some(raw::DocStyle::Outer) => TokenKind::OuterDoc,
        },
        Raw::BlockComment {
            terminated: false, ..
        } => TokenKind::Broken,
        Raw::BlockComment { doc_style, .. } => match doc_style {
            None => TokenKind::BlockComment,
            Some(raw::DocStyle::Inner) => TokenKind::InnerDoc,
            Some(raw::DocStyle::Outer) => TokenKind::OuterDoc,
        },
        Raw::Ident | Raw::RawIdent | Raw::UnknownPrefix => TokenKind::Word,
        Raw::InvalidIdent | Raw::Unknown => TokenKind::Broken,
        Raw::Lifetime { .. } | Raw::RawLifetime | Raw::UnknownPrefixLifetime => TokenKind::Lifetime,
        Raw::Literal { kind, .. } if is_unfinished(kind) => TokenKind::Broken,
        Raw::Literal { .. } => TokenKind::Literal,
        Raw::OpenParen | Raw::OpenBrace | Raw::OpenBracket => TokenKind::Open,
        Raw::CloseParen | Raw::CloseBrace | Raw::CloseBracket => TokenKind::Close,
        _ => TokenKind::Sign,
    })
}

fn is_unfinished(kind: LiteralKind) -> bool {
    match kind {
        LiteralKind::Char { terminated }
        | LiteralKind::Byte { terminated }
        | LiteralKind::Str { terminated }
        | LiteralKind::ByteStr { terminated }
        | LiteralKind::CStr { terminated } => !terminated,
        LiteralKind::RawStr { n_hashes }
        | LiteralKind::RawByteStr { n_hashes }
        | LiteralKind::RawCStr { n_hashes } => n_hashes.is_none(),
        LiteralKind::Int { .. } | LiteralKind::Float { .. } => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let source = Source::new(text);
        source
            .code()
            .map(|token| source.slice(token).to_owned())
            .collect()
    }

    #[test]
    fn comments_and_strings_are_not_code() {
        assert_eq!(
            words("a /* b */ // c\n\"d e\" 'x'"),
            ["a", "\"d e\"", "'x'"]
        );
    }

    #[test]
    fn a_lifetime_is_one_token() {
        assert_eq!(words("&'static str"), ["&", "'static", "str"]);
    }

    #[test]
    fn lines_and_columns_count_characters_from_one() {
        let source = Source::new("ä = b;\nc\r\n");
        let b = source.text().find('b').expect("there is a b");
        assert_eq!(source.place_of(b), (1, 5));
        assert_eq!(
            (source.line(2), source.line(3), source.lines()),
            ("c", "", 2)
        );
    }

    #[test]
    fn an_unfinished_comment_or_brace_is_an_imbalance() {
        for (text, at) in [
            ("fn a() {", 7),
            ("/* x", 0),
            ("let s = \"x", 8),
            ("fn a() }", 7),
            ("( ]", 0),
        ] {
            assert_eq!(
                Source::new(text).imbalance().map(|t| t.start),
                Some(at),
                "{text}"
            );
        }
        assert_eq!(Source::new("fn a() { [(1)] }").imbalance(), None);
    }
}
