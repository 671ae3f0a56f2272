//! `tutor doctor`: looks whether this machine has what tutor needs, by really doing it: compile, link, run, write, notice
//! a save. Nothing is asked, and nothing is changed but for a moment in `.tutor`.

mod folder;
mod trial;

use std::path::{Path, PathBuf};

use anyhow::Context;

use super::desk::Desk;
use super::exit::Exit;
use super::{checker, consent};
use crate::session::editor::{Plan, Spot};
use crate::system::process::Cancel;
use crate::system::signals::Interrupts;
use crate::system::terminal::{self, Stream};
use crate::system::toolchain::{self, Toolchain};
use crate::system::{editor, environment, files, programs};
use crate::view::doctor::{self, Examination, Machine, Packages, Rust, Terminal};

pub fn run(desk: &Desk) -> anyhow::Result<Exit> {
    let cancel = Cancel::new();
    let _interrupts = Interrupts::cancelling(&cancel).context("listen for Ctrl-C")?;
    let examination = examine(desk, &cancel);
    if cancel.is_cancelled() {
        return Ok(Exit::Interrupted);
    }
    desk.say(&doctor::lines(&examination, desk.width()))?;
    Ok(match doctor::is_sound(&examination) {
        true => Exit::Passed,
        false => Exit::Broken,
    })
}

fn examine(desk: &Desk, cancel: &Cancel) -> Examination {
    let site = folder::Site::of(desk);
    // The folder may choose its own compiler only where its course may run.
    let chosen_in = consent::toolchain_folder(desk, site.place());
    let found = toolchain::find(&environment::variable, &chosen_in);
    let toolchain = found.as_ref().ok();
    Examination {
        machine: Machine {
            packages: packages(),
            rustup: toolchain.is_some_and(is_of_rustup),
        },
        trial: toolchain.map(|toolchain| trial::run(toolchain, &site, cancel)),
        folder: folder::examine(desk, &site, toolchain),
        analyzer: toolchain.and_then(|toolchain| analyzer(toolchain, &chosen_in)),
        unheard_pin: unheard_pin(&site, &chosen_in),
        editor: editor(desk, &site.root),
        terminal: terminal(desk),
        rust: found.map(|toolchain| rust(&toolchain)),
    }
}

/// The file by which the folder chooses a toolchain, where that choice does not count.
fn unheard_pin(site: &folder::Site, chosen_in: &Path) -> Option<String> {
    let pin = site.place().and_then(|place| toolchain::pin(&place.root));
    let unheard = pin.filter(|pin| pin.parent().is_some_and(|at| !chosen_in.starts_with(at)));
    unheard.map(|pin| pin.display().to_string())
}

fn rust(toolchain: &Toolchain) -> Rust {
    let needed = env!("CARGO_PKG_RUST_VERSION");
    Rust {
        release: toolchain.release.clone(),
        rustc: toolchain.rustc.display().to_string(),
        needs: checker::is_old(toolchain).then_some(needed),
        clippy: toolchain.clippy.is_some(),
        rustfmt: toolchain.rustfmt.is_some(),
        cargo: toolchain.cargo.is_some(),
    }
}

/// rustup keeps its toolchains in a folder of this name, wherever that is.
fn is_of_rustup(toolchain: &Toolchain) -> bool {
    let above = toolchain.sysroot.parent().and_then(Path::file_name);
    above.is_some_and(|name| name == "toolchains")
}

fn packages() -> Packages {
    const OS_RELEASE: &str = "/etc/os-release";
    if cfg!(target_os = "macos") {
        return Packages::Xcode;
    }
    if cfg!(windows) {
        return Packages::Winget;
    }
    // It is a link on many systems.
    let place = files::canonical(Path::new(OS_RELEASE));
    let text = place
        .ok()
        .and_then(|place| files::read_text(&place, 1 << 16).ok());
    Packages::of_linux(&text.unwrap_or_default())
}

/// The toolchain's own, or one on the search path; there it may be a proxy for nothing, so it is asked.
fn analyzer(toolchain: &Toolchain, folder: &Path) -> Option<String> {
    let name = format!("rust-analyzer{}", std::env::consts::EXE_SUFFIX);
    let own = toolchain.sysroot.join("bin").join(&name);
    let on_path = programs::find(&environment::variable, Path::new("rust-analyzer"));
    let places = [Some(own).filter(|own| files::is_file(own)), on_path];
    let ask = |place: PathBuf| toolchain::question(toolchain, &place, &["--version"], folder).ok();
    let said = places.into_iter().flatten().find_map(ask)?;
    let version = said.lines().next()?.trim();
    Some(
        version
            .strip_prefix("rust-analyzer ")
            .unwrap_or(version)
            .to_owned(),
    )
}

/// The program that the key `o` would call here.
fn editor(desk: &Desk, root: &Path) -> Option<String> {
    let spot = Spot {
        path: root,
        line: None,
        column: None,
    };
    let (interactive, columns) = (desk.terminal.is_interactive(), terminal::size().columns);
    let plan = editor::choose(&environment::variable, &spot, interactive, columns);
    let (Plan::Background(argv) | Plan::Pane(argv) | Plan::Foreground(argv)) = plan else {
        return None;
    };
    // Without the folder, which only stood for a file.
    let words = argv.iter().filter(|word| *word != root.as_os_str());
    let words: Vec<_> = words.map(|word| word.to_string_lossy()).collect();
    Some(words.join(" "))
}

fn terminal(desk: &Desk) -> Terminal {
    let painter = desk.terminal.painter(Stream::Out);
    let size = terminal::size();
    Terminal {
        full: desk.terminal.is_interactive(),
        columns: size.columns,
        rows: size.rows,
        colour: painter.colour,
        links: painter.links,
    }
}
