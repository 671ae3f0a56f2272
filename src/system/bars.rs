//! A bar that shows how far a long command is. On a terminal only; elsewhere it is not there at all.

use std::io::IsTerminal;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Cheap to share between threads. Gone from the screen when it is dropped.
#[derive(Debug)]
pub struct Bar(Option<ProgressBar>);

impl Bar {
    /// For so many steps of what `words` say, on the terminal that stderr is, if it is one and `wanted`.
    pub fn new(steps: usize, words: &str, wanted: bool) -> Bar {
        if !wanted || steps < 2 || !std::io::stderr().is_terminal() {
            return Bar(None);
        }
        let target = ProgressDrawTarget::stderr_with_hz(10);
        let bar = ProgressBar::with_draw_target(Some(steps as u64), target);
        let style = ProgressStyle::with_template(" {msg}  [{bar:30}] {pos} of {len}");
        if let Ok(style) = style {
            bar.set_style(style.progress_chars("##-"));
        }
        bar.set_message(words.to_owned());
        Bar(Some(bar))
    }

    pub fn step(&self) {
        if let Some(bar) = &self.0 {
            bar.inc(1);
        }
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        if let Some(bar) = &self.0 {
            bar.finish_and_clear();
        }
    }
}
