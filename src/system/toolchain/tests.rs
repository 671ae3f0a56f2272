use std::collections::BTreeMap;

use expect_test::{Expect, expect};

use super::*;
use crate::system::files::{TempFolder, write_new};

/// A machine of its own: an environment, and programs that are shell scripts.
struct Machine {
    folder: TempFolder,
    env: BTreeMap<String, OsString>,
}

impl Machine {
    fn new() -> Machine {
        let folder = TempFolder::new("tutor-toolchain-").expect("a folder");
        let mut machine = Machine {
            folder,
            env: BTreeMap::new(),
        };
        let home = machine.at("home").into_os_string();
        machine.env.insert("HOME".into(), home);
        machine
    }

    fn at(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn on_path(mut self, folder: &str) -> Machine {
        let path = self.at(folder).into_os_string();
        self.env.insert("PATH".into(), path);
        self
    }

    #[cfg(unix)]
    fn program(self, path: &str, script: &str) -> Machine {
        use std::os::unix::fs::PermissionsExt;
        let place = self.at(path);
        let root = self.folder.path().display().to_string();
        write_new(
            &place,
            format!("#!/bin/sh\n{}\n", script.replace("ROOT", &root)).as_bytes(),
        )
        .expect("written");
        fs::set_permissions(&place, fs::Permissions::from_mode(0o755)).expect("set");
        self
    }

    /// A whole toolchain behind a proxy.
    #[cfg(unix)]
    fn with_rust(self) -> Machine {
        self.program("bin/rustc", PROXY)
            .program("sysroot/bin/rustc", COMPILER)
            .program("sysroot/bin/clippy-driver", "exit 1")
            .on_path("bin")
    }

    fn find(&self) -> Result<Toolchain, Fault> {
        self.find_named(None)
    }

    fn find_named(&self, name: Option<&str>) -> Result<Toolchain, Fault> {
        find_named(
            &|name| self.env.get(name).cloned(),
            self.folder.path(),
            name,
        )
    }

    /// The fault as a person reads it, without the folder's name.
    fn check(&self, name: Option<&str>, expected: Expect) {
        let fault = self.find_named(name).expect_err("a fault");
        let text = format!("{}\n{}\n{}\n", fault.what, fault.remedy, fault.detail);
        expected.assert_eq(&text.replace(&self.folder.path().display().to_string(), "ROOT"));
    }
}

const PROXY: &str = "[ \"$RUSTUP_AUTO_INSTALL\" = 0 ] || exit 9\n[ \"$*\" = '--print sysroot' ] && echo ROOT/sysroot";
const COMPILER: &str = "echo 'rustc 1.95.0 (abc 2026-04-14)
binary: rustc
host: x86_64-unknown-linux-gnu
release: 1.95.0'";

#[cfg(unix)]
#[test]
fn the_real_compiler_is_found_behind_the_proxy() {
    let machine = Machine::new().with_rust();
    let found = machine.find().expect("a toolchain");
    assert_eq!(found.rustc, machine.at("sysroot/bin/rustc"));
    assert_eq!(found.clippy, Some(machine.at("sysroot/bin/clippy-driver")));
    assert_eq!((found.rustfmt.clone(), found.cargo.clone()), (None, None));
    assert_eq!(
        (found.release.as_str(), found.host.as_str()),
        ("1.95.0", "x86_64-unknown-linux-gnu")
    );
    assert_eq!(found.numbers(), Some((1, 95)));
    assert!(found.version.starts_with("rustc 1.95.0 (abc"));
}

#[cfg(unix)]
#[test]
fn a_fresh_installation_is_found_before_the_path_knows_it() {
    let machine = Machine::new().with_rust();
    let proxy = fs::read_to_string(machine.at("bin/rustc")).expect("there");
    let machine = machine
        .program(
            "home/.cargo/bin/rustc",
            proxy.trim_start_matches("#!/bin/sh"),
        )
        .on_path("empty");
    assert_eq!(
        machine.find().expect("a toolchain").rustc,
        machine.at("sysroot/bin/rustc")
    );
}

#[cfg(unix)]
#[test]
fn a_compiler_in_a_relative_folder_is_not_taken() {
    let mut machine = Machine::new().with_rust();
    machine.env.insert("PATH".into(), "bin:.:".into());
    assert!(machine.find().is_err());
}

#[cfg(unix)]
#[test]
fn a_compiler_without_a_proxy_is_taken_as_it_is() {
    let both = format!("[ \"$*\" = '--print sysroot' ] && echo ROOT/nowhere && exit\n{COMPILER}");
    let machine = Machine::new().program("bin/rustc", &both).on_path("bin");
    let found = machine.find().expect("a toolchain");
    assert_eq!((found.rustc, found.clippy), (machine.at("bin/rustc"), None));
}

#[test]
fn no_compiler_is_told_with_the_command() {
    let fault = Machine::new().find().expect_err("there is none");
    assert_eq!(
        fault.what,
        "Rust is not installed here: there is no `rustc` on your PATH."
    );
    assert!(fault.remedy.starts_with("Install it with `"));
}

#[cfg(unix)]
#[test]
fn a_missing_toolchain_is_told_with_whoever_asks_for_it() {
    let says = "echo \"error: toolchain '1.60.0-x86_64' is not installed\" >&2; exit 1";
    let mut machine = Machine::new().program("bin/rustc", says).on_path("bin");
    machine.check(None, expect![[r"
        The Rust toolchain `1.60.0-x86_64` is not installed; rustup has chosen it for this folder.
        Run `rustup toolchain install 1.60.0-x86_64`, or choose another with `rustup default stable` and `rustup override unset`.
        error: toolchain '1.60.0-x86_64' is not installed
    "]]);
    write_new(&machine.at("rust-toolchain.toml"), b"").expect("written");
    machine.check(None, expect![[r"
        The Rust toolchain `1.60.0-x86_64` is not installed; the file ROOT/rust-toolchain.toml asks for it.
        Run `rustup toolchain install 1.60.0-x86_64`, or take that file away.
        error: toolchain '1.60.0-x86_64' is not installed
    "]]);
    machine
        .env
        .insert("RUSTUP_TOOLCHAIN".into(), "1.60.0".into());
    machine.check(None, expect![[r"
        The Rust toolchain `1.60.0-x86_64` is not installed; the variable RUSTUP_TOOLCHAIN asks for it.
        Run `rustup toolchain install 1.60.0-x86_64`, or unset that variable.
        error: toolchain '1.60.0-x86_64' is not installed
    "]]);
    machine.check(
        Some("1.60.0"),
        expect![[r"
        The Rust toolchain `1.60.0-x86_64` is not installed; `--toolchain` asks for it.
        Run `rustup toolchain install 1.60.0-x86_64`, or leave `--toolchain` out.
        error: toolchain '1.60.0-x86_64' is not installed
    "]],
    );
}

#[cfg(unix)]
#[test]
fn other_troubles_are_told_in_words() {
    let no_default = "echo 'error: rustup could not choose a version of rustc to run, because one was not specified \
                      explicitly, and no default is configured.' >&2; exit 1";
    let machine = Machine::new()
        .program("bin/rustc", no_default)
        .on_path("bin");
    machine.check(None, expect![[r"
        rustup is here, but no Rust toolchain is chosen.
        Run `rustup default stable`, then start `tutor` again.
        error: rustup could not choose a version of rustc to run, because one was not specified explicitly, and no default is configured.
    "]]);
    let broken = Machine::new()
        .program("bin/rustc", "echo oh >&2; kill -SEGV $$")
        .on_path("bin");
    broken.check(
        None,
        expect![[r"
        The Rust compiler ROOT/bin/rustc does not run.
        Run `rustup update`, or install Rust again from https://rustup.rs.
        oh
        ended by signal 11
    "]],
    );
    let plain = Machine::new().program(
        "bin/rustc",
        "echo \"error: couldn't read +nightly\" >&2; exit 1",
    );
    plain.on_path("bin").check(
        Some("nightly"),
        expect![[r"
        The toolchain `nightly` cannot be used: this Rust does not come from rustup.
        Leave `--toolchain` out, or install rustup from https://rustup.rs.
        error: couldn't read +nightly
    "]],
    );
    let other = Machine::new()
        .program("bin/rustc", "echo hello")
        .on_path("bin");
    other.check(
        None,
        expect![[r"
        ROOT/bin/rustc does not say its version as a Rust compiler does.
        See which `rustc` comes first on your PATH: is it the one that you want?
        hello
    "]],
    );
}

#[cfg(unix)]
#[test]
fn an_update_is_noticed() {
    let machine = Machine::new().with_rust();
    let found = machine.find().expect("a toolchain");
    let before = found.fingerprint();
    assert_eq!(found.fingerprint(), before);
    fs::write(machine.at("sysroot/bin/rustc"), "another").expect("written");
    let after_update = found.fingerprint();
    assert_ne!(after_update, before);
    // A file of the same size that brings its time along.
    let rustc = machine.at("sysroot/bin/rustc");
    let time = fs::metadata(&rustc).and_then(|found| found.modified());
    fs::write(machine.at("unpacked"), "anothep").expect("written");
    fs::File::open(machine.at("unpacked"))
        .and_then(|file| file.set_modified(time?))
        .expect("a time");
    fs::rename(machine.at("unpacked"), &rustc).expect("renamed");
    let (before, after_update) = (after_update, found.fingerprint());
    assert_ne!(after_update, before);
    write_new(&machine.at("rust-toolchain.toml"), b"x").expect("written");
    assert_ne!(found.fingerprint(), after_update);
    let pinned = found.fingerprint();
    write_new(&machine.at("home/.rustup/settings.toml"), b"x").expect("written");
    assert_ne!(found.fingerprint(), pinned);
}

#[cfg(unix)]
#[test]
fn children_get_what_is_listed_and_nothing_else() {
    let mut machine = Machine::new().with_rust();
    let hostile = [
        "CARGO_BUILD_TARGET",
        "RUSTFLAGS",
        "RUSTC_WRAPPER",
        "RUST_BACKTRACE",
        "LANG",
        "TMPDIR",
        "SECRET",
        "RUSTC_BOOTSTRAP",
        "RUST_TEST_THREADS",
        "LD_PRELOAD",
        "LD_LIBRARY_PATH",
        "CLIPPY_CONF_DIR",
        "CLIPPY_ARGS",
    ];
    for name in hostile {
        machine.env.insert(name.into(), "hostile".into());
    }
    let found = machine.find().expect("a toolchain");
    let env = base_env(&found, Path::new("/scratch"));
    assert!(env.iter().all(|(_, value)| value != "hostile"), "{env:?}");
    let names: Vec<_> = env.iter().map(|(name, _)| name.to_string_lossy()).collect();
    assert_eq!(
        names.join(" "),
        "PATH HOME LANG LC_ALL RUST_BACKTRACE TMPDIR TMP TEMP"
    );
}

/// With the Rust that builds this test.
#[test]
fn the_toolchain_of_this_machine_is_found() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let found = find(&|name| std::env::var_os(name), here).expect("a toolchain");
    assert!(found.rustc.starts_with(&found.sysroot), "{found:?}");
    assert!(found.version.contains(&found.release));
    let text = explain(&found, "e0382", here).expect("it has one");
    assert!(
        text.contains("borrow of moved value") || text.contains("moved"),
        "{text}"
    );
    for unknown in ["E9999", "rust", "--help", ""] {
        assert!(explain(&found, unknown, here).is_err(), "{unknown}");
    }
}
