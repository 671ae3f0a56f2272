//! The list of all exercises: found as you type, filtered by state.

use super::event::{Effect, Key};
use super::order;
use super::progress::State;
use super::sitting::{Overlay, Sitting};

/// What of the list is shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct List {
    /// What was typed.
    pub find: String,
    pub only: Only,
    /// Place of the chosen exercise among those that are shown.
    pub chosen: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Only {
    #[default]
    All,
    Todo,
    Done,
    Skipped,
}

impl Only {
    fn next(self) -> Only {
        match self {
            Only::All => Only::Todo,
            Only::Todo => Only::Done,
            Only::Done => Only::Skipped,
            Only::Skipped => Only::All,
        }
    }

    fn has(self, state: State) -> bool {
        match self {
            Only::All => true,
            Only::Todo => state == State::Todo,
            Only::Done => state == State::Done,
            Only::Skipped => state == State::Skipped,
        }
    }
}

impl Sitting {
    pub(super) fn open_list(&mut self) -> Vec<Effect> {
        let chosen = self
            .material
            .path
            .iter()
            .position(|&index| index == self.here);
        self.open(Overlay::List(List {
            chosen: chosen.unwrap_or(0),
            ..List::default()
        }));
        self.show()
    }

    /// The exercises that the list shows, by index.
    pub fn listed(&self, list: &List) -> Vec<usize> {
        let fits = |index: &usize| {
            let state = order::state_of(self.course(), &self.progress, *index);
            list.only.has(state) && self.matches(*index, &list.find)
        };
        self.material.path.iter().copied().filter(fits).collect()
    }

    /// Whether each typed word is somewhere in the number, the title, the id, the kind or the chapter.
    fn matches(&self, index: usize, find: &str) -> bool {
        let exercise = &self.course().exercises[index];
        let chapter = self.course().chapter_of(exercise);
        let all = format!(
            "{:02}.{} {} {} {} {} {} {}",
            chapter.number,
            exercise.number,
            self.course().number_of(exercise),
            self.material.lessons[index].title,
            exercise.id,
            exercise.kind.key(),
            chapter.title,
            chapter.dir,
        )
        .to_lowercase();
        find.to_lowercase()
            .split_whitespace()
            .all(|word| all.contains(word))
    }

    pub(super) fn list_key(&mut self, key: Key) -> Vec<Effect> {
        let Some(Overlay::List(mut list)) = self.overlay.take() else {
            return self.show();
        };
        let shown = self.listed(&list);
        let last = shown.len().saturating_sub(1);
        match key {
            Key::Esc => return self.close_overlay(),
            Key::Enter => {
                return match shown.get(list.chosen) {
                    Some(&exercise) => self.enter(exercise),
                    None => self.close_overlay(),
                };
            }
            Key::Up => list.chosen = list.chosen.min(last).saturating_sub(1),
            Key::Down => list.chosen = (list.chosen + 1).min(last),
            Key::PageUp => list.chosen = list.chosen.min(last).saturating_sub(10),
            Key::PageDown => list.chosen = (list.chosen + 10).min(last),
            Key::Home => list.chosen = 0,
            Key::End => list.chosen = last,
            Key::Tab => self.narrow(&mut list, |list| list.only = list.only.next()),
            Key::Backspace => self.narrow(&mut list, |list| {
                list.find.pop();
            }),
            Key::Char(letter) => self.narrow(&mut list, |list| list.find.push(letter)),
            Key::Leave => {}
        }
        self.overlay = Some(Overlay::List(list));
        self.show()
    }

    /// Changes what is shown, and keeps the chosen exercise chosen if it is still there.
    fn narrow(&self, list: &mut List, change: impl FnOnce(&mut List)) {
        let chosen = self.listed(list).get(list.chosen).copied();
        change(list);
        let shown = self.listed(list);
        let same = chosen.and_then(|chosen| shown.iter().position(|&index| index == chosen));
        list.chosen = same.unwrap_or(0);
    }
}
