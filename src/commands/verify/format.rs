//! Whether starters and solutions are formatted: many files in one call of rustfmt.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::check::job::{Job, Limits};
use crate::system::files;
use crate::system::process::{self, Cancel};
use crate::system::toolchain::{Toolchain, base_env};
use crate::verify::formatted::unformatted;

/// rustfmt, as every course is held against it: with the edition's own style and no settings.
pub(super) struct Formatter<'a> {
    pub(super) program: &'a Path,
    pub(super) toolchain: &'a Toolchain,
    pub(super) edition: &'a str,
    pub(super) root: &'a Path,
    /// An existing folder of ours.
    pub(super) folder: &'a Path,
    pub(super) cancel: &'a Cancel,
}

impl Formatter<'_> {
    /// Of these files (relative to the root) those that are not formatted, each with the first line that would change.
    /// A file that is no Rust is none of them: the compiler says what is wrong with it.
    pub(super) fn unformatted(&self, paths: &[String]) -> HashMap<String, usize> {
        let Some(settings) = self.settings().filter(|_| !paths.is_empty()) else {
            return HashMap::new();
        };
        let ended = process::run(&self.job(&settings, paths), self.cancel);
        let found = unformatted(&ended.stdout.text()).into_iter();
        let found = found.filter_map(|one| {
            let below = Path::new(&one.path).strip_prefix(self.root).ok()?;
            let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
            Some((parts.join("/"), one.line))
        });
        found.collect()
    }

    /// An empty file of settings: a course's own would not reach the learner.
    fn settings(&self) -> Option<PathBuf> {
        let path = self.folder.join("rustfmt.toml");
        let there = files::is_file(&path) || files::write_atomic(&path, b"").is_ok();
        there.then_some(path)
    }

    fn job(&self, settings: &Path, paths: &[String]) -> Job {
        let fixed = [
            "--check",
            "--color",
            "never",
            "--edition",
            self.edition,
            "--config-path",
        ];
        let mut args: Vec<_> = fixed.iter().map(Into::into).collect();
        args.push(settings.into());
        args.extend(paths.iter().map(Into::into));
        Job {
            program: self.program.to_owned(),
            args,
            env: base_env(self.toolchain, self.folder),
            cwd: self.root.to_owned(),
            stdin: None,
            limits: Limits {
                wall: Duration::from_secs(120),
                cpu_s: 120,
                memory: 6 << 30,
                file_size: 1 << 30,
                keep_head: 16 << 20,
                keep_tail: 0,
                flood: 256 << 20,
            },
        }
    }
}
