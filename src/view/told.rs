//! What there is to say about a check: the shape that every situation fills.

use super::program::Program;
use super::screen::{Block, Word};
use super::text::Line;
use crate::check::verdict::Evidence;
use crate::course::model::Exercise;

/// What the words are made from.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    pub exercise: &'a Exercise,
    /// Its place in the course, from 0: the first ones explain more.
    pub place: usize,
    /// The text that was checked.
    pub text: &'a str,
    pub evidence: &'a Evidence,
    /// Saves that were checked, this one among them.
    pub tries: usize,
    /// Kind `predict`: the codes to choose from.
    pub choices: &'a [String],
}

impl<'a> Facts<'a> {
    pub fn program(&self) -> Program<'a> {
        Program {
            files: &self.exercise.files,
            text: self.text,
        }
    }
}

/// One situation in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    pub word: Word,
    /// The verdict; a second sentence where the situation has one of its own.
    pub sentences: Vec<String>,
    pub blocks: Vec<Block>,
    pub next: Vec<Line>,
    /// What the key `m` shows, if there is more.
    pub more: Option<String>,
    /// Whether `r` makes sense: the same bytes may end otherwise.
    pub again: bool,
}

impl Told {
    pub fn new(word: Word, sentence: impl Into<String>) -> Told {
        Told {
            word,
            sentences: vec![sentence.into()],
            blocks: Vec::new(),
            next: Vec::new(),
            more: None,
            again: false,
        }
    }

    pub fn not_yet(sentence: impl Into<String>) -> Told {
        Told::new(Word::NotYet, sentence)
    }

    #[must_use]
    pub fn block(mut self, block: Block) -> Told {
        self.blocks.push(block);
        self
    }

    #[must_use]
    pub fn blocks(mut self, blocks: impl IntoIterator<Item = Block>) -> Told {
        self.blocks.extend(blocks);
        self
    }

    #[must_use]
    pub fn next(mut self, sentence: impl Into<String>) -> Told {
        self.next.push(Line::plain(sentence));
        self
    }
}
