//! Where programs and the files that choose a toolchain lie.

use std::path::{Path, PathBuf};

use super::Env;
use crate::system::programs::is_runnable;

/// A program on the search path, or where rustup puts its proxies: right after an installation the learner's terminal
/// does not know the new path yet. Relative entries are passed over: they would let a course bring its own compiler.
pub(in crate::system) fn program(env: Env<'_>, name: &str) -> Option<PathBuf> {
    let path = env("PATH").unwrap_or_default();
    let named = std::env::split_paths(&path).filter(|folder| folder.is_absolute());
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    named
        .chain(cargo_home(env).map(|home| home.join("bin")))
        .map(|folder| folder.join(&file))
        .find(|place| is_runnable(place))
}

/// A tool of the toolchain itself.
pub(super) fn tool(sysroot: &Path, name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    let place = sysroot.join("bin").join(file);
    is_runnable(&place).then_some(place)
}

fn cargo_home(env: Env<'_>) -> Option<PathBuf> {
    home_of(env, "CARGO_HOME", ".cargo")
}

fn home_of(env: Env<'_>, variable: &str, below_home: &str) -> Option<PathBuf> {
    let named = env(variable).map(PathBuf::from);
    let home = env("HOME").or_else(|| env("USERPROFILE"));
    let place = named.or_else(|| Some(PathBuf::from(home?).join(below_home)));
    place.filter(|place| place.is_absolute())
}

/// The file by which a folder, or one above it, names its toolchain.
pub fn pin(folder: &Path) -> Option<PathBuf> {
    pins(folder).find(|place| place.is_file())
}

fn pins(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let names = ["rust-toolchain", "rust-toolchain.toml"];
    folder
        .ancestors()
        .flat_map(move |above| names.map(|name| above.join(name)))
}

/// Files that make rustup choose another toolchain when they change, whether they are there or not.
pub(super) fn deciding_files(env: Env<'_>, folder: &Path) -> Vec<PathBuf> {
    let settings = home_of(env, "RUSTUP_HOME", ".rustup").map(|home| home.join("settings.toml"));
    settings.into_iter().chain(pins(folder)).collect()
}
