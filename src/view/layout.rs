//! From a [`Screen`] to the lines of a window: what gives way when rows are scarce, and pages when nothing more can.

use super::edges;
use super::frame::Drawn;
use super::glyphs::Charset;
use super::rows::{self, Evidence};
use super::screen::{Key, Screen};
use super::text::Line;

/// No window is used beyond this width: lines of text longer than that are hard to read.
const WIDEST: usize = 120;
/// Columns and rows of a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    pub width: usize,
    pub height: usize,
}

/// A screen in pages, each of at most as many lines as the window has rows. Never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pages {
    pub pages: Vec<Vec<Line>>,
    /// The page to begin with: the one that shows what is refused.
    pub first: usize,
}

/// `screen` in a window of this size.
pub fn layout(screen: &Screen, size: Size, charset: Charset) -> Pages {
    let parts = Parts::draw(screen, size.width, charset);
    match parts.fitted(size.height) {
        Some(lines) => Pages {
            pages: vec![lines],
            first: 0,
        },
        None => parts.paged(screen, size, charset),
    }
}

/// `screen` as plain lines without edges, for a pipe or a terminal that cannot redraw.
pub fn flow(screen: &Screen, width: usize, charset: Charset) -> Vec<Line> {
    let parts = Parts::draw(screen, width, charset);
    let mut lines = vec![screen.header.left.clone()];
    lines.extend(parts.body(&Shrunk::default()));
    lines
}

/// Everything drawn at its width, nothing left out yet.
struct Parts {
    head: Vec<Line>,
    goal: Vec<Line>,
    /// The last line of the goal alone: the limits.
    limits: Vec<Line>,
    says: Vec<Line>,
    blocks: Vec<Evidence>,
    next: Vec<Vec<Line>>,
    foot: Vec<Line>,
}

/// What has given way so far, in the order of the fields.
#[derive(Debug, Clone, Copy, Default)]
struct Shrunk {
    /// Blank lines left out, in the order of [`gap_order`].
    gaps: usize,
    /// Rows of `next` left out.
    next: bool,
    goal: bool,
    titles: bool,
}

impl Parts {
    fn draw(screen: &Screen, width: usize, charset: Charset) -> Parts {
        let room = width.clamp(1, WIDEST);
        let (goal, limits) = rows::goal(&screen.goal, room);
        Parts {
            head: vec![
                edges::header(&screen.header, room),
                edges::rule(room, charset),
            ],
            goal,
            limits,
            says: screen
                .says
                .iter()
                .flat_map(|says| rows::sentences(says, room))
                .collect(),
            blocks: screen
                .blocks
                .iter()
                .map(|block| rows::evidence(block, room, charset))
                .filter(|block| !block.rows.is_empty())
                .collect(),
            next: rows::next(&screen.next, room),
            foot: vec![
                edges::rule(room, charset),
                edges::footer(&screen.keys, &screen.right, room),
            ],
        }
    }

    /// All of it in `height` rows, with as little left out as needed.
    fn fitted(&self, height: usize) -> Option<Vec<Line>> {
        let edges = self.head.len() + self.foot.len();
        let room = height.checked_sub(edges)?;
        self.shrinkings().into_iter().find_map(|shrunk| {
            let body = self.body(&shrunk);
            (body.len() <= room).then(|| self.framed(body))
        })
    }

    /// From nothing left out to all that may be.
    fn shrinkings(&self) -> Vec<Shrunk> {
        let mut shrunk = Shrunk::default();
        let mut steps = vec![shrunk];
        for _ in gap_order(self.groups(&shrunk).len()) {
            shrunk.gaps += 1;
            steps.push(shrunk);
        }
        shrunk.next = true;
        steps.push(shrunk);
        shrunk.goal = true;
        steps.push(shrunk);
        shrunk.titles = true;
        steps.push(shrunk);
        steps
    }

    /// What stands between two blank lines.
    fn groups(&self, shrunk: &Shrunk) -> Vec<Vec<Line>> {
        let goal = if shrunk.goal {
            &self.limits
        } else {
            &self.goal
        };
        let shown = if shrunk.next { 1 } else { self.next.len() };
        let mut groups = vec![goal.clone(), self.says.clone()];
        for block in &self.blocks {
            let left_out = usize::from(shrunk.titles && block.titled);
            groups.push(
                block
                    .rows
                    .iter()
                    .skip(left_out)
                    .map(|row| row.line.clone())
                    .collect(),
            );
        }
        groups.push(self.next.iter().take(shown).flatten().cloned().collect());
        groups.retain(|group| !group.is_empty());
        groups
    }

    fn body(&self, shrunk: &Shrunk) -> Vec<Line> {
        let groups = self.groups(shrunk);
        let gone: Vec<usize> = gap_order(groups.len()).take(shrunk.gaps).collect();
        let mut lines = Vec::new();
        for (place, group) in groups.into_iter().enumerate() {
            if place > 0 && !gone.contains(&place) {
                lines.push(Line::default());
            }
            lines.extend(group);
        }
        lines
    }

    fn framed(&self, body: Vec<Line>) -> Vec<Line> {
        let mut lines = self.head.clone();
        lines.extend(body);
        lines.extend(self.foot.iter().cloned());
        lines
    }

    /// The verdict and the first line of Next on every page; the evidence, then the goal, over several.
    fn paged(&self, screen: &Screen, size: Size, charset: Charset) -> Pages {
        let frame = Frame::choose(self, size.height);
        let chunks = chunks(&self.rows_to_page(), frame.room);
        let first = chunks
            .iter()
            .position(|chunk| chunk.iter().any(|row| row.crux));
        let room = size.width.clamp(1, WIDEST);
        let count = chunks.len();
        let pages = chunks.into_iter().enumerate().map(|(place, chunk)| {
            let foot = page_footer(screen, place, count, room);
            frame.page(chunk, foot, charset, room)
        });
        Pages {
            pages: pages.collect(),
            first: first.unwrap_or(0),
        }
    }

    fn rows_to_page(&self) -> Vec<Drawn> {
        let mut rows: Vec<Drawn> = Vec::new();
        for block in &self.blocks {
            if !rows.is_empty() {
                rows.push(loose(Line::default()));
            }
            rows.extend(block.rows.iter().cloned());
        }
        if !self.goal.is_empty() {
            rows.push(loose(Line::default()));
            rows.extend(self.goal.iter().cloned().map(loose));
        }
        rows
    }
}

/// Which blank lines go first, named by the group below them: those inside the evidence from its end, then the one
/// above Next, then the one below the goal.
fn gap_order(groups: usize) -> impl Iterator<Item = usize> {
    let last = groups.saturating_sub(1);
    (2..last)
        .rev()
        .chain([last, 1])
        .filter(move |&gap| gap >= 1 && gap <= last)
}

fn loose(line: Line) -> Drawn {
    Drawn {
        line,
        glued: false,
        crux: false,
    }
}

/// What stands on every page, chosen so that something is left for the page itself.
#[derive(Clone)]
struct Frame {
    top: Vec<Line>,
    bottom: Vec<Line>,
    ruled: bool,
    /// Rows for the page itself.
    room: usize,
    /// Rows of the window.
    height: usize,
}

impl Frame {
    fn choose(parts: &Parts, height: usize) -> Frame {
        let next = parts.next.first().cloned().unwrap_or_default();
        let says = &parts.says;
        let head = parts.head[..1].to_vec();
        let with = |top: &[&[Line]], bottom: &[Line], ruled: bool| {
            let top: Vec<Line> = top.concat();
            let rules = if ruled { 2 } else { 0 };
            let used = top.len() + bottom.len() + rules + 1;
            Frame {
                top,
                bottom: bottom.to_vec(),
                ruled,
                room: height.saturating_sub(used),
                height,
            }
        };
        let verdict = &says[..says.len().min(1)];
        let frames = [
            with(&[&head, says], &next, true),
            with(&[&head, says], &next, false),
            with(&[&head, verdict], &next, false),
            with(&[verdict], &next, false),
            with(&[verdict], &[], false),
            with(&[], &[], false),
        ];
        let enough = |frame: &Frame| frame.room >= 4;
        let [.., last] = &frames;
        let chosen = frames.iter().find(|frame| enough(frame)).unwrap_or(last);
        Frame {
            room: chosen.room.max(1),
            ..chosen.clone()
        }
    }

    fn page(&self, chunk: Vec<Drawn>, foot: Line, charset: Charset, room: usize) -> Vec<Line> {
        let mut lines = self.top.clone();
        if self.ruled {
            lines.insert(1, edges::rule(room, charset));
        }
        lines.extend(chunk.into_iter().map(|row| row.line));
        lines.extend(self.bottom.iter().cloned());
        if self.ruled {
            lines.push(edges::rule(room, charset));
        }
        lines.push(foot);
        lines.truncate(self.height);
        lines
    }
}

fn page_footer(screen: &Screen, place: usize, count: usize, room: usize) -> Line {
    let mut keys = screen.keys.clone();
    keys.retain(|key| key.press != "space");
    keys.insert(0, Key::new("space", "next page").or("page"));
    edges::footer(&keys, &format!("page {} of {count}", place + 1), room)
}

/// Rows in pages of at most `room`; rows that are glued stay together where a page can hold them.
fn chunks(rows: &[Drawn], room: usize) -> Vec<Vec<Drawn>> {
    let mut pages: Vec<Vec<Drawn>> = vec![Vec::new()];
    for unit in units(rows) {
        let used = pages.last().map_or(0, Vec::len);
        let blank = unit.iter().all(|row| row.line.0.is_empty());
        if used + unit.len() > room && used > 0 && !blank {
            pages.push(Vec::new());
        }
        for row in unit {
            let full = pages.last().is_some_and(|page| page.len() >= room);
            let starts = pages.last().is_some_and(Vec::is_empty);
            if blank && (full || starts) {
                continue;
            }
            if full {
                pages.push(Vec::new());
            }
            if let Some(page) = pages.last_mut() {
                page.push(row.clone());
            }
        }
    }
    pages
}

fn units(rows: &[Drawn]) -> Vec<&[Drawn]> {
    rows.chunk_by(|_, below| below.glued).collect()
}

#[cfg(test)]
mod tests;
