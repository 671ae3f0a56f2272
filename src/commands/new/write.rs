//! Writes a plan so that the course can be read at every moment, even if this is killed in between.
//!
//! First come new files and copies of those that get another name: nothing declares them yet. Then each manifest is
//! replaced as a whole, and only then the old names go. What fails before that is taken back.

use std::path::{Path, PathBuf};

use anyhow::Context;

use crate::commands::exit::Exit;
use crate::commands::place::FIRST;
use crate::commands::stop::Stop;
use crate::course::scaffold::{Manifest, Plan};
use crate::system::files;
use crate::view::scaffold;

const MOST: u64 = 64 << 20;

/// Stops where something stands already that the plan would write.
pub(super) fn nothing_in_the_way(root: &Path, plan: &Plan) -> anyhow::Result<()> {
    let new = plan.files.iter().map(|(path, _)| path);
    let moved = plan.moved.iter().map(|(_, to)| to);
    let mut there = Vec::new();
    for path in new.chain(moved) {
        if files::exists(&files::inside(root, path)?) {
            there.push(path.as_str());
        }
    }
    match there.is_empty() {
        true => Ok(()),
        false => Err(Stop::new(Exit::Usage, scaffold::there_already(&there)).into()),
    }
}

pub(super) fn all(root: &Path, plan: &Plan) -> anyhow::Result<()> {
    let mut undo = Undo {
        root,
        written: Vec::new(),
        replaced: Vec::new(),
    };
    let written = undo.beside(plan).and_then(|()| undo.manifests(plan));
    if written.is_ok() {
        undo.forget();
    }
    drop(undo);
    written.map_err(taken_back)?;
    clear_away(root, plan)
}

fn taken_back(error: anyhow::Error) -> Stop {
    error.downcast().unwrap_or_else(|error| {
        let lines = scaffold::taken_back(&format!("{error:#}"));
        Stop::new(Exit::Broken, lines)
    })
}

/// Old names go, with what is kept of them.
fn clear_away(root: &Path, plan: &Plan) -> anyhow::Result<()> {
    for (from, to) in &plan.moved {
        let old = files::inside(root, from)?;
        files::remove_file(&old).with_context(|| format!("remove {from}"))?;
        without_empty_folders(root, &old);
        move_first_sight(root, from, to);
    }
    Ok(())
}

/// What was done so far; taken back when it is dropped.
struct Undo<'a> {
    root: &'a Path,
    written: Vec<PathBuf>,
    replaced: Vec<(PathBuf, &'a [u8])>,
}

impl<'a> Undo<'a> {
    /// What nothing declares yet: new files, and copies under new names.
    fn beside(&mut self, plan: &'a Plan) -> anyhow::Result<()> {
        for (path, text) in &plan.files {
            self.write_new(path, text.as_bytes())?;
        }
        for (from, to) in &plan.moved {
            let from = files::inside(self.root, from)?;
            let place = files::inside(self.root, to)?;
            files::copy_out(&from, &place, MOST)?;
            self.written.push(place);
        }
        Ok(())
    }

    fn manifests(&mut self, plan: &'a Plan) -> anyhow::Result<()> {
        let mut manifests = plan.manifests.iter();
        manifests.try_for_each(|manifest| self.manifest(manifest))
    }

    fn write_new(&mut self, path: &str, bytes: &[u8]) -> anyhow::Result<()> {
        let place = files::inside(self.root, path)?;
        files::write_new(&place, bytes).with_context(|| format!("write {path}"))?;
        self.written.push(place);
        Ok(())
    }

    fn manifest(&mut self, manifest: &'a Manifest) -> anyhow::Result<()> {
        let Manifest { path, before, text } = manifest;
        let Some(before) = before else {
            return self.write_new(path, text.as_bytes());
        };
        let place = files::inside(self.root, path)?;
        if files::read_bounded(&place, MOST).ok().as_ref() != Some(before) {
            return Err(Stop::new(Exit::Broken, scaffold::changed_meanwhile(path)).into());
        }
        files::write_atomic(&place, text.as_bytes())?;
        self.replaced.push((place, before));
        Ok(())
    }

    fn forget(&mut self) {
        self.written.clear();
        self.replaced.clear();
    }
}

impl Drop for Undo<'_> {
    fn drop(&mut self) {
        for (place, before) in self.replaced.iter().rev() {
            // Nothing better can be done than to try.
            let _ = files::write_atomic(place, before);
        }
        for place in self.written.iter().rev() {
            let _ = files::remove_file(place);
            without_empty_folders(self.root, place);
        }
    }
}

/// Removes the folders above `place` that have become empty; those at the top of the course stay.
fn without_empty_folders(root: &Path, place: &Path) {
    let above = place.ancestors().skip(1);
    let own = above.take_while(|folder| folder.parent().is_some_and(|parent| parent != root));
    for folder in own.take_while(|folder| folder.starts_with(root)) {
        if files::remove_empty_folder(folder).is_err() {
            return;
        }
    }
}

/// The copy of first sight goes along, so that `reset` still finds it.
fn move_first_sight(root: &Path, from: &str, to: &str) {
    let place = |path: &str| files::inside(root, &format!("{FIRST}/{path}")).ok();
    let (Some(from), Some(to)) = (place(from), place(to)) else {
        return;
    };
    if files::is_file(&from) && !files::exists(&to) {
        let made = to.parent().map(files::make_folder);
        if matches!(made, Some(Ok(()))) {
            // Without it the next sight makes another copy.
            let _ = files::rename(&from, &to);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::place;
    use crate::course::model::{Course, Kind};
    use crate::course::scaffold::{Wish, plan, whole_course};
    use crate::course::{self, CourseFiles};
    use crate::system::files::TempFolder;

    fn read(root: &Path) -> (CourseFiles, Course) {
        let described = place::described("made", root).expect("it can be read");
        let loaded = course::load(&described);
        assert_eq!(loaded.faults, []);
        (described, loaded.course.expect("it has no faults"))
    }

    /// What is left behind by a process that is killed.
    #[test]
    fn at_every_moment_the_course_can_be_read() {
        let temp = TempFolder::new("tutor-test-").expect("a temporary folder");
        let root = files::canonical(temp.path()).expect("it is there");
        let made = whole_course("made", "0.0.0");
        let made = made
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_bytes()));
        files::write_tree(&root, made).expect("it can be written");
        let (described, before) = read(&root);
        let wish = Wish {
            chapter: "01_lending",
            slug: "umbrella",
            kind: Kind::Fix,
            after: before.find("guest_book"),
            support: "",
        };
        let plan = plan(&before, &described, &wish).expect("there is a plan");
        let mut undo = Undo {
            root: &root,
            written: Vec::new(),
            replaced: Vec::new(),
        };
        undo.beside(&plan).expect("it can be written");
        assert_eq!(read(&root).1, before);
        undo.manifests(&plan).expect("it can be written");
        let (_, after) = read(&root);
        let ids: Vec<&str> = after.exercises.iter().map(|e| e.id.as_str()).collect();
        assert_eq!(ids, ["guest_book", "umbrella", "two_pens"]);
        undo.forget();
        clear_away(&root, &plan).expect("it can be cleared away");
        assert_eq!(read(&root).1, after);
        assert!(!files::exists(
            &root.join("exercises/01_lending/02_two_pens.rs")
        ));
    }
}
