//! Progress as a picture: one SVG file without scripts, fonts or links, for light and dark pages alike.

use std::fmt::Write;

use super::{MOST_ERRORS, WEEKDAYS, words};
use crate::session::calendar;
use crate::session::summary::{Met, Part, Summary, Week};
use crate::view::clean::{Colours, clean};
use crate::view::count::counted;
use crate::view::wrap;

const WIDTH: usize = 840;
const MARGIN: usize = 24;

/// Colours by what they stand for; a page's own theme chooses between the two.
const STYLE: &str = "\
text{font:14px system-ui,-apple-system,'Segoe UI',sans-serif;fill:#1f2328}
.title{font-size:20px;font-weight:600}.head{font-weight:600}.quiet{fill:#59636e}.end{text-anchor:end}
.mid{text-anchor:middle;font-size:11px}.code{font-family:ui-monospace,monospace}
.page{fill:#ffffff;stroke:#d1d9e0}.rest{fill:#e6eaef}.done{fill:#1a7f37}
.d0{fill:#eff2f5}.d1{fill:#aceebb}.d2{fill:#6fdd8b}.d3{fill:#4ac26b}
@media(prefers-color-scheme:dark){text{fill:#f0f6fc}.quiet{fill:#9198a1}
.page{fill:#0d1117;stroke:#3d444d}.rest{fill:#2a313c}.done{fill:#3fb950}
.d0{fill:#1b2129}.d1{fill:#033a16}.d2{fill:#196c2e}.d3{fill:#238636}}
";

/// The text of the file.
pub fn svg(summary: &Summary) -> String {
    let mut page = Page::default();
    page.head(summary);
    page.chapters(&summary.chapters);
    if !words::is_empty(summary) {
        page.calendar(&summary.weeks);
        page.errors(&summary.errors);
        page.totals(summary);
    }
    page.finish(&summary.title, &words::done(&summary.totals))
}

/// What is drawn so far, from the top.
#[derive(Default)]
struct Page {
    body: String,
    /// Where the next thing begins.
    y: usize,
}

impl Page {
    fn head(&mut self, summary: &Summary) {
        self.y = 44;
        let title = wrap::shortened(&summary.title, 44);
        self.text(MARGIN, "title", &title);
        let spent = words::spent(&summary.totals).map(|spent| format!(", {spent}"));
        let done = words::done(&summary.totals) + &spent.unwrap_or_default();
        self.text(WIDTH - MARGIN, "quiet end", &done);
        self.y += 36;
    }

    fn chapters(&mut self, chapters: &[Part]) {
        const BAR_AT: usize = 300;
        const BAR: usize = 340;
        for part in chapters {
            let name = format!("{:02}  {}", part.number, part.title);
            self.text(MARGIN, "", &wrap::shortened(&name, 34));
            let done = (part.done * BAR).checked_div(part.exercises).unwrap_or(0);
            self.bar(BAR_AT, BAR, "rest");
            if done > 0 {
                self.bar(BAR_AT, done, "done");
            }
            self.text(BAR_AT + BAR + 16, "quiet", &words::counts(part));
            self.y += 24;
        }
        self.y += 16;
    }

    fn bar(&mut self, x: usize, width: usize, class: &str) {
        let y = self.y - 11;
        self.push(format_args!(
            "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"12\" rx=\"3\"/>\n"
        ));
    }

    fn calendar(&mut self, weeks: &[Week]) {
        const LEFT: usize = MARGIN + 44;
        const STEP: usize = 24;
        self.heading(&words::in_the_last(weeks));
        for index in 0..weeks.len() {
            if let Some(name) = words::month(weeks, index) {
                self.text(LEFT + STEP * index, "quiet", name);
            }
        }
        self.y += STEP;
        for (of_week, name) in WEEKDAYS.iter().enumerate() {
            self.text(MARGIN, "quiet", name);
            for (index, week) in weeks.iter().enumerate() {
                if let Some(done) = week.days[of_week] {
                    self.day(LEFT + STEP * index, week.monday + of_week as u64, done);
                }
            }
            self.y += STEP;
        }
        self.y += 16;
    }

    /// A square with its number: it is not told by its colour alone.
    fn day(&mut self, x: usize, day: u64, done: usize) {
        let class = match done {
            0 => "d0",
            1 => "d1",
            2..=3 => "d2",
            _ => "d3",
        };
        let (year, month, of_month) = calendar::date(day);
        let (y, words) = (self.y - 15, counted(done, "exercise", "exercises"));
        self.push(format_args!(
            "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"20\" height=\"20\" rx=\"4\">\
             <title>{year}-{month:02}-{of_month:02}: {words}</title></rect>\n"
        ));
        if done > 0 {
            self.text(x + 10, "mid", &words::figure(done).to_string());
        }
    }

    fn errors(&mut self, errors: &[Met]) {
        if errors.is_empty() {
            return;
        }
        self.heading("Errors that I met most");
        for met in errors.iter().take(MOST_ERRORS) {
            let (times, each) = words::often(met);
            self.text(MARGIN, "code", &wrap::shortened(&met.code, 10));
            self.text(MARGIN + 70, "", words::about(met));
            self.text(WIDTH - MARGIN - 130, "quiet end", &times);
            self.text(WIDTH - MARGIN, "quiet end", &each);
            self.y += 24;
        }
        self.y += 16;
    }

    fn totals(&mut self, summary: &Summary) {
        let clauses = words::totals(&summary.totals);
        if clauses.is_empty() {
            return;
        }
        self.heading("In all");
        for clause in clauses {
            self.text(MARGIN, "", &clause);
            self.y += 24;
        }
    }

    fn heading(&mut self, words: &str) {
        self.text(MARGIN, "head", words);
        self.y += 28;
    }

    fn text(&mut self, x: usize, class: &str, words: &str) {
        if words.is_empty() {
            return;
        }
        let (y, words) = (self.y, escaped(words));
        let class = match class {
            "" => String::new(),
            class => format!(" class=\"{class}\""),
        };
        self.push(format_args!(
            "<text{class} x=\"{x}\" y=\"{y}\">{words}</text>\n"
        ));
    }

    fn push(&mut self, markup: std::fmt::Arguments<'_>) {
        self.body
            .write_fmt(markup)
            .expect("a string takes everything");
    }

    fn finish(self, title: &str, done: &str) -> String {
        let height = self.y + 4;
        let (title, done, body) = (escaped(title), escaped(done), self.body);
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{height}\" \
             viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-label=\"{title}: {done}\">\n\
             <title>{title}: {done}</title>\n<style>\n{STYLE}</style>\n\
             <rect class=\"page\" x=\"0.5\" y=\"0.5\" width=\"{}\" height=\"{}\" rx=\"8\"/>\n\
             {body}</svg>\n",
            WIDTH - 1,
            height - 1,
        )
    }
}

/// As text or as an attribute's value. Characters that XML does not allow do not come through.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for letter in clean(text, Colours::Drop).chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\u{fffe}' | '\u{ffff}' => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// Whether a file's text is such a picture: then it may be written over.
pub fn is_picture(text: &[u8]) -> bool {
    text.trim_ascii_start().starts_with(b"<svg ")
}
