//! What keys and typed commands mean.

use super::event::{Effect, Key};
use super::point;
use super::sitting::{Ask, Face, Overlay, Remark, Sitting};

impl Sitting {
    pub(super) fn key(&mut self, key: Key) -> Vec<Effect> {
        self.count_time();
        self.leave_at = None;
        if key == Key::Leave {
            return self.quit();
        }
        let asked = self.ask.take();
        let uncovered = std::mem::take(&mut self.uncovered);
        self.remark = None;
        if matches!(self.overlay, Some(Overlay::List(_))) {
            return self.list_key(key);
        }
        match key {
            Key::Char(letter) => self.letter(letter, asked),
            Key::Enter => self.enter_key(),
            // Who wanted to go back has just been brought back by a save, and would not stop its check.
            Key::Esc if uncovered => self.show(),
            Key::Esc => self.escape(),
            Key::PageDown | Key::Down => self.turn(1),
            Key::PageUp | Key::Up => self.turn(self.pages - 1),
            Key::Tab | Key::Backspace | Key::Home | Key::End | Key::Leave => self.show(),
        }
    }

    fn letter(&mut self, letter: char, asked: Option<Ask>) -> Vec<Effect> {
        match letter {
            'q' if self.overlay_is_read() => self.close_overlay(),
            'q' => self.quit(),
            ' ' => self.space(),
            '?' => self.toggle(Overlay::Keys),
            'l' => self.open_list(),
            'n' if self.opens_the_chapter() => self.close_overlay(),
            'n' => self.go_on(asked),
            'p' => self.go_back(),
            'o' => self.open_editor(),
            'r' => self.start_check(false),
            'h' => self.hint(),
            'm' => self.more(),
            'e' => self.explain(),
            's' => self.show_solution(asked),
            'd' => self.compare_or_docs(),
            'x' => self.reset(asked),
            '1'..='9' => self.answer(letter),
            _ => self.show(),
        }
    }

    pub(super) fn show(&self) -> Vec<Effect> {
        vec![Effect::Show]
    }

    /// An overlay that `q` closes: leaving the tutor from a page that is read takes two.
    fn overlay_is_read(&self) -> bool {
        !matches!(
            self.overlay,
            None | Some(Overlay::Welcome | Overlay::Card(_) | Overlay::Farewell)
        )
    }

    fn opens_the_chapter(&self) -> bool {
        matches!(self.overlay, Some(Overlay::Welcome | Overlay::Card(_)))
    }

    fn toggle(&mut self, overlay: Overlay) -> Vec<Effect> {
        if self.overlay.as_ref() == Some(&overlay) {
            return self.close_overlay();
        }
        self.open(overlay);
        self.show()
    }

    fn enter_key(&mut self) -> Vec<Effect> {
        match self.overlay {
            Some(_) => self.close_overlay(),
            None if self.answered.is_some() && self.open_question().is_some() => {
                self.answered = None;
                self.show()
            }
            None => self.show(),
        }
    }

    /// Closes what lies over the screen; with nothing there, stops the check that runs.
    fn escape(&mut self) -> Vec<Effect> {
        if self.overlay.is_some() {
            return self.close_overlay();
        }
        match self.running.take() {
            Some(running) => {
                self.halted = true;
                self.found = None;
                vec![Effect::CancelCheck { run: running.run }, Effect::Show]
            }
            None => self.show(),
        }
    }

    fn turn(&mut self, pages: usize) -> Vec<Effect> {
        self.page = (self.page + pages) % self.pages;
        self.show()
    }

    /// The next page; after the last one, of a done exercise, the note.
    fn space(&mut self) -> Vec<Effect> {
        if self.pages > 1 && (self.page + 1 < self.pages || !self.passes()) {
            return self.turn(1);
        }
        match self.overlay {
            Some(_) => self.close_overlay(),
            None if self.passes() && self.solution.is_some() => self.toggle(Overlay::Note),
            None => self.turn(1),
        }
    }

    fn open_editor(&self) -> Vec<Effect> {
        let line = self.reason().and_then(point::line);
        vec![Effect::OpenEditor {
            exercise: self.here,
            line,
        }]
    }

    fn more(&mut self) -> Vec<Effect> {
        match self.face() {
            Face::Found(_) => self.toggle(Overlay::More),
            _ => self.show(),
        }
    }

    fn explain(&mut self) -> Vec<Effect> {
        if matches!(self.overlay, Some(Overlay::Explain { .. })) {
            return self.close_overlay();
        }
        let Some(code) = self.reason().and_then(point::code).map(String::from) else {
            return self.remark(Remark::NothingToExplain);
        };
        self.open(Overlay::Explain {
            code: code.clone(),
            text: None,
        });
        vec![Effect::Explain { code }, Effect::Show]
    }

    pub(super) fn explained(&mut self, told: &str, said: Result<String, String>) -> Vec<Effect> {
        match &mut self.overlay {
            Some(Overlay::Explain { code, text }) if code == told => {
                *text = Some(said);
                self.show()
            }
            _ => Vec::new(),
        }
    }

    /// Only when it is done, or after asking twice; then it is marked as seen.
    fn show_solution(&mut self, asked: Option<Ask>) -> Vec<Effect> {
        let exercise = self.here;
        if self.overlay == Some(Overlay::Solution) {
            return self.close_overlay();
        }
        if !self.is_done() && !self.record().solution_seen {
            if asked != Some(Ask::Solution) {
                self.ask = Some(Ask::Solution);
                return self.show();
            }
            self.record_mut().solution_seen = true;
            self.note_answer(Some(false));
        }
        self.open(Overlay::Solution);
        vec![
            Effect::SaveProgress,
            Effect::ReadSolution { exercise },
            Effect::Show,
        ]
    }

    pub(super) fn told_solution(&mut self, exercise: usize, text: Option<String>) -> Vec<Effect> {
        if exercise != self.here {
            return Vec::new();
        }
        self.solution = text;
        if self.solution.is_none()
            && matches!(self.overlay, Some(Overlay::Solution | Overlay::Compare))
        {
            self.overlay = None;
            return self.remark(Remark::NoSolution);
        }
        self.show()
    }

    /// A done exercise is compared with ours; before that, a page to read.
    fn compare_or_docs(&mut self) -> Vec<Effect> {
        if self.is_done() && self.solution.is_some() {
            return self.toggle(Overlay::Compare);
        }
        match self.exercise().docs.first() {
            Some(page) => vec![Effect::OpenDocs { page: page.clone() }],
            None => self.remark(Remark::NoDocs),
        }
    }

    fn reset(&mut self, asked: Option<Ask>) -> Vec<Effect> {
        if asked != Some(Ask::Reset) {
            self.ask = Some(Ask::Reset);
            return self.show();
        }
        vec![Effect::Reset {
            exercise: self.here,
        }]
    }

    /// A typed line: a key, a word for one, or `go` with an exercise.
    pub(super) fn command(&mut self, line: &str) -> Vec<Effect> {
        const WORDS: [(&str, char); 13] = [
            ("next", 'n'),
            ("prev", 'p'),
            ("hint", 'h'),
            ("list", 'l'),
            ("run", 'r'),
            ("open", 'o'),
            ("reset", 'x'),
            ("solution", 's'),
            ("explain", 'e'),
            ("more", 'm'),
            ("compare", 'd'),
            ("keys", '?'),
            ("quit", 'q'),
        ];
        let line = line.trim();
        if let Some(words) = line.strip_prefix("go ") {
            return self.go_to(words.trim());
        }
        let word = WORDS
            .iter()
            .find(|(word, _)| *word == line)
            .map(|(_, key)| *key);
        let mut letters = line.chars();
        match (word, letters.next(), letters.next()) {
            (None, None, _) => self.key(Key::Enter),
            (Some('q'), ..) => self.quit(),
            (Some(letter), ..) | (None, Some(letter), None) => self.typed(letter),
            _ => self.remark(Remark::NotUnderstood {
                words: line.to_owned(),
            }),
        }
    }

    /// A letter that came as a line: what lies over the screen was printed, and is not in its way.
    fn typed(&mut self, letter: char) -> Vec<Effect> {
        let mut effects = Vec::new();
        while self.overlay.is_some() && !(self.overlay == Some(Overlay::Hints) && letter == 'h') {
            effects.extend(self.close_overlay());
        }
        effects.retain(|effect| *effect != Effect::Show);
        effects.extend(self.key(Key::Char(letter)));
        effects
    }
}
