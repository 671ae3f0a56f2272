//! Whether starters and solutions are formatted: many files in one call of rustfmt.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::check::job::{End, Ended, Job, Limits};
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

/// What rustfmt says of files, by their paths relative to the root.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Formatted {
    /// Those that are not formatted, with the first line that would change. A file that is no Rust is none of them: the
    /// compiler says what is wrong with it.
    pub(super) not: HashMap<String, usize>,
    /// Those of which nothing is known, with the reason.
    pub(super) unknown: HashMap<String, String>,
}

impl Formatter<'_> {
    /// Looks at these files (relative to the root) in one call. Where that does not come to its end it is one file's
    /// fault, and each is looked at alone.
    pub(super) fn look_at(&self, paths: &[String]) -> Formatted {
        let mut formatted = Formatted::default();
        let settings = match self.settings() {
            _ if paths.is_empty() => return formatted,
            Ok(settings) => settings,
            Err(why) => {
                formatted.give_up(paths, &why);
                return formatted;
            }
        };
        let ended = process::run(&self.job(&settings, paths), self.cancel);
        let one_is_at_fault = matches!(ended.end, End::Exited(_) | End::Signal(_) | End::Flooded);
        match self.read(&ended, paths.len() == 1) {
            Ok(not) => formatted.not = not,
            Err(_) if one_is_at_fault && paths.len() > 1 => {
                let each = paths
                    .iter()
                    .map(|path| self.look_at(std::slice::from_ref(path)));
                for one in each {
                    formatted.not.extend(one.not);
                    formatted.unknown.extend(one.unknown);
                }
            }
            Err(why) => formatted.give_up(paths, &why),
        }
        formatted
    }

    /// The files that would change. At one that is no Rust it stops or fails, and names it; at others' faults it does not.
    fn read(&self, ended: &Ended, alone: bool) -> Result<HashMap<String, usize>, String> {
        let not = self.unformatted(&ended.stdout.text());
        let stderr = ended.stderr.text();
        let names_a_file = !not.is_empty() || stderr.contains(&*self.root.to_string_lossy());
        let is_whole = ended.stdout.bytes == ended.stdout.head.len() as u64;
        match ended.end {
            End::Exited(0) => Ok(not),
            End::Exited(1) if names_a_file && is_whole => Ok(not),
            End::Exited(_) if names_a_file && alone => Ok(not),
            _ => Err(why(&ended.end, &stderr)),
        }
    }

    fn unformatted(&self, output: &str) -> HashMap<String, usize> {
        // As rustfmt prints a name that is no text.
        let root = self.root.to_string_lossy();
        let found = unformatted(output).into_iter();
        let found = found.filter_map(|one| {
            let below = Path::new(&one.path).strip_prefix(&*root).ok()?;
            let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
            Some((parts.join("/"), one.line))
        });
        found.collect()
    }

    /// An empty file of settings: a course's own would not reach the learner.
    fn settings(&self) -> Result<PathBuf, String> {
        let path = self.folder.join("rustfmt.toml");
        match files::is_file(&path) {
            true => Ok(path),
            false => match files::write_atomic(&path, b"") {
                Ok(()) => Ok(path),
                Err(trouble) => Err(trouble.to_string()),
            },
        }
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

impl Formatted {
    fn give_up(&mut self, paths: &[String], why: &str) {
        let unknown = paths.iter().map(|path| (path.clone(), why.to_owned()));
        self.unknown.extend(unknown);
    }
}

/// In its own words, where it has any.
fn why(end: &End, stderr: &str) -> String {
    let said = stderr.lines().find(|line| !line.trim().is_empty());
    match (end, said) {
        (End::NotStarted { why, .. }, _) => format!("rustfmt does not start ({why})"),
        (End::TimedOut, _) => "rustfmt takes too long".to_owned(),
        (_, Some(said)) => format!("rustfmt says: {}", said.trim()),
        _ => "rustfmt ends badly".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::system::environment;
    use crate::system::files::TempFolder;
    use crate::system::toolchain;

    /// What a program that is taken for rustfmt says of these files.
    fn looked_at(program: Option<&str>, texts: &[(&str, &str)]) -> Formatted {
        let folder = TempFolder::new("tutor-format-").expect("a folder");
        let root = folder.path();
        let toolchain = toolchain::find(&environment::variable, root);
        let toolchain = toolchain.unwrap_or_else(|fault| panic!("{}", fault.what));
        let ours = toolchain.rustfmt.clone().expect("rustfmt is installed");
        files::write_tree(
            root,
            texts.iter().map(|(path, text)| (*path, text.as_bytes())),
        )
        .expect("written");
        let program = program.map_or(ours, PathBuf::from);
        let paths: Vec<String> = texts.iter().map(|(path, _)| (*path).to_owned()).collect();
        let formatter = Formatter {
            program: &program,
            toolchain: &toolchain,
            edition: "2024",
            root,
            folder: root,
            cancel: &Cancel::new(),
        };
        formatter.look_at(&paths)
    }

    const TWO: [(&str, &str); 2] = [("a.rs", "fn a( ) {}\n"), ("b.rs", "fn b() {}\n")];

    #[test]
    fn a_file_that_is_no_rust_hides_nothing_of_its_neighbours() {
        for text in ["fn x() { \"\n", "fn x() {}}\n", "mod nowhere;\n", "\0\0"] {
            let found = looked_at(None, &[&[("0.rs", text)], &TWO[..]].concat());
            assert_eq!(found.not, [("a.rs".to_owned(), 1)].into(), "{text:?}");
            assert_eq!(found.unknown, [].into(), "{text:?}");
        }
    }

    #[test]
    #[cfg(unix)]
    fn of_a_formatter_that_fails_nobody_believes_that_all_is_well() {
        for program in ["/bin/false", "/nowhere/rustfmt"] {
            let found = looked_at(Some(program), &TWO);
            assert_eq!(found.not, [].into(), "{program}");
            assert_eq!(found.unknown.len(), 2, "{program}");
        }
        assert_eq!(looked_at(Some("/bin/true"), &TWO), Formatted::default());
    }
}
