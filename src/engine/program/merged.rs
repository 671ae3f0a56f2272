//! Many answers in one compilation: each is a module of one crate, and its tests are run in a process of their own.
//!
//! Nothing of this may show: whatever could make a difference is left to a check of its own, and so is every answer that
//! the compiler has an error for.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::diagnostic::{Diagnostic, Severity, Span};
use crate::check::diagnostic_json::Messages;
use crate::check::plan::{Driver, Emit, Shape};
use crate::check::source::{Source, alone};
use crate::check::verdict::Checked;
use crate::course::model::{Kind, Profile};
use crate::system::process::Cancel;
use crate::system::scratch::Scratch;

use super::super::compiler::{Compiled, Order};
use super::super::{Answer, Engine};
use super::Attempt;

/// How often what is left is compiled again, after answers with errors were taken out.
const ROUNDS: usize = 3;

const ROOT: &str = "merged";

/// The verdicts of those answers that could be checked together; the others are to be checked alone.
pub(in crate::engine) fn check(
    engine: &Engine,
    answers: &[Answer<'_>],
    cancel: &Cancel,
) -> Vec<Option<Checked>> {
    let mut verdicts = vec![None; answers.len()];
    // What is a flag for one is a flag for all.
    let mut groups: BTreeMap<Vec<String>, Vec<Member<'_>>> = BTreeMap::new();
    for (place, answer) in answers.iter().enumerate() {
        if let Some(member) = Member::of(engine, place, answer, cancel) {
            let flags = engine.forced(answer.exercise);
            groups.entry(flags).or_default().push(member);
        }
    }
    for (flags, members) in groups {
        let merged = Merged {
            engine,
            flags: &flags,
            cancel,
        };
        for (place, checked) in merged.check(members) {
            verdicts[place] = Some(checked);
        }
    }
    verdicts
}

/// An answer that may be a module.
struct Member<'a> {
    /// Among the answers.
    place: usize,
    attempt: Attempt<'a>,
}

impl<'a> Member<'a> {
    fn of(
        engine: &'a Engine,
        place: usize,
        answer: &'a Answer<'a>,
        cancel: &'a Cancel,
    ) -> Option<Member<'a>> {
        let exercise = answer.exercise;
        let debug = matches!(exercise.profiles.as_slice(), [] | [Profile::Debug]);
        let plain = matches!(exercise.kind, Kind::Fix | Kind::Write | Kind::Lint)
            && exercise.budget.is_empty()
            && answer.files.len() == 1;
        let here = engine.lacks_a_tool(exercise).is_none() && engine.crates_of(answer).is_empty();
        if !debug || !plain || !here {
            return None;
        }
        let attempt = Attempt::prepare(engine, answer, cancel).ok()?;
        let may = attempt.torn.is_none() && attempt.has_tests() && attempt.runs_plainly();
        let text = Source::new(attempt.spliced.text.as_str());
        let tests = text.start_of_line(attempt.spliced.own_lines.saturating_add(1));
        (may && !alone::stands_alone(&text, tests)).then_some(Member { place, attempt })
    }

    fn module(&self) -> String {
        format!("m{}", self.place)
    }

    /// Relative to the root of the crate. Below the module's folder it is called as it is when it is alone.
    fn file(&self) -> String {
        format!("{}/{}", self.module(), self.attempt.file())
    }

    /// The verdict, from the compilation of all.
    fn verdict(mut self, compiled: &Compiled, messages: Messages) -> Checked {
        let compiled = compiled.of_one(messages, self.attempt.file());
        self.attempt.spliced.module = format!("{}::{}", self.module(), self.attempt.spliced.module);
        let checked = self.attempt.rest(&compiled);
        checked.unwrap_or_else(|stopped| *stopped)
    }
}

struct Merged<'a> {
    engine: &'a Engine,
    flags: &'a [String],
    cancel: &'a Cancel,
}

impl Merged<'_> {
    fn check(&self, mut members: Vec<Member<'_>>) -> Vec<(usize, Checked)> {
        for _ in 0..ROUNDS {
            // Alone it is as fast.
            if members.len() < 2 {
                return Vec::new();
            }
            let Some((compiled, _scratch)) = self.compile(&members) else {
                return Vec::new();
            };
            let Some(mut by_member) = sorted_out(&members, &compiled) else {
                return Vec::new();
            };
            if compiled.is_clean() {
                let verdicts = members.into_iter().map(|member| {
                    let messages = by_member.remove(&member.place).unwrap_or_default();
                    (member.place, member.verdict(&compiled, messages))
                });
                return verdicts.collect();
            }
            let is_error = |found: &Diagnostic| found.level == Severity::Error;
            let faulty: BTreeSet<usize> = by_member
                .iter()
                .filter(|(_, messages)| messages.diagnostics.iter().any(is_error))
                .map(|(place, _)| *place)
                .collect();
            if faulty.is_empty() {
                return Vec::new();
            }
            members.retain(|member| !faulty.contains(&member.place));
        }
        Vec::new()
    }

    /// The scratch folder holds the program as long as it is needed.
    fn compile(&self, members: &[Member<'_>]) -> Option<(Compiled, Scratch)> {
        let scratch = Scratch::new(&self.engine.folder).ok()?;
        let mut root = String::new();
        for member in members {
            let (module, file) = (member.module(), member.file());
            // Public, as everything in a crate of its own is as public as it says.
            root.push_str(&format!("#[path = {file:?}]\npub mod {module};\n"));
            scratch.write(&file, &member.attempt.spliced.text).ok()?;
        }
        let source = format!("{ROOT}.rs");
        scratch.write(&source, &root).ok()?;
        let order = Order {
            driver: Driver::Clippy,
            shape: Shape::Test,
            emit: Emit::Link,
            force_warn: self.flags,
            externs: &[("tutor_probe".to_owned(), self.engine.crates.probe.clone())],
            source: &source,
            crate_name: ROOT,
            ..Order::errors_of(&scratch, members.first()?.attempt.exercise)
        };
        let compiled = self.engine.compile(&order, self.cancel).ok()?;
        let read_nothing_else = self.reads_only(members, &compiled);
        read_nothing_else.then_some((compiled, scratch))
    }

    fn reads_only(&self, members: &[Member<'_>], compiled: &Compiled) -> bool {
        let root = std::iter::once(format!("{ROOT}.rs"));
        let own: Vec<String> = members.iter().map(Member::file).chain(root).collect();
        let own = own.iter().map(String::as_str).collect();
        self.engine.reads_beside(&own, compiled).is_none()
    }
}

/// Each message with the member whose file it is about; `None` where one is about nobody's.
fn sorted_out(members: &[Member<'_>], compiled: &Compiled) -> Option<BTreeMap<usize, Messages>> {
    if !compiled.messages.other.is_empty() {
        return None;
    }
    let places: BTreeSet<usize> = members.iter().map(|member| member.place).collect();
    let mut sorted: BTreeMap<usize, Messages> = BTreeMap::new();
    for found in &compiled.messages.diagnostics {
        let prefix = found.spans.iter().find_map(prefix_of)?;
        let place: usize = prefix.strip_prefix('m')?.parse().ok()?;
        let messages = sorted.entry(*places.get(&place)?).or_default();
        messages
            .diagnostics
            .push(without_prefix(found.clone(), &format!("{prefix}/")));
    }
    Some(sorted)
}

/// `m3` of `m3/exercises/…`, the file itself or the one that a macro was called in.
fn prefix_of(span: &Span) -> Option<String> {
    let path = span.file.replace('\\', "/");
    match path.split_once("/exercises/") {
        Some((prefix, _)) if !prefix.contains('/') => Some(prefix.to_owned()),
        _ => prefix_of(span.expansion.as_deref()?),
    }
}

fn without_prefix(mut found: Diagnostic, prefix: &str) -> Diagnostic {
    for span in &mut found.spans {
        plain(span, prefix);
    }
    let children = std::mem::take(&mut found.children).into_iter();
    found.children = children
        .map(|child| without_prefix(child, prefix))
        .collect();
    found.rendered = found.rendered.replace(prefix, "");
    found
}

fn plain(span: &mut Span, prefix: &str) {
    let path = span.file.replace('\\', "/");
    if let Some(below) = path.strip_prefix(prefix) {
        below.clone_into(&mut span.file);
    }
    if let Some(expansion) = &mut span.expansion {
        plain(expansion, prefix);
    }
}
