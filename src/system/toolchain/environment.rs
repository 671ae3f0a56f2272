//! The environment of children: built from a list, never inherited whole. What is not named here cannot change a
//! verdict, and does not reach a stranger's program.

use std::ffi::{OsStr, OsString};
use std::path::Path;

use super::{Env, Toolchain};

/// What compilers, linkers and programs cannot do without.
#[cfg(not(windows))]
const PASSED_ON: &[&str] = &[
    "PATH",
    "HOME",
    "USER",
    "LOGNAME",
    "DEVELOPER_DIR",
    "SDKROOT",
];

#[cfg(windows)]
const PASSED_ON: &[&str] = &[
    "PATH",
    "PATHEXT",
    "SystemRoot",
    "SystemDrive",
    "windir",
    "ComSpec",
    "USERNAME",
    "USERPROFILE",
    "APPDATA",
    "LOCALAPPDATA",
    "ProgramData",
    "ProgramFiles",
    "ProgramFiles(x86)",
    "ProgramW6432",
    "CommonProgramFiles",
    "PROCESSOR_ARCHITECTURE",
    "NUMBER_OF_PROCESSORS",
    "INCLUDE",
    "LIB",
    "LIBPATH",
    "VCINSTALLDIR",
    "VCToolsInstallDir",
    "WindowsSdkDir",
    "WindowsSDKVersion",
];

/// By these rustup chooses a toolchain.
const FOR_RUSTUP: &[&str] = &["RUSTUP_HOME", "CARGO_HOME", "RUSTUP_TOOLCHAIN"];

/// Where cargo keeps what it has downloaded, and its way to the network.
const FOR_CARGO: &[&str] = &[
    "CARGO_HOME",
    "CARGO_HTTP_CAINFO",
    "CARGO_NET_OFFLINE",
    "SSL_CERT_FILE",
    "SSL_CERT_DIR",
    "HTTP_PROXY",
    "HTTPS_PROXY",
    "ALL_PROXY",
    "NO_PROXY",
    "http_proxy",
    "https_proxy",
    "all_proxy",
    "no_proxy",
];

/// The environment of every compiler and every program that is checked. Temporary files go to `temp`, an existing
/// folder. A caller may add to it.
pub fn base_env(toolchain: &Toolchain, temp: &Path) -> Vec<(OsString, OsString)> {
    let mut env = toolchain.inherited.clone();
    for name in ["TMPDIR", "TMP", "TEMP"] {
        env.push((name.into(), temp.into()));
    }
    env
}

/// A fixed language, so that a linker speaks to everyone alike.
fn inherited(env: Env<'_>) -> Vec<(OsString, OsString)> {
    let language = if cfg!(target_os = "macos") {
        "en_US.UTF-8"
    } else {
        "C.UTF-8"
    };
    let fixed = [
        ("LANG", language),
        ("LC_ALL", language),
        ("RUST_BACKTRACE", "0"),
    ];
    let fixed = fixed.map(|(name, value)| (name.into(), value.into()));
    passed_on(env, PASSED_ON).chain(fixed).collect()
}

/// The same with the way to the toolchain's own libraries.
pub(super) fn for_children(env: Env<'_>, sysroot: &Path) -> Vec<(OsString, OsString)> {
    let mut all = inherited(env);
    if cfg!(windows) {
        with_libraries(&mut all, sysroot);
    }
    all
}

/// For the one question that rustup's proxy is asked. It must not begin to download.
pub(super) fn for_proxies(env: Env<'_>) -> Vec<(OsString, OsString)> {
    let mut all = inherited(env);
    all.extend(passed_on(env, FOR_RUSTUP));
    all.push(("RUSTUP_AUTO_INSTALL".into(), "0".into()));
    all
}

/// What cargo gets beside [`base_env`].
pub(super) fn for_cargo(env: Env<'_>) -> Vec<(OsString, OsString)> {
    passed_on(env, FOR_CARGO).collect()
}

fn passed_on<'a>(
    env: Env<'a>,
    names: &'a [&'a str],
) -> impl Iterator<Item = (OsString, OsString)> + 'a {
    names
        .iter()
        .filter_map(move |name| Some((name.into(), env(name)?)))
}

/// Windows looks for a program's libraries on the search path; elsewhere the program knows where they are.
fn with_libraries(env: &mut [(OsString, OsString)], sysroot: &Path) {
    if let Some((_, path)) = env.iter_mut().find(|(name, _)| name == OsStr::new("PATH")) {
        let mut all = OsString::from(sysroot.join("bin"));
        all.push(";");
        all.push(&*path);
        *path = all;
    }
}
